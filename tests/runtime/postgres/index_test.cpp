// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Indexes that are built CONCURRENTLY: what a failed attempt leaves, what nobody heard the end of,
// and what somebody else is building.
#include <thread>

#include "postgres/postgres_database.hpp"
#include "support/process.hpp"
#include "support/recorder.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

constexpr const char* plain = "CREATE UNIQUE INDEX CONCURRENTLY words_word ON words (word)";
constexpr const char* if_not_exists =
    "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS words_word ON words (word)";

class PostgresIndex : public ::testing::Test {
 protected:
  // 0001 makes a table in which 'same' stands twice, 0002 an index that this makes impossible.
  ChainBuilder chain(const char* create = plain) {
    ChainBuilder builder("app", Engine::postgres);
    builder.add("0001")
        .add_up("CREATE TABLE words (id integer PRIMARY KEY, word text)")
        .add_up("INSERT INTO words VALUES (1, 'same'), (2, 'same')")
        .add_down("DROP TABLE words");
    builder.add("0002")
        .add_up(create, "words_word", "words")
        .add_down("DROP INDEX CONCURRENTLY words_word")
        .without_transaction();
    return builder;
  }
  Status up(ChainBuilder& builder, Options options = {}) {
    return upgrade(*database_.connect(), builder.chain(), options);
  }
  std::string valid() {
    return database_.scalar(
        "SELECT string_agg(indexrelid::regclass || ' ' || indisvalid, ',' ORDER BY 1) FROM pg_index"
        " WHERE indrelid = 'words'::regclass AND NOT indisprimary");
  }
  std::string progress() {
    return database_.scalar("SELECT progress FROM " + database_.ledger() +
                            " WHERE revision = '0002'");
  }

  PostgresDatabase database_;
};

TEST_F(PostgresIndex, AnInvalidOneIsDroppedBeforeTheNextTry) {
  for (const char* create : {plain, if_not_exists}) {
    ChainBuilder builder = chain(create);
    Status status = up(builder);
    EXPECT_TRUE(fails_with(status, Code::sql_error));
    EXPECT_EQ(status.sqlstate(), "23505");
    EXPECT_EQ(status.statement_index(), 0U);
    EXPECT_EQ(valid(), "words_word false");
    EXPECT_EQ(progress(), "0");
    // Again the same error, not "already exists".
    status = up(builder);
    EXPECT_EQ(status.sqlstate(), "23505");
    database_.run("UPDATE words SET word = id");
    EXPECT_TRUE(is_ok(up(builder)));
    EXPECT_EQ(valid(), "words_word true");
    EXPECT_TRUE(is_ok(downgrade(*database_.connect(), builder.chain(), "base")));
  }
}

TEST_F(PostgresIndex, AnErrorIsNotForgottenByRunningTwice) {
  ChainBuilder builder = chain();
  ASSERT_FALSE(up(builder).ok());
  database_.run("DROP INDEX words_word");
  database_.run("CREATE INDEX words_word ON words (id)");
  for (int i = 0; i < 2; ++i) {
    const Status status = up(builder);
    EXPECT_EQ(status.sqlstate(), "42P07") << status.to_string();
  }
  EXPECT_EQ(valid(), "words_word true");
}

// The client dies while the server builds; the server finishes, and nobody writes that down.
TEST_F(PostgresIndex, OneWhoseEndNobodyHeardIsTakenAsItIs) {
  ChainBuilder builder = chain();
  ASSERT_FALSE(up(builder).ok());
  database_.run("DROP INDEX words_word");
  database_.run("UPDATE words SET word = id");
  database_.run("CREATE UNIQUE INDEX words_word ON words (word)");
  database_.run("UPDATE " + database_.ledger() +
                " SET progress = progress + 4294967296 WHERE revision = '0002'");
  EXPECT_TRUE(is_ok(up(builder)));
  EXPECT_EQ(progress(), "NULL");
  // And the same on the way down.
  database_.run("DROP INDEX words_word");
  database_.run("UPDATE " + database_.ledger() +
                " SET progress = -1 - 4294967296 WHERE revision = '0002'");
  EXPECT_TRUE(is_ok(downgrade(*database_.connect(), builder.chain(), "0001")));
  EXPECT_EQ(progress(), "");
}

TEST_F(PostgresIndex, OneThatSomebodyElseIsBuildingIsLeftAlone) {
  ChainBuilder builder = chain();
  builder.at("0001").up.statements.pop_back();
  Options options;
  options.target = "0001";
  ASSERT_TRUE(is_ok(up(builder, options)));
  // A builder waits for every older transaction that may write to the table.
  PGconn* const reader = PQconnectdb(database_.connection_string().c_str());
  PQclear(PQexec(reader, "BEGIN"));
  PQclear(PQexec(reader, "LOCK TABLE words IN ROW EXCLUSIVE MODE"));
  std::thread other([&] {
    PGconn* const connection = PQconnectdb(database_.connection_string().c_str());
    PQclear(PQexec(connection, plain));
    PQfinish(connection);
  });
  for (int i = 0; i < 500 && valid() != "words_word false"; ++i) usleep(10'000);
  options.target = "head";
  options.lock_wait_ms = 300;
  const Status status = up(builder, options);
  EXPECT_TRUE(fails_with(status, Code::busy));
  EXPECT_THAT(status.to_string(), HasSubstr("0002.sql:"));
  EXPECT_THAT(status.message(), HasSubstr("index words_word is being built by pid "));
  PQclear(PQexec(reader, "ROLLBACK"));
  other.join();
  PQfinish(reader);
  EXPECT_EQ(valid(), "words_word true");
}

TEST_F(PostgresIndex, TwinsOfReindexAreDropped) {
  ChainBuilder builder("app", Engine::postgres);
  builder.add("0001")
      .add_up("CREATE TABLE words (id integer PRIMARY KEY, word text)")
      .add_up("CREATE UNIQUE INDEX words_word ON words (word)");
  builder.add("0002")
      .add_up("REINDEX INDEX CONCURRENTLY words_word", "words_word", "")
      .add_up("REINDEX (VERBOSE) TABLE CONCURRENTLY words", "", "words")
      .without_transaction();
  Options options;
  options.target = "0001";
  ASSERT_TRUE(is_ok(up(builder, options)));
  // What a REINDEX that was cut off leaves.
  database_.run("INSERT INTO words VALUES (1, 'same'), (2, 'other')");
  database_.run("CREATE UNIQUE INDEX words_word_ccnew ON words (word)");
  database_.run(
      "UPDATE pg_index SET indisvalid = false WHERE indexrelid ="
      " 'words_word_ccnew'::regclass");
  EXPECT_EQ(valid(), "words_word true,words_word_ccnew false");
  EXPECT_TRUE(is_ok(up(builder)));
  EXPECT_EQ(valid(), "words_word true");
}

TEST_F(PostgresIndex, NamesAreTakenAsTheServerTakesThem) {
  database_.run("CREATE SCHEMA IF NOT EXISTS \"Other Schema\"");
  ChainBuilder builder("app", Engine::postgres);
  builder.add("0001").add_up(
      "CREATE TABLE \"Other Schema\".\"W\" (id integer); INSERT INTO \"Other Schema\".\"W\" VALUES"
      " (1), (1)");
  builder.add("0002")
      .add_up("CREATE UNIQUE INDEX CONCURRENTLY WORDS_id ON \"Other Schema\".\"W\" (id)",
              "WORDS_id", "\"Other Schema\".\"W\"")
      .without_transaction();
  EXPECT_EQ(up(builder).sqlstate(), "23505");
  EXPECT_EQ(up(builder).sqlstate(), "23505");
  database_.run("DELETE FROM \"Other Schema\".\"W\"");
  EXPECT_TRUE(is_ok(up(builder)));
  database_.run("DROP SCHEMA \"Other Schema\" CASCADE");
}

}  // namespace
}  // namespace retort::test
