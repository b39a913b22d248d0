// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Files that are not what the program expects.
#include <fcntl.h>
#include <sys/stat.h>

#include <fstream>

#include "sqlite/sqlite_database.hpp"
#include "support/process.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

TEST(SqliteBadInput, FileThatIsNotADatabase) {
  TemporaryFolder folder;
  const std::string file = folder.file("notes.txt");
  std::ofstream(file) << std::string(4096, 'x');
  sqlite::Database db;
  ASSERT_TRUE(is_ok(db.open(file)));
  ChainBuilder chain = simple_chain(1);
  const Status status = upgrade(db, chain.chain());
  EXPECT_TRUE(fails_with(status, Code::not_a_database));
  EXPECT_EQ(status.message(), "file is not a database");
  EXPECT_EQ(status.native_code(), SQLITE_NOTADB);
  EXPECT_TRUE(fails_with(inspect(db, chain.chain()).status, Code::not_a_database));
  std::string content;
  std::ifstream(file) >> content;
  EXPECT_EQ(content, std::string(4096, 'x'));
}

TEST(SqliteBadInput, EmptyFileIsAnEmptyDatabase) {
  TemporaryFolder folder;
  std::ofstream(folder.file("empty.db"));
  sqlite::Database db;
  ASSERT_TRUE(is_ok(db.open(folder.file("empty.db"))));
  ChainBuilder chain = simple_chain(1);
  EXPECT_TRUE(is_ok(upgrade(db, chain.chain())));
}

TEST(SqliteBadInput, ReadOnlyConnection) {
  SqliteDatabase database;
  ChainBuilder chain = simple_chain(1);
  {
    auto writer = database.connect();
    ASSERT_TRUE(is_ok(upgrade(*writer, chain.chain())));
  }
  sqlite::Database db;
  ASSERT_TRUE(is_ok(db.open_read_only(database.file())));
  EXPECT_TRUE(is_ok(upgrade(db, chain.chain())));  // at the head nothing is written
  EXPECT_TRUE(inspect(db, chain.chain()).at_head);
  chain = simple_chain(2);
  const Status status = upgrade(db, chain.chain());
  EXPECT_TRUE(fails_with(status, Code::read_only));
  EXPECT_EQ(status.message(), "attempt to write a readonly database");
}

// The file's permissions, as a user who has to respect them.
TEST(SqliteBadInput, ReadOnlyFile) {
  SqliteDatabase database;
  database.run("CREATE TABLE mine (x)");
  ASSERT_EQ(chmod(database.file().c_str(), 0444), 0);
  ASSERT_EQ(chmod(database.file().substr(0, database.file().rfind('/')).c_str(), 0755), 0);
  Child child([&] {
    if (geteuid() == 0 && setuid(65534) != 0) return 90;
    sqlite::Database db;
    if (!db.open(database.file()).ok()) return 91;
    ChainBuilder chain = simple_chain(1);
    return static_cast<int>(upgrade(db, chain.chain()).code());
  });
  EXPECT_EQ(child.wait(), static_cast<int>(Code::read_only));
}

TEST(SqliteBadInput, FolderThatMayNotBeWritten) {
  SqliteDatabase database;
  database.run("CREATE TABLE mine (x)");
  ASSERT_EQ(chmod(database.file().c_str(), 0666), 0);
  ASSERT_EQ(chmod(database.file().substr(0, database.file().rfind('/')).c_str(), 0555), 0);
  Child child([&] {
    if (geteuid() == 0 && setuid(65534) != 0) return 90;
    sqlite::Database db;
    if (!db.open(database.file()).ok()) return 91;
    ChainBuilder chain = simple_chain(1);
    const Status status = upgrade(db, chain.chain());
    // SQLite cannot make its journal there.
    return status.code() == Code::read_only || status.code() == Code::cannot_open ? 0 : 92;
  });
  EXPECT_EQ(child.wait(), 0);
  EXPECT_FALSE(database.has_table("retort_ledger"));
}

TEST(SqliteBadInput, LedgerTableOfSomethingElse) {
  SqliteDatabase database;
  database.run("CREATE TABLE retort_ledger (id integer)");
  auto db = database.connect();
  ChainBuilder chain = simple_chain(1);
  const Status status = upgrade(*db, chain.chain());
  EXPECT_TRUE(fails_with(status, Code::bad_ledger));
  EXPECT_THAT(status.message(),
              HasSubstr("cannot read the table main.retort_ledger: no such column"));
  EXPECT_TRUE(fails_with(inspect(*db, chain.chain()).status, Code::bad_ledger));
  EXPECT_FALSE(database.has_table("t0001"));
}

TEST(SqliteBadInput, LedgerRowWithoutARevision) {
  SqliteDatabase database;
  auto db = database.connect();
  ChainBuilder chain = simple_chain(1);
  ASSERT_TRUE(is_ok(upgrade(*db, chain.chain())));
  database.run("UPDATE retort_ledger SET revision = ''");
  EXPECT_TRUE(fails_with(upgrade(*db, chain.chain()), Code::newer_database));
}

// A newer release may add columns; what an older one writes must still fit.
TEST(SqliteBadInput, LedgerWithMoreColumns) {
  SqliteDatabase database;
  auto db = database.connect();
  ChainBuilder chain = simple_chain(1);
  ASSERT_TRUE(is_ok(upgrade(*db, chain.chain())));
  database.run("ALTER TABLE retort_ledger ADD COLUMN later text");
  chain = simple_chain(2);
  EXPECT_TRUE(is_ok(upgrade(*db, chain.chain())));
  EXPECT_TRUE(inspect(*db, chain.chain()).at_head);
}

TEST(SqliteBadInput, DamagedFile) {
  SqliteDatabase database;
  ChainBuilder chain = simple_chain(30);
  {
    auto db = database.connect();
    ASSERT_TRUE(is_ok(upgrade(*db, chain.chain())));
  }
  {
    std::fstream file(database.file(), std::ios::in | std::ios::out | std::ios::binary);
    file.seekp(4096);
    file << std::string(4096 * 20, '\xee');
  }
  auto db = database.connect();
  chain = simple_chain(31);
  const Status status = upgrade(*db, chain.chain());
  EXPECT_FALSE(status.ok());
  EXPECT_THAT(status.message(), HasSubstr("malformed"));
}

}  // namespace
}  // namespace retort::test
