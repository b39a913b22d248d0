// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statements on SQLite: where errors are placed, what may and may not be sent.
#include "sqlite/sqlite_database.hpp"
#include "support/recorder.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

class SqliteStatement : public ::testing::Test {
 protected:
  SqliteStatement() { EXPECT_TRUE(is_ok(db_.open(":memory:"))); }
  Status run(const std::string& sql) {
    ChainBuilder chain;
    chain.add("0001").add_up(sql);
    return upgrade(db_, chain.chain());
  }
  sqlite::Database db_;
};

// The statement of these chains begins in line 6, column 1.
TEST_F(SqliteStatement, PlacesSyntaxErrors) {
  if (sqlite3_libversion_number() < 3038000) {
    EXPECT_EQ(run("CREATE TABLE a (x,\n  y CHECK 1)").line(), 6U);
    return;
  }
  Status status = run("CREATE TABLE a (x,\n  y CHECK 1)");
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_EQ(status.to_string(),
            "migrations/0001.sql:7:11: error: near \"1\": syntax error (revision 0001)");
  status = run("SELECT 'é', nothing_such");
  EXPECT_EQ(status.message(), "no such column: nothing_such");
  EXPECT_EQ(status.column(), 13U);
}

TEST_F(SqliteStatement, PlacesRunTimeErrorsAtTheBeginning) {
  const Status status = run("INSERT INTO sqlite_master\nVALUES (1)");
  EXPECT_EQ(status.line(), 6U);
  EXPECT_EQ(status.column(), 1U);
  ChainBuilder chain;
  chain.add("0001").add_up("CREATE TABLE a (x NOT NULL)").add_up("INSERT\nINTO a VALUES (NULL)");
  const Status constraint = upgrade(db_, chain.chain());
  EXPECT_EQ(constraint.native_code(), SQLITE_CONSTRAINT_NOTNULL);
  EXPECT_EQ(constraint.to_string(),
            "migrations/0001.sql:7:1: error: NOT NULL constraint failed: a.x (revision 0001)");
}

TEST_F(SqliteStatement, MustBeExactlyOne) {
  for (const char* sql : {"CREATE TABLE a (x); CREATE TABLE b (x)", "", "-- nothing", ";"}) {
    const Status status = run(sql);
    EXPECT_TRUE(fails_with(status, Code::sql_error)) << sql;
    EXPECT_EQ(status.message(), "the text is not exactly one statement") << sql;
  }
  EXPECT_TRUE(fails_with(run(std::string("CREATE TABLE a (x)\0, y", 22)), Code::sql_error));
}

TEST_F(SqliteStatement, MustNotEndTheTransaction) {
  const Status status = run("ROLLBACK");
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_THAT(status.message(), HasSubstr("ended the transaction"));
  EXPECT_NE(sqlite3_get_autocommit(db_.handle()), 0);
}

TEST_F(SqliteStatement, MayReturnRows) { EXPECT_TRUE(is_ok(run("SELECT 1 UNION SELECT 2"))); }

TEST_F(SqliteStatement, CannotCopy) {
  const std::string_view chunks[] = {"COPY t FROM stdin", "1\n"};
  const Statement statement = {chunks, 2, 3, 1, 1};
  ChainBuilder builder = simple_chain(1);
  Chain chain = builder.chain();  // once: it builds its tables anew each time
  Revision revision = chain.revisions[0];
  Body body = revision.bodies[0];
  body.up.statements = &statement;
  body.up.statement_count = 1;
  revision.bodies = &body;
  chain.revisions = &revision;
  const Status status = upgrade(db_, chain);
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_EQ(status.message(), "COPY … FROM stdin is not possible on SQLite");
}

TEST_F(SqliteStatement, IsStoppedByItsTimeout) {
  ChainBuilder chain;
  const char* endless =
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n";
  chain.add("0001").add_up(endless);
  Options options;
  options.statement_timeout_ms = 30;
  Status status = upgrade(db_, chain.chain(), options);
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_EQ(status.message(), "the statement ran longer than its timeout of 30 ms");
  EXPECT_EQ(status.revision(), "0001");
  chain.at("0001").up.statement_timeout_ms = 20;  // the section's own wins
  status = upgrade(db_, chain.chain(), options);
  EXPECT_THAT(status.message(), HasSubstr("20 ms"));
}

TEST_F(SqliteStatement, IsStoppedByAnInterrupt) {
  class Interrupter final : public Observer {
   public:
    explicit Interrupter(sqlite3* connection) : connection_(connection) {}
    bool on_statement(const Step&, const Script&, std::uint32_t) override {
      sqlite3_progress_handler(
          connection_, 100,
          [](void* connection) {
            sqlite3_interrupt(static_cast<sqlite3*>(connection));
            return 0;
          },
          connection_);
      return true;
    }

   private:
    sqlite3* connection_;
  };
  ChainBuilder chain;
  chain.add("0001").add_up(
      "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n");
  Interrupter interrupter(db_.handle());
  Options options;
  options.observer = &interrupter;
  EXPECT_TRUE(fails_with(upgrade(db_, chain.chain(), options), Code::interrupted));
  sqlite3_progress_handler(db_.handle(), 0, nullptr, nullptr);
}

// These cannot run in a transaction, and the note of their progress cannot share one with them.
TEST_F(SqliteStatement, MayVacuumWithoutTransaction) {
  TemporaryFolder folder;
  ASSERT_TRUE(is_ok(db_.open(folder.file("a.db"))));
  ChainBuilder chain = simple_chain(1);
  chain.add("0002").without_transaction().add_up("VACUUM").add_up("PRAGMA journal_mode = WAL");
  chain.add("0003").add_up("CREATE TABLE last (x)");
  EXPECT_TRUE(is_ok(upgrade(db_, chain.chain())));
  EXPECT_TRUE(inspect(db_, chain.chain()).at_head);
  EXPECT_EQ(Connection(folder.file("a.db")).scalar("PRAGMA journal_mode"), "wal");
}

TEST_F(SqliteStatement, CannotVacuumInATransaction) {
  const Status status = run("VACUUM");
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_EQ(status.message(), "cannot VACUUM from within a transaction");
}

// The text of a verify query's row is part of the message.
TEST_F(SqliteStatement, ShowsWhatWasNotTrue) {
  ChainBuilder chain = simple_chain(1);
  chain.at("0001").add_verify("SELECT 0.0");
  EXPECT_EQ(upgrade(db_, chain.chain()).message(),
            "the verify query returned a row that is not true: 0.0");
  chain.at("0001").verify.statements = {"SELECT NULL"};
  EXPECT_EQ(upgrade(db_, chain.chain()).message(),
            "the verify query returned a row that is not true: NULL");
  chain.at("0001").verify.statements = {"SELECT 'abc'"};
  EXPECT_FALSE(upgrade(db_, chain.chain()).ok());
  chain.at("0001").verify.statements = {"SELECT '1'", "SELECT 0.5", "SELECT -1"};
  EXPECT_TRUE(is_ok(upgrade(db_, chain.chain())));
}

}  // namespace
}  // namespace retort::test
