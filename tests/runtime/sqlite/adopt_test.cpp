// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Adoption on SQLite, and the tools that count in PRAGMA user_version.
#include "sqlite/sqlite_database.hpp"
#include "support/adopting.hpp"

namespace retort::test {

INSTANTIATE_TEST_SUITE_P(Sqlite, Adopt, ::testing::Values(&make_sqlite_database),
                         [](const auto&) { return std::string("conforms"); });

class UserVersion : public Adopt {};

TEST_P(UserVersion, IsTheRevisionOfThatNumber) {
  raw().run("PRAGMA user_version = 7");
  EXPECT_EQ(take({"005", "007"}), "");  // an empty file
  raw().run("CREATE TABLE words (x text)");
  EXPECT_EQ(take({"005", "007", "009"}), "a program that counts in user_version 005 007");
  EXPECT_EQ(adoption.ledger.table, "PRAGMA user_version");
  EXPECT_EQ(adoption.ledger.at, "at '007'");
}

TEST_P(UserVersion, OrTheNumberOfRevisions) {
  raw().run("PRAGMA user_version = 2");
  raw().run("CREATE TABLE words (x text)");
  EXPECT_EQ(take({"a1", "b2", "c3"}), "a program that counts in user_version a1 b2");
}

TEST_P(UserVersion, NotMoreThanThereAre) {
  raw().run("PRAGMA user_version = 4");
  raw().run("CREATE TABLE words (x text)");
  EXPECT_EQ(take({"a1", "b2", "c3"}), "the chain has 3 revisions and none is called 4\n");
}

TEST_P(UserVersion, IsNoNewsBesideATable) {
  raw().run("PRAGMA user_version = 4");
  raw().run("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)");
  raw().run("INSERT INTO grdb_migrations VALUES ('a1')");
  EXPECT_EQ(take({"a1", "b2", "c3"}), "GRDB a1");
}

INSTANTIATE_TEST_SUITE_P(Sqlite, UserVersion, ::testing::Values(&make_sqlite_database),
                         [](const auto&) { return std::string("conforms"); });

}  // namespace retort::test
