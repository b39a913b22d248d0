// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Adoption on PostgreSQL, and the tools that have a schema of their own.
#include "postgres/postgres_database.hpp"
#include "support/adopting.hpp"

namespace retort::test {

INSTANTIATE_TEST_SUITE_P(Postgres, Adopt, ::testing::Values(&make_postgres_database),
                         [](const auto&) { return std::string("conforms"); });

class OwnSchema : public Adopt {};

TEST_P(OwnSchema, Sqitch) {
  raw().run("CREATE SCHEMA sqitch");
  raw().run(
      "CREATE TABLE sqitch.changes (change_id TEXT PRIMARY KEY, script_hash TEXT UNIQUE, change "
      "TEXT"
      " NOT NULL, project TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', committed_at TIMESTAMPTZ "
      "NOT"
      " NULL DEFAULT clock_timestamp(), committer_name TEXT NOT NULL, committer_email TEXT NOT "
      "NULL,"
      " planned_at TIMESTAMPTZ NOT NULL, planner_name TEXT NOT NULL, planner_email TEXT NOT NULL)");
  raw().run(
      "INSERT INTO sqitch.changes VALUES ('0a', 'h', 'users', 'app', '', now(), 'a', 'b', now(),"
      " 'c', 'd')");
  EXPECT_EQ(take({"users", "orders"}), "Sqitch users");
  EXPECT_EQ(adoption.ledger.table, "sqitch.changes");
  raw().run("DROP SCHEMA sqitch CASCADE");
}

TEST_P(OwnSchema, AnotherProgramsSchemaIsNotLookedInto) {
  raw().run("CREATE SCHEMA other_program");
  raw().run("CREATE TABLE other_program.grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)");
  raw().run("INSERT INTO other_program.grdb_migrations VALUES ('a1')");
  EXPECT_EQ(take({"a1", "b2"}), "");
  EXPECT_EQ(take({"a1", "b2"}, "other_program.grdb_migrations"), "GRDB a1");
  raw().run("DROP SCHEMA other_program CASCADE");
}

INSTANTIATE_TEST_SUITE_P(Postgres, OwnSchema, ::testing::Values(&make_postgres_database),
                         [](const auto&) { return std::string("conforms"); });

}  // namespace retort::test
