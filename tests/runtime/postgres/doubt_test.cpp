// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The network breaks in the middle of COMMIT: the client cannot know, and says so; the next run
// finds out.
#include "postgres/postgres_database.hpp"
#include "postgres/proxy.hpp"
#include "support/recorder.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

// Four revisions, the third outside a transaction.
ChainBuilder chain() {
  ChainBuilder builder = simple_chain(4, Engine::postgres);
  builder.at("0003").without_transaction();
  return builder;
}

// Upgrades through a proxy that cuts the nth COMMIT; false where there is no such.
bool upgrade_and_cut(PostgresDatabase& database, const Chain& chain, Proxy::Cut cut, int nth) {
  Proxy proxy(test_cluster().socket_directory(), cut, nth);
  std::string connection = database.connection_string();
  const std::string& host = test_cluster().socket_directory();
  connection.replace(connection.find(host), host.size(), proxy.folder());
  postgres::Database db;
  EXPECT_TRUE(is_ok(db.open(connection)));
  const Status status = upgrade(db, chain);
  if (!proxy.has_cut()) {
    EXPECT_TRUE(is_ok(status));
    return false;
  }
  EXPECT_TRUE(fails_with(status, Code::in_doubt));
  EXPECT_THAT(status.message(), HasSubstr("the next run finds out whether it was committed"));
  return true;
}

TEST(PostgresDoubt, ALostCommitIsReportedAndThenResolved) {
  ChainBuilder builder = chain();
  for (const Proxy::Cut cut : {Proxy::Cut::request, Proxy::Cut::reply}) {
    int nth = 0;
    for (;; ++nth) {
      PostgresDatabase database;
      if (!upgrade_and_cut(database, builder.chain(), cut, nth)) break;
      // Of the first commit it is easily seen which of the two it was.
      if (nth == 0) {
        for (int i = 0; i < 300 && cut == Proxy::Cut::reply && !database.has_table("t0001"); ++i) {
          usleep(10'000);
        }
        EXPECT_EQ(database.has_table("t0001"), cut == Proxy::Cut::reply);
      }
      auto db = database.connect();
      Recorder recorder;
      Options options;
      options.observer = &recorder;
      EXPECT_TRUE(is_ok(upgrade(*db, builder.chain(), options))) << nth;
      EXPECT_TRUE(inspect(*db, builder.chain()).at_head);
      for (const char* table : {"t0001", "t0002", "t0003", "t0004"}) {
        EXPECT_EQ(database.scalar(std::string("SELECT count(*) FROM ") + table), "1") << nth;
      }
      EXPECT_EQ(database.scalar("SELECT count(*) FROM " + database.ledger()), "4");
      EXPECT_EQ(database.scalar("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"), "0");
      if (testing::Test::HasFailure()) return;
    }
    // Three revisions, and of the third: its claim, two statements, its end.
    EXPECT_EQ(nth, 7);
  }
}

TEST(PostgresDoubt, ABreakElsewhereIsNoDoubt) {
  ChainBuilder builder = chain();
  builder.at("0002").add_up("SELECT pg_terminate_backend(pg_backend_pid())");
  PostgresDatabase database;
  const Status status = upgrade(*database.connect(), builder.chain());
  EXPECT_TRUE(fails_with(status, Code::connection_lost));
  EXPECT_EQ(status.sqlstate(), "57P01");
  EXPECT_EQ(status.revision(), "0002");
  EXPECT_TRUE(database.has_table("t0001"));
  EXPECT_FALSE(database.has_table("t0002"));
}

}  // namespace
}  // namespace retort::test
