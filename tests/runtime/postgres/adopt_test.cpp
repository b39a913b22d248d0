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
  raw().run("CREATE TABLE sqitch.tags (tag_id TEXT, tag TEXT, project TEXT, change_id TEXT)");
  raw().run("INSERT INTO sqitch.tags VALUES ('1', '@v1', 'app', '0a')");
  EXPECT_EQ(take({"users", "orders"}), "Sqitch users");
  EXPECT_EQ(adoption.ledger.table, "sqitch.changes");
  raw().run("DROP TABLE retort_ledger");
  // Two more: another name than a revision can have, and the first change anew.
  raw().run(
      "INSERT INTO sqitch.changes SELECT '0b', 'i', 'add-words', project, note, now() + interval"
      " '1 s', 'a', 'b', now(), 'c', 'd' FROM sqitch.changes");
  raw().run(
      "INSERT INTO sqitch.changes SELECT '0c', 'j', 'users', project, note, now() + interval '2 s',"
      " 'a', 'b', now(), 'c', 'd' FROM sqitch.changes LIMIT 1");
  EXPECT_EQ(take({"users_v1", "add_words", "users", "orders"}), "Sqitch users_v1 add_words users");
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

// What cannot be replayed beside live tables, and who may not.
class Scratch : public Adopt {
 protected:
  // The chain applied, with one more statement of an applied revision as the text to judge.
  std::string with(const std::string& sql) {
    ChainBuilder chain = chain_of(1);
    chain.add("0002").add_up(sql);
    return differences_of(chain);
  }
  std::string differences_of(ChainBuilder& chain) {
    SchemaCheckOptions options;
    const SchemaCheck found = check_schema(db(), chain.chain(), {"0001", "0002"}, options);
    return found.status.ok() ? found.reason : found.status.message();
  }
  std::string scratch_schemas() {
    return raw().scalar("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 'retort_scratch%'");
  }
};

TEST_P(Scratch, WhatNamesASchemaIsNotRunBesideIt) {
  const std::string refused =
      "the chain cannot be replayed beside the live schema: migrations/0002.sql:6:1: a statement ";
  EXPECT_EQ(with("SELECT setval('public.users_id_seq', 7)"),
            refused + "names the schema 'public', which is in use");
  EXPECT_EQ(with("INSERT INTO \"public\" . users VALUES (1)"),
            refused + "names the schema 'public', which is in use");
  EXPECT_EQ(with("drop schema PUBLIC cascade"),
            refused + "names the schema 'public', which is in use");
  EXPECT_EQ(with("SET search_path = app"), refused + "sets search_path");
  EXPECT_EQ(with("CREATE TABLE publication (public integer)"), "");
  EXPECT_EQ(scratch_schemas(), "0");
}

TEST_P(Scratch, LiveTablesAreOutOfReach) {
  raw().run("CREATE TABLE live (x integer)");
  EXPECT_EQ(with("DROP TABLE IF EXISTS live"), "");
  EXPECT_TRUE(raw().has_table("live"));
  EXPECT_THAT(with("DELETE FROM live"), ::testing::HasSubstr("relation \"live\" does not exist"));
  EXPECT_EQ(scratch_schemas(), "0");
}

TEST_P(Scratch, AReaderIsToldThatNothingWasCompared) {
  ChainBuilder chain = chain_of(2);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  postgres::Database reader;
  const auto& own = dynamic_cast<PostgresDatabase&>(raw());
  // As on a hot standby.
  ASSERT_TRUE(
      is_ok(reader.open(own.connection_string() + "\\ -cdefault_transaction_read_only=on")));
  const Chain& view = chain.chain();
  SchemaCheck found = check_schema(reader, view, inspect(reader, view).applied, {});
  EXPECT_TRUE(is_ok(found.status));
  EXPECT_FALSE(found.compared);
  EXPECT_FALSE(found.equal());
  EXPECT_EQ(
      found.reason,
      "no scratch schema can be made: cannot execute CREATE SCHEMA in a read-only transaction");
  // A role that may only read.
  const std::string schema = own.ledger().substr(0, own.ledger().find('.'));
  raw().run("CREATE ROLE only_reads LOGIN");
  raw().run("GRANT USAGE ON SCHEMA " + schema + " TO only_reads");
  raw().run("GRANT SELECT ON ALL TABLES IN SCHEMA " + schema + " TO only_reads");
  ASSERT_TRUE(is_ok(reader.open(own.connection_string() + " user=only_reads")));
  EXPECT_TRUE(inspect(reader, view).at_head);
  std::vector<ForeignLedger> foreign;
  EXPECT_TRUE(is_ok(needs_adoption(reader, view, foreign)));
  found = check_schema(reader, view, inspect(reader, view).applied, {});
  EXPECT_TRUE(is_ok(found.status));
  EXPECT_FALSE(found.compared);
  EXPECT_THAT(found.reason, ::testing::HasSubstr("permission denied for database"));
  reader.close();
  raw().run("DROP OWNED BY only_reads");
  raw().run("DROP ROLE only_reads");
}

INSTANTIATE_TEST_SUITE_P(Postgres, Scratch, ::testing::Values(&make_postgres_database),
                         [](const auto&) { return std::string("conforms"); });

INSTANTIATE_TEST_SUITE_P(Postgres, OwnSchema, ::testing::Values(&make_postgres_database),
                         [](const auto&) { return std::string("conforms"); });

}  // namespace retort::test
