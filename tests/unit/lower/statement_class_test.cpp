// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The table of statements that cannot be sent as they stand, statement by statement.
#include "dialect/statement_class.hpp"

#include <gtest/gtest.h>

#include <sstream>
#include <string>

namespace retort::compiler::dialect {
namespace {

constexpr Engine sqlite = Engine::sqlite;
constexpr Engine postgres = Engine::postgres;

// The rule's name for tokens separated by blanks; "" where none matches.
std::string rule(Engine engine, const std::string& text) {
  std::istringstream words(text);
  std::vector<std::string> tokens;
  for (std::string word; words >> word;) tokens.push_back(word);
  const StatementRule* found = find_rule(engine, {tokens.begin(), tokens.end()});
  return found == nullptr ? "" : std::string(found->name);
}

TEST(StatementClass, KnowsTransactionControl) {
  for (const Engine engine : all_engines) {
    EXPECT_EQ(rule(engine, "begin"), "BEGIN");
    EXPECT_EQ(rule(engine, "COMMIT TRANSACTION"), "COMMIT");
    EXPECT_EQ(rule(engine, "End"), "END");
    EXPECT_EQ(rule(engine, "ROLLBACK TO a"), "ROLLBACK");
    EXPECT_EQ(rule(engine, "SAVEPOINT a"), "SAVEPOINT");
    EXPECT_EQ(rule(engine, "RELEASE a"), "RELEASE");
  }
  EXPECT_EQ(rule(postgres, "START TRANSACTION"), "START TRANSACTION");
  EXPECT_EQ(rule(postgres, "PREPARE TRANSACTION 'x'"), "PREPARE TRANSACTION");
  EXPECT_EQ(rule(postgres, "PREPARE x AS SELECT 1"), "");
  EXPECT_EQ(rule(sqlite, "START TRANSACTION"), "");
}

TEST(StatementClass, KnowsWhatCannotRunInATransactionOfSqlite) {
  EXPECT_EQ(rule(sqlite, "VACUUM INTO 'x'"), "VACUUM");
  EXPECT_EQ(rule(sqlite, "PRAGMA journal_mode = WAL"), "PRAGMA journal_mode");
  EXPECT_EQ(rule(sqlite, "PRAGMA main . journal_mode ( WAL )"), "PRAGMA journal_mode");
  EXPECT_EQ(rule(sqlite, "PRAGMA journal_mode"), "");
  EXPECT_EQ(rule(sqlite, "PRAGMA synchronous = 0"), "PRAGMA synchronous");
  EXPECT_EQ(rule(sqlite, "PRAGMA user_version = 3"), "");
  EXPECT_EQ(rule(sqlite, "ATTACH 'x' AS y"), "");
}

TEST(StatementClass, KnowsWhatCannotRunInATransactionOfPostgres) {
  EXPECT_EQ(rule(postgres, "CREATE INDEX CONCURRENTLY i ON t ( a )"), "CREATE INDEX CONCURRENTLY");
  EXPECT_EQ(rule(postgres, "create unique index concurrently i"), "CREATE INDEX CONCURRENTLY");
  EXPECT_EQ(rule(postgres, "CREATE INDEX i ON t ( a )"), "");
  EXPECT_EQ(rule(postgres, "DROP INDEX CONCURRENTLY i"), "DROP INDEX CONCURRENTLY");
  EXPECT_EQ(rule(postgres, "DROP INDEX i"), "");
  EXPECT_EQ(rule(postgres, "REINDEX TABLE CONCURRENTLY t"), "REINDEX CONCURRENTLY");
  EXPECT_EQ(rule(postgres, "REINDEX ( VERBOSE ) TABLE CONCURRENTLY t"), "REINDEX CONCURRENTLY");
  EXPECT_EQ(rule(postgres, "REINDEX DATABASE d"), "REINDEX of many tables");
  EXPECT_EQ(rule(postgres, "REINDEX ( VERBOSE ) SCHEMA s"), "REINDEX of many tables");
  EXPECT_EQ(rule(postgres, "REINDEX TABLE schema"), "");
  EXPECT_EQ(rule(postgres, "ALTER TABLE a . t DETACH PARTITION p CONCURRENTLY"),
            "DETACH PARTITION CONCURRENTLY");
  EXPECT_EQ(rule(postgres, "ALTER TABLE t DETACH PARTITION p"), "");
  EXPECT_EQ(rule(postgres, "VACUUM FULL t"), "VACUUM");
  EXPECT_EQ(rule(postgres, "ALTER SYSTEM SET x = 1"), "ALTER SYSTEM");
  EXPECT_EQ(rule(postgres, "ALTER TYPE e ADD VALUE 'x'"), "");
  EXPECT_EQ(rule(postgres, "ALTER DATABASE d SET TABLESPACE t"), "ALTER DATABASE SET TABLESPACE");
  EXPECT_EQ(rule(postgres, "ALTER DATABASE d SET work_mem = 1"), "");
  EXPECT_EQ(rule(postgres, "CLUSTER"), "CLUSTER of all tables");
  EXPECT_EQ(rule(postgres, "CLUSTER ( VERBOSE )"), "CLUSTER of all tables");
  EXPECT_EQ(rule(postgres, "CLUSTER VERBOSE words USING words_id"), "");
  EXPECT_EQ(rule(postgres, "CLUSTER words"), "");
  EXPECT_EQ(rule(postgres, "CREATE SUBSCRIPTION s CONNECTION 'c' PUBLICATION p"),
            "CREATE SUBSCRIPTION");
  EXPECT_EQ(rule(postgres, "ALTER SUBSCRIPTION s REFRESH PUBLICATION"),
            "ALTER SUBSCRIPTION REFRESH PUBLICATION");
  EXPECT_EQ(rule(postgres, "ALTER SUBSCRIPTION s ADD PUBLICATION p"),
            "ALTER SUBSCRIPTION SET PUBLICATION");
  EXPECT_EQ(rule(postgres, "ALTER SUBSCRIPTION s DISABLE"), "");
  EXPECT_EQ(rule(postgres, "CREATE TABLESPACE t LOCATION '/x'"), "CREATE TABLESPACE");
  EXPECT_EQ(rule(postgres, "REFRESH MATERIALIZED VIEW CONCURRENTLY v"), "");
  EXPECT_EQ(rule(postgres, "ANALYZE"), "");
  EXPECT_EQ(rule(postgres, "DISCARD ALL"), "DISCARD ALL");
  EXPECT_EQ(rule(postgres, "DISCARD PLANS"), "");
}

TEST(StatementClass, QuotedNamesAreNoKeywords) {
  EXPECT_EQ(rule(sqlite, "\"BEGIN\""), "");
  EXPECT_EQ(rule(postgres, "CREATE INDEX \"CONCURRENTLY\" ON t"), "");
  EXPECT_EQ(find_rule(sqlite, {}), nullptr);
}

TEST(StatementClass, KnowsTheForeignKeyPragmas) {
  EXPECT_EQ(rule(sqlite, "PRAGMA foreign_keys = OFF"), "foreign_keys");
  EXPECT_EQ(rule(sqlite, "PRAGMA main . FOREIGN_KEYS ( 0 )"), "foreign_keys");
  EXPECT_EQ(rule(sqlite, "PRAGMA foreign_keys"), "");
  EXPECT_EQ(rule(sqlite, "PRAGMA foreign_key_check"), "");
  EXPECT_EQ(rule(sqlite, "PRAGMA defer_foreign_keys = ON"), "defer_foreign_keys");
  EXPECT_EQ(rule(sqlite, "PRAGMA legacy_alter_table = ON"), "");
}

}  // namespace
}  // namespace retort::compiler::dialect
