// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Behind PgBouncer in transaction mode: what runs in transactions works, with many processes at
// once; what does not is refused with a line that says what to do. No lock is ever stranded.
#include <pwd.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>

#include "cluster/process.hpp"
#include "postgres/postgres_database.hpp"
#include "support/process.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;
namespace fs = std::filesystem;

// A pgbouncer of its own in front of the test's server. It refuses to run as root.
class Bouncer {
 public:
  explicit Bouncer(const std::string& search_path) : folder_("/tmp/retort-bouncer-XXXXXX") {
    EXPECT_NE(mkdtemp(folder_.data()), nullptr);
    std::ofstream(folder_ + "/ini")
        << "[databases]\npostgres = host=" << test_cluster().socket_directory()
        << " user=postgres connect_query='SET search_path TO " << search_path << "'\n"
        << "[pgbouncer]\npool_mode = transaction\ndefault_pool_size = 3\nauth_type = any\n"
        << "unix_socket_dir = " << folder_ << "\nlisten_addr =\nlisten_port = 5432\n"
        << "logfile = " << folder_ << "/log\n";
    compiler::cluster::ProcessOptions options;
    options.output = folder_ + "/out";
    options.die_with_parent = true;
    if (const passwd* user = getpwnam("postgres"); geteuid() == 0 && user != nullptr) {
      options.uid = user->pw_uid;
      options.gid = user->pw_gid;
      EXPECT_EQ(chown(folder_.c_str(), user->pw_uid, user->pw_gid), 0);
    }
    process_ = compiler::cluster::spawn({"/usr/sbin/pgbouncer", folder_ + "/ini"}, options);
    for (int i = 0; i < 1000 && !fs::exists(folder_ + "/.s.PGSQL.5432"); ++i) usleep(10'000);
  }
  ~Bouncer() {
    ::kill(process_, SIGKILL);
    compiler::cluster::wait_for(process_);
    fs::remove_all(folder_);
  }
  std::string connection_string() const {
    return "host=" + folder_ + " port=5432 user=postgres dbname=postgres";
  }

 private:
  std::string folder_;
  pid_t process_ = -1;
};

std::string locks(PostgresDatabase& database) {
  return database.scalar("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'");
}

TEST(PostgresPooler, TransactionsWorkForManyAtOnce) {
  PostgresDatabase database;
  Bouncer bouncer(database.scalar("SELECT current_schema()"));
  ChainBuilder builder = simple_chain(6, Engine::postgres);
  builder.at("0003").up.lock_timeout_ms = 500;
  builder.at("0004").add_up("SET search_path TO pg_catalog");
  const Chain& chain = builder.chain();
  std::vector<std::unique_ptr<Child>> children;
  Gate start;
  for (int i = 0; i < 8; ++i) {
    children.push_back(std::make_unique<Child>([&] {
      start.wait();
      postgres::Database db;
      Status status = db.open(bouncer.connection_string());
      Options options;
      options.lock_wait_ms = 60'000;
      if (status.ok()) status = upgrade(db, chain, options);
      if (!status.ok()) std::fprintf(stderr, "%s\n", status.to_string().c_str());
      return status.ok() && inspect(db, chain).at_head ? 0 : 1;
    }));
  }
  start.open();
  for (auto& child : children) EXPECT_EQ(child->wait(), 0);
  EXPECT_EQ(database.scalar("SELECT count(*) FROM " + database.ledger()), "6");
  EXPECT_EQ(database.scalar("SELECT count(*) FROM t0006"), "1");
  EXPECT_EQ(locks(database), "0");
  postgres::Database db;
  ASSERT_TRUE(is_ok(db.open(bouncer.connection_string())));
  EXPECT_TRUE(is_ok(downgrade(db, chain, "base")));
  EXPECT_FALSE(database.has_table("t0001"));
}

TEST(PostgresPooler, WhatNeedsTheSessionIsRefused) {
  PostgresDatabase database;
  Bouncer bouncer(database.scalar("SELECT current_schema()"));
  ChainBuilder builder = simple_chain(2, Engine::postgres);
  builder.add("0003")
      .add_up("CREATE INDEX CONCURRENTLY t0002_name ON t0002 (name)", "t0002_name", "t0002")
      .without_transaction();
  postgres::Database db;
  ASSERT_TRUE(is_ok(db.open(bouncer.connection_string())));
  for (int i = 0; i < 2; ++i) {
    const Status status = upgrade(db, builder.chain());
    EXPECT_TRUE(fails_with(status, Code::invalid_argument));
    EXPECT_EQ(status.revision(), "0003");
    EXPECT_THAT(status.message(), HasSubstr("connect to the server directly"));
    EXPECT_EQ(locks(database), "0");
  }
  // Directly, it goes on from there.
  EXPECT_TRUE(is_ok(upgrade(*database.connect(), builder.chain())));
  EXPECT_EQ(database.scalar("SELECT indisvalid FROM pg_index WHERE indexrelid ="
                            " 't0002_name'::regclass"),
            "t");
}

}  // namespace
}  // namespace retort::test
