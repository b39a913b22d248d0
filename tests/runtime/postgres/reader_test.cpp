// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Looking without being able to write: a role that may only read, and a hot standby.
#include "postgres/postgres_database.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

TEST(PostgresReader, ARoleThatMayOnlyReadSeesEverything) {
  PostgresDatabase database;
  ChainBuilder builder = simple_chain(3, Engine::postgres);
  Options options;
  options.target = "0002";
  ASSERT_TRUE(is_ok(upgrade(*database.connect(), builder.chain(), options)));
  const std::string schema = database.scalar("SELECT current_schema()");
  database.run("CREATE ROLE reader LOGIN");
  database.run("GRANT USAGE ON SCHEMA " + schema + " TO reader");
  std::string connection = database.connection_string();
  connection.replace(connection.find("user=postgres"), 13, "user=reader");
  postgres::Database db;
  ASSERT_TRUE(is_ok(db.open(connection)));

  // Not even that: the ledger is there and may not be read.
  Inspection found = inspect(db, builder.chain());
  EXPECT_FALSE(found.status.ok());
  EXPECT_THAT(found.status.message(), HasSubstr("permission denied for table retort_ledger"));

  database.run("GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO reader");
  found = inspect(db, builder.chain());
  ASSERT_TRUE(is_ok(found.status));
  EXPECT_THAT(found.current, ::testing::ElementsAre("0002"));
  EXPECT_EQ(found.pending.size(), 1U);
  const Plan planned = plan(db, builder.chain(), "head");
  ASSERT_TRUE(is_ok(planned.status));
  EXPECT_EQ(planned.steps.size(), 1U);
  const Status status = upgrade(db, builder.chain());
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_EQ(status.sqlstate(), "42501");
  EXPECT_EQ(database.scalar("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'"), "0");

  ASSERT_TRUE(is_ok(upgrade(*database.connect(), builder.chain())));
  EXPECT_TRUE(is_ok(upgrade(db, builder.chain())));  // nothing to do, nothing written
  EXPECT_TRUE(inspect(db, builder.chain()).at_head);
  db.close();
  database.run("DROP OWNED BY reader");
  database.run("DROP ROLE reader");
}

TEST(PostgresReader, AHotStandbySeesEverything) {
  PostgresDatabase database;
  ChainBuilder builder = simple_chain(3, Engine::postgres);
  Options options;
  options.target = "0002";
  ASSERT_TRUE(is_ok(upgrade(*database.connect(), builder.chain(), options)));
  std::string error;
  auto standby = compiler::cluster::Cluster::start_standby(test_cluster(), error);
  ASSERT_NE(standby, nullptr) << error;
  postgres::Database db;
  ASSERT_TRUE(is_ok(db.open(standby->connection_string() + " options=-csearch_path=" +
                            database.scalar("SELECT current_schema()"))));
  const Inspection found = inspect(db, builder.chain());
  ASSERT_TRUE(is_ok(found.status));
  EXPECT_THAT(found.current, ::testing::ElementsAre("0002"));
  EXPECT_EQ(found.pending.size(), 1U);
  EXPECT_TRUE(is_ok(plan(db, builder.chain(), "head").status));
  const Status status = upgrade(db, builder.chain());
  EXPECT_TRUE(fails_with(status, Code::read_only));
  EXPECT_EQ(status.message(), "the server is a standby: connect to the primary");

  ASSERT_TRUE(is_ok(upgrade(*database.connect(), builder.chain())));
  bool at_head = false;
  for (int i = 0; i < 1000 && !at_head; ++i) {
    usleep(10'000);
    at_head = inspect(db, builder.chain()).at_head;
  }
  EXPECT_TRUE(at_head);
  EXPECT_TRUE(is_ok(upgrade(db, builder.chain())));  // nothing to do, nothing written
}

}  // namespace
}  // namespace retort::test
