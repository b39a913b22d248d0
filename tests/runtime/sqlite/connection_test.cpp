// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The program's own connection, and the ones that open() makes.
#include <filesystem>
#include <utility>

#include "sqlite/sqlite_database.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

TEST(SqliteConnection, IsTakenFromTheProgram) {
  Connection connection(":memory:");
  ChainBuilder chain = simple_chain(2);
  {
    sqlite::Database db(connection.get());
    EXPECT_TRUE(is_ok(upgrade(db, chain.chain())));
    EXPECT_EQ(db.handle(), connection.get());
  }
  // It is still the program's.
  EXPECT_EQ(connection.scalar("SELECT count(*) FROM retort_ledger"), "2");
}

TEST(SqliteConnection, CanBeClosedByTheProgramAfterEveryCall) {
  TemporaryFolder folder;
  ChainBuilder chain = simple_chain(3);
  chain.at("0002").without_transaction();
  sqlite3* connection = nullptr;
  ASSERT_EQ(sqlite3_open(folder.file("a.db").c_str(), &connection), SQLITE_OK);
  sqlite::Database db(connection);
  const auto nothing_left = [&] { return sqlite3_next_stmt(connection, nullptr) == nullptr; };
  EXPECT_TRUE(inspect(db, chain.chain()).status.ok());
  EXPECT_TRUE(nothing_left());
  EXPECT_TRUE(is_ok(upgrade(db, chain.chain())));
  EXPECT_TRUE(nothing_left());
  EXPECT_TRUE(is_ok(upgrade(db, chain.chain())));
  EXPECT_TRUE(nothing_left());
  EXPECT_TRUE(plan(db, chain.chain(), "base").status.ok());
  EXPECT_TRUE(nothing_left());
  EXPECT_TRUE(is_ok(downgrade(db, chain.chain(), "base")));
  EXPECT_TRUE(is_ok(stamp(db, chain.chain(), "head")));
  EXPECT_TRUE(nothing_left());
  chain.add("0004").add_up("bad SQL");
  EXPECT_FALSE(upgrade(db, chain.chain()).ok());
  EXPECT_TRUE(nothing_left());
  EXPECT_EQ(sqlite3_close(connection), SQLITE_OK);
}

TEST(SqliteConnection, MustNotBeInsideATransaction) {
  Connection connection(":memory:");
  sqlite::Database db(connection.get());
  ChainBuilder chain = simple_chain(1);
  connection.run("BEGIN");
  EXPECT_TRUE(fails_with(upgrade(db, chain.chain()), Code::open_transaction));
  EXPECT_TRUE(fails_with(stamp(db, chain.chain(), "head"), Code::open_transaction));
  connection.run("CREATE TABLE mine (x)");
  connection.run("COMMIT");  // it was not touched
  EXPECT_TRUE(is_ok(upgrade(db, chain.chain())));
  connection.run("BEGIN");
  EXPECT_TRUE(is_ok(upgrade(db, chain.chain())));  // nothing to do: no matter
  EXPECT_TRUE(fails_with(downgrade(db, chain.chain(), "base"), Code::open_transaction));
  connection.run("ROLLBACK");
}

TEST(SqliteConnection, MustNotHaveAStatementRunning) {
  Connection connection(":memory:");
  connection.run("CREATE TABLE mine (x); INSERT INTO mine VALUES (1), (2)");
  sqlite::Database db(connection.get());
  ChainBuilder chain = simple_chain(1);
  sqlite3_stmt* statement = nullptr;
  sqlite3_prepare_v2(connection.get(), "SELECT x FROM mine", -1, &statement, nullptr);
  ASSERT_EQ(sqlite3_step(statement), SQLITE_ROW);
  const Status status = upgrade(db, chain.chain());
  EXPECT_TRUE(fails_with(status, Code::busy));
  EXPECT_EQ(status.message(),
            "a statement of the program is still running on this connection; reset it first: "
            "SELECT x FROM mine");
  sqlite3_reset(statement);
  EXPECT_TRUE(is_ok(upgrade(db, chain.chain())));
  sqlite3_finalize(statement);
}

TEST(SqliteConnection, KeepsFunctionsOfTheProgram) {
  Connection connection(":memory:");
  sqlite3_create_function(
      connection.get(), "shout", 1, SQLITE_UTF8, nullptr,
      [](sqlite3_context* context, int, sqlite3_value**) {
        sqlite3_result_text(context, "LOUD", -1, SQLITE_STATIC);
      },
      nullptr, nullptr);
  ChainBuilder chain = simple_chain(1);
  chain.add("0002").add_up("UPDATE t0001 SET name = shout(name)");
  sqlite::Database db(connection.get());
  EXPECT_TRUE(is_ok(upgrade(db, chain.chain())));
  EXPECT_EQ(connection.scalar("SELECT name FROM t0001"), "LOUD");
}

TEST(SqliteConnection, IsNotConfusedByATemporaryTable) {
  Connection connection(":memory:");
  connection.run("CREATE TEMP TABLE retort_ledger (nonsense)");
  sqlite::Database db(connection.get());
  ChainBuilder chain = simple_chain(2);
  EXPECT_TRUE(is_ok(upgrade(db, chain.chain())));
  EXPECT_TRUE(inspect(db, chain.chain()).at_head);
  EXPECT_EQ(connection.scalar("SELECT count(*) FROM main.retort_ledger"), "2");
}

TEST(SqliteConnection, MayBeMissing) {
  sqlite::Database db;
  ChainBuilder chain = simple_chain(1);
  EXPECT_TRUE(fails_with(upgrade(db, chain.chain()), Code::not_open));
  EXPECT_TRUE(fails_with(downgrade(db, chain.chain(), "base"), Code::not_open));
  EXPECT_TRUE(fails_with(stamp(db, chain.chain(), "head"), Code::not_open));
  EXPECT_TRUE(fails_with(inspect(db, chain.chain()).status, Code::not_open));
  EXPECT_TRUE(fails_with(plan(db, chain.chain(), "head").status, Code::not_open));
  EXPECT_EQ(db.handle(), nullptr);
  db.close();
}

TEST(SqliteConnection, Moves) {
  ChainBuilder chain = simple_chain(1);
  sqlite::Database first;
  ASSERT_TRUE(is_ok(first.open(":memory:")));
  ASSERT_TRUE(is_ok(upgrade(first, chain.chain())));
  sqlite::Database second = std::move(first);
  EXPECT_TRUE(inspect(second, chain.chain()).at_head);
  first = std::move(second);
  EXPECT_TRUE(inspect(first, chain.chain()).at_head);
  ASSERT_TRUE(is_ok(first.open(":memory:")));  // closes what was open
  EXPECT_FALSE(inspect(first, chain.chain()).at_head);
}

TEST(SqliteConnection, OpensPathsAndUrls) {
  TemporaryFolder folder;
  const std::string absolute = folder.file("a b.db");
  for (const std::string& url :
       {absolute, "sqlite:" + absolute, "sqlite:///" + absolute, "sqlite+pysqlite:///" + absolute,
        "sqlite:///" + absolute + "?x=1", "file:" + folder.path() + "/a%20b.db"}) {
    std::filesystem::remove(absolute);
    sqlite::Database db;
    EXPECT_TRUE(is_ok(db.open(url))) << url;
    EXPECT_TRUE(std::filesystem::exists(absolute)) << url;
  }
  for (const char* memory : {":memory:", "sqlite://", "sqlite:///:memory:", "sqlite::memory:"}) {
    sqlite::Database db;
    EXPECT_TRUE(is_ok(db.open(memory)));
    EXPECT_STREQ(sqlite3_db_filename(db.handle(), "main"), "") << memory;
  }
}

TEST(SqliteConnection, OpensRelativePaths) {
  TemporaryFolder folder;
  const auto before = std::filesystem::current_path();
  std::filesystem::current_path(folder.path());
  for (const char* url : {"rel.db", "sqlite:rel.db", "sqlite:///rel.db"}) {
    sqlite::Database db;
    EXPECT_TRUE(is_ok(db.open(url)));
    EXPECT_TRUE(std::filesystem::remove("rel.db")) << url;
  }
  std::filesystem::current_path(before);
}

TEST(SqliteConnection, RefusesWhatNamesNoFile) {
  sqlite::Database db;
  EXPECT_TRUE(fails_with(db.open(""), Code::invalid_argument));
  EXPECT_TRUE(fails_with(db.open("sqlite:"), Code::invalid_argument));
  EXPECT_TRUE(fails_with(db.open(std::string_view("a\0b", 3)), Code::invalid_argument));
  EXPECT_TRUE(fails_with(db.open("sqlite://user:secret@host/x.db"), Code::invalid_argument));
  const Status status = db.open("postgres://user:secret@host/name");
  EXPECT_TRUE(fails_with(status, Code::invalid_argument));
  EXPECT_EQ(status.message(), "'postgres://…' does not name a SQLite database");
}

TEST(SqliteConnection, SaysWhyAFileCannotBeOpened) {
  TemporaryFolder folder;
  sqlite::Database db;
  Status status = db.open(folder.file("missing/a.db"));
  EXPECT_TRUE(fails_with(status, Code::cannot_open));
  EXPECT_EQ(status.message(),
            "cannot open '" + folder.file("missing/a.db") + "': no such file or folder");
  EXPECT_EQ(db.handle(), nullptr);
  status = db.open(folder.path());
  EXPECT_TRUE(fails_with(status, Code::cannot_open));
  status = db.open_read_only(folder.file("missing.db"));
  EXPECT_TRUE(fails_with(status, Code::cannot_open));
  EXPECT_THAT(status.message(), HasSubstr("no such file"));
  EXPECT_FALSE(std::filesystem::exists(folder.file("missing.db")));
}

}  // namespace
}  // namespace retort::test
