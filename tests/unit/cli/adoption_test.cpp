// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// First contact with a database that another tool has migrated: what the verbs say, and --adopt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include "folder_chain.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

class Adoption : public ::testing::Test {
 protected:
  Adoption() {
    unsetenv("DATABASE_URL");
    execute(
        "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL, CONSTRAINT"
        " alembic_version_pkc PRIMARY KEY (version_num))");
    execute("CREATE TABLE t_a1 (x text DEFAULT 'it''s')");
    execute("CREATE TABLE t_b2 (x text DEFAULT 'it''s')");
    execute("INSERT INTO t_a1 VALUES ('mine')");
  }

  void execute(const std::string& sql) {
    sqlite3* connection = nullptr;
    ASSERT_EQ(sqlite3_open(file_.path().c_str(), &connection), SQLITE_OK);
    EXPECT_EQ(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), SQLITE_OK) << sql;
    sqlite3_close(connection);
  }
  void at(const std::string& id) { execute("INSERT INTO alembic_version VALUES ('" + id + "')"); }

  CliOutcome run(std::vector<std::string> words) {
    words.push_back(file_.url());
    return run_cli(chain_.view(), words);
  }

  TemporaryFile file_;
  FolderChain chain_{{"a1", "b2", "c3"}};
};

constexpr const char* question =
    "app-migrate: error: this database was migrated by Alembic (alembic_version) at 'b2'; retort "
    "has "
    "applied nothing here yet\n"
    "help: take over what it applied, and go on:  app-migrate upgrade --adopt\n"
    "help: it has nothing to do with this chain:  app-migrate upgrade --no-adopt\n";

TEST_F(Adoption, UpgradeAsksFirst) {
  at("b2");
  CliOutcome outcome = run({"upgrade"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err, question);
  EXPECT_EQ(run({"upgrade", "--dry-run"}).err, question);
  EXPECT_EQ(run({"current"}).out, "");
  EXPECT_EQ(run({"current"}).err,
            "app-migrate: this database was migrated by Alembic (alembic_version) at 'b2'\n"
            "help: take over what it applied:  app-migrate upgrade --adopt\n");
  outcome = run({"check"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("was migrated by Alembic (alembic_version) at 'b2'"));
}

TEST_F(Adoption, UpgradeTakesOverAndGoesOn) {
  at("b2");
  CliOutcome outcome = run({"upgrade", "--adopt"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err,
            "app-migrate: took over 2 revisions from Alembic (alembic_version) at 'b2'\n"
            "Running upgrade b2 -> c3, Make c3\n");
  EXPECT_EQ(run({"current"}).out, "c3 (head)\n");
  EXPECT_EQ(run({"check"}).code, 0);
  // For good: a script that always says --adopt goes on working.
  outcome = run({"upgrade", "--adopt"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(run({"downgrade", "base"}).code, 0);
  EXPECT_EQ(run({"upgrade"}).code, 0);  // nobody asks again
  EXPECT_EQ(run({"current"}).out, "c3 (head)\n");
}

TEST_F(Adoption, StampTakesOverAlone) {
  at("b2");
  const CliOutcome outcome = run({"stamp", "--adopt"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err,
            "app-migrate: took over 2 revisions from Alembic (alembic_version) at 'b2'\n");
  EXPECT_EQ(run({"current"}).out, "b2\n");
  EXPECT_EQ(run({"upgrade"}).err, "Running upgrade b2 -> c3, Make c3\n");
}

TEST_F(Adoption, AnotherProgramsLedgerIsLeftAlone) {
  at("zz");
  execute("DROP TABLE t_a1");
  execute("DROP TABLE t_b2");
  CliOutcome outcome = run({"upgrade", "--adopt"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(
      outcome.err,
      "app-migrate: error: cannot take over from Alembic (alembic_version) at 'zz', nothing was "
      "written:\n"
      "note: 'zz' is applied, and the chain has no such revision\n");
  EXPECT_EQ(run({"current"}).out, "");
  outcome = run({"upgrade", "--no-adopt"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(run({"current"}).out, "c3 (head)\n");
  EXPECT_EQ(run({"upgrade"}).code, 0);
}

TEST_F(Adoption, AnEmptyLedgerIsNoQuestion) {
  execute("DROP TABLE t_a1");
  execute("DROP TABLE t_b2");
  EXPECT_EQ(run({"upgrade"}).code, 0);
}

TEST_F(Adoption, ATableOfAnotherName) {
  execute("ALTER TABLE alembic_version RENAME TO versions");
  execute("INSERT INTO versions VALUES ('b2')");
  EXPECT_THAT(run({"stamp", "--adopt"}).err, HasSubstr("nothing to take over"));
  EXPECT_EQ(run({"stamp", "--adopt-table", "versions"}).err,
            "app-migrate: took over 2 revisions from Alembic (versions) at 'b2'\n");
}

TEST_F(Adoption, Usage) {
  EXPECT_EQ(run({"stamp", "--adopt", "b2"}).code, 2);
  EXPECT_EQ(run({"stamp", "--adopt", "--purge"}).code, 2);
  EXPECT_EQ(run({"upgrade", "--adopt", "--sql"}).code, 2);
  EXPECT_EQ(run({"upgrade", "--adopt", "--dry-run"}).code, 2);
  EXPECT_EQ(run({"upgrade", "--adopt", "--no-adopt"}).code, 2);
}

}  // namespace
}  // namespace retort::test
