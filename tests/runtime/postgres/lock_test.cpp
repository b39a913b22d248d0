// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Who waits for whom, for how long, what a run leaves on a connection that was lent to it.
#include <chrono>
#include <thread>

#include "postgres/postgres_database.hpp"
#include "support/recorder.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;
using ::testing::MatchesRegex;

class PostgresLock : public ::testing::Test {
 protected:
  PostgresLock() : other_(PQconnectdb(database_.connection_string().c_str())) {}
  ~PostgresLock() override { PQfinish(other_); }

  std::string other(const std::string& sql) {
    PGresult* const result = PQexec(other_, sql.c_str());
    std::string value = PQresultErrorMessage(result);
    if (PQntuples(result) > 0) value = PQgetvalue(result, 0, 0);
    PQclear(result);
    return value;
  }
  // Lets go after a while, in another thread, with a connection of its own.
  std::thread terminate_other_after(int ms) {
    return std::thread([this, ms, pid = other("SELECT pg_backend_pid()")] {
      std::this_thread::sleep_for(std::chrono::milliseconds(ms));
      database_.run("SELECT pg_terminate_backend(" + pid + ")");
    });
  }
  ChainBuilder altering() {
    ChainBuilder builder("app", Engine::postgres);
    builder.add("0001").add_up("CREATE TABLE words (id integer)");
    builder.add("0002").add_up("ALTER TABLE words ADD COLUMN word text").up.lock_timeout_ms = 50;
    return builder;
  }
  std::string locks() {
    return database_.scalar("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'");
  }

  PostgresDatabase database_;
  PGconn* other_;
};

TEST_F(PostgresLock, WaitsForABoundedTimeAndNamesTheHolder) {
  other("SET application_name = 'recorder'");
  other("SELECT pg_advisory_lock(" + std::to_string(postgres::lock_key) + ")");
  ChainBuilder builder = simple_chain(2, Engine::postgres);
  Recorder recorder;
  Options options;
  options.lock_wait_ms = 1200;
  options.observer = &recorder;
  const auto begin = std::chrono::steady_clock::now();
  const Status status = upgrade(*database_.connect(), builder.chain(), options);
  const auto waited = std::chrono::steady_clock::now() - begin;
  EXPECT_TRUE(fails_with(status, Code::busy));
  EXPECT_THAT(status.message(),
              MatchesRegex("the database is locked by pid [0-9]+ \\(recorder\\), connected since "
                           "[0-9:]+ UTC; waited 1[0-9]+ ms"));
  EXPECT_THAT(status.message(), HasSubstr(other("SELECT pg_backend_pid()")));
  EXPECT_LT(waited, std::chrono::seconds(5));
  EXPECT_GE(recorder.waits, 1);
  EXPECT_FALSE(database_.has_table("retort_ledger"));
  other("SELECT pg_advisory_unlock_all()");
  EXPECT_TRUE(is_ok(upgrade(*database_.connect(), builder.chain(), options)));
}

TEST_F(PostgresLock, IsGivenBackAfterAnError) {
  ChainBuilder builder = simple_chain(2, Engine::postgres);
  builder.at("0002").add_up("SELECT nothing FROM nowhere");
  auto db = database_.connect();
  EXPECT_TRUE(fails_with(upgrade(*db, builder.chain()), Code::sql_error));
  EXPECT_EQ(locks(), "0");
  builder.at("0002").up.statements.pop_back();
  builder.at("0002").up.transaction = false;
  builder.at("0002").add_up("VACUUM nowhere");
  EXPECT_TRUE(fails_with(upgrade(*db, builder.chain()), Code::sql_error));
  EXPECT_EQ(locks(), "0");
}

TEST_F(PostgresLock, ALockTimeoutIsTriedAgain) {
  ChainBuilder builder = altering();
  Options options;
  options.target = "0001";
  ASSERT_TRUE(is_ok(upgrade(*database_.connect(), builder.chain(), options)));
  other("BEGIN");
  other("SELECT * FROM words");
  std::thread release = terminate_other_after(400);
  EXPECT_TRUE(is_ok(upgrade(*database_.connect(), builder.chain())));
  release.join();
  EXPECT_EQ(database_.scalar("SELECT count(word) FROM words"), "0");
}

TEST_F(PostgresLock, ALockTimeoutEndsWithTheLockWait) {
  for (const bool in_transaction : {true, false}) {
    ChainBuilder builder = altering();
    builder.at("0002").up.transaction = in_transaction;
    if (!in_transaction) builder.at("0002").up.statements = {"CLUSTER words USING words_id"};
    Options options;
    options.target = "0001";
    ASSERT_TRUE(is_ok(upgrade(*database_.connect(), builder.chain(), options)));
    database_.run("CREATE INDEX IF NOT EXISTS words_id ON words (id)");
    other("BEGIN");
    other("SET LOCAL application_name = 'reports'");
    other("SELECT * FROM words");
    auto db = database_.connect();
    options.target = "head";
    options.lock_wait_ms = 300;
    const Status status = upgrade(*db, builder.chain(), options);
    EXPECT_TRUE(fails_with(status, Code::busy));
    EXPECT_EQ(status.sqlstate(), "55P03");
    EXPECT_EQ(status.revision(), "0002");
    EXPECT_THAT(status.message(),
                MatchesRegex("canceling statement due to lock timeout; tried "
                             "[0-9]+ times in [0-9]+ ms; the oldest other "
                             "transaction is that of pid [0-9]+ \\(reports\\), in "
                             "a transaction since [0-9:]+ UTC"));
    EXPECT_EQ(locks(), "0");
    other("ROLLBACK");
    EXPECT_TRUE(is_ok(upgrade(*db, builder.chain())));
    database_.run("DROP TABLE words, retort_ledger");
  }
}

// Nothing of a run stays on a connection that was lent.
TEST_F(PostgresLock, SettingsArePutBack) {
  other("SET lock_timeout = '7s'; SET statement_timeout = '8min'");
  const std::string path = other("SHOW search_path");
  ChainBuilder builder("app", Engine::postgres);
  builder.add("0001")
      .add_up("CREATE SCHEMA IF NOT EXISTS elsewhere")
      .add_up("SET search_path TO elsewhere")
      .add_up("CREATE TABLE moved (id integer)");
  builder.add("0002").add_up("CREATE TABLE stayed (id integer)").up.lock_timeout_ms = 900;
  builder.add("0003")
      .without_transaction()
      .add_up("SET search_path TO elsewhere")
      .add_up("CREATE TABLE alone (id integer)")
      .add_up("CREATE TABLE alone_too (id integer)")
      .up.statement_timeout_ms = 60'000;
  builder.add("0004").add_up("CREATE TABLE stayed_too (id integer)");
  postgres::Database db(other_);
  ASSERT_TRUE(is_ok(upgrade(db, builder.chain())));
  EXPECT_EQ(other("SHOW search_path"), path);
  EXPECT_EQ(other("SHOW lock_timeout"), "7s");
  EXPECT_EQ(other("SHOW statement_timeout"), "8min");
  EXPECT_EQ(database_.scalar("SELECT string_agg(tablename, ',' ORDER BY tablename) FROM pg_tables"
                             " WHERE schemaname = 'elsewhere'"),
            "alone,alone_too,moved");
  for (const char* table : {"stayed", "stayed_too", "retort_ledger"}) {
    EXPECT_TRUE(database_.has_table(table)) << table;
  }
  EXPECT_EQ(database_.scalar("SELECT count(*) FROM " + database_.ledger()), "4");
  // After an error too, in a transaction and outside.
  for (const bool in_transaction : {true, false}) {
    builder.add("0005").add_up("SET search_path TO elsewhere").add_up("SELECT nothing");
    builder.at("0005").up.transaction = in_transaction;
    builder.at("0005").up.lock_timeout_ms = 100;
    EXPECT_TRUE(fails_with(upgrade(db, builder.chain()), Code::sql_error));
    EXPECT_EQ(other("SHOW search_path"), path);
    EXPECT_EQ(other("SHOW lock_timeout"), "7s");
    builder.truncate(4);
  }
  database_.run("DROP SCHEMA elsewhere CASCADE");
}

TEST_F(PostgresLock, IsNotTakenAtTheHead) {
  ChainBuilder builder = simple_chain(2, Engine::postgres);
  ASSERT_TRUE(is_ok(upgrade(*database_.connect(), builder.chain())));
  other("SELECT pg_advisory_lock(" + std::to_string(postgres::lock_key) + ")");
  Options options;
  options.lock_wait_ms = 0;
  EXPECT_TRUE(is_ok(upgrade(*database_.connect(), builder.chain(), options)));
}

}  // namespace
}  // namespace retort::test
