// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// --sql: the script, run by SQLite's own reader, must leave what the runtime leaves.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <cstdio>
#include <fstream>

#include "cli/script_database.hpp"
#include "folder_chain.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;
using ::testing::StartsWith;

// Every object's SQL and every row of the ledger, except what is a time.
std::string state_of(const std::string& path) {
  sqlite3* database = nullptr;
  EXPECT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  std::string state;
  const auto add = [](void* text, int count, char** values, char**) {
    for (int i = 0; i < count; ++i) {
      static_cast<std::string*>(text)
          ->append(values[i] == nullptr ? "NULL" : values[i])
          .append("|");
    }
    static_cast<std::string*>(text)->append("\n");
    return 0;
  };
  for (const char* query : {"SELECT type, name, sql FROM sqlite_schema ORDER BY name",
                            "SELECT chain, seq, revision, digest, content_hash, message, "
                            "applied_by, progress, down_plan, "
                            "down_sql FROM retort_ledger ORDER BY seq"}) {
    char* error = nullptr;
    sqlite3_exec(database, query, add, &state, &error);
    EXPECT_EQ(error, nullptr) << error;
    sqlite3_free(error);
  }
  sqlite3_close(database);
  return state;
}

// By the real shell, which stops at the first error.
std::string run_shell(const std::string& path, const std::string& script, bool& done) {
  const std::string file = path + ".sql";
  std::ofstream(file) << script;
  const std::string command = "sqlite3 -bail '" + path + "' < '" + file + "' 2>&1";
  std::FILE* const pipe = popen(command.c_str(), "r");
  std::string output;
  for (int c = 0; pipe != nullptr && (c = std::fgetc(pipe)) != EOF;) output += static_cast<char>(c);
  done = pipe != nullptr && pclose(pipe) == 0;
  std::filesystem::remove(file);
  return output;
}

void execute(const std::string& path, const std::string& script) {
  sqlite3* database = nullptr;
  ASSERT_EQ(sqlite3_open(path.c_str(), &database), SQLITE_OK);
  char* error = nullptr;
  EXPECT_EQ(sqlite3_exec(database, script.c_str(), nullptr, nullptr, &error), SQLITE_OK) << error;
  sqlite3_free(error);
  sqlite3_close(database);
}

class Script : public ::testing::Test {
 protected:
  std::string script(const std::vector<std::string>& words) {
    const CliOutcome outcome = run_cli(chain_.view(), words);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return outcome.out;
  }

  FolderChain chain_{{"a1", "b2", "c3"}};
};

TEST_F(Script, LeavesWhatUpgradeLeaves) {
  const TemporaryFile file;
  ASSERT_EQ(run_cli(chain_.view(), {"upgrade", file.url()}).code, 0);
  const std::string expected = state_of(file.path());
  const std::string other = file.path() + ".script";
  std::filesystem::remove(other);
  execute(other, script({"upgrade", "--sql"}));
  EXPECT_EQ(state_of(other), expected);
  execute(other, script({"downgrade", "--sql", "c3:a1"}));
  execute(other, script({"upgrade", "--sql", "a1:head"}));
  EXPECT_EQ(state_of(other), expected);
  std::filesystem::remove(other);
}

TEST_F(Script, InTheHandsOfTheShell) {
  const TemporaryFile file, other("shell");
  ASSERT_EQ(run_cli(chain_.view(), {"upgrade", file.url()}).code, 0);
  bool done = false;
  EXPECT_EQ(run_shell(other.path(), script({"upgrade", "--sql", "a1"}), done), "");
  EXPECT_TRUE(done);
  // One that begins elsewhere changes nothing.
  const std::string before = state_of(other.path());
  for (const char* range : {"b2:c3", "base:c3"}) {
    run_shell(other.path(), script({"upgrade", "--sql", range}), done);
    EXPECT_FALSE(done) << range;
    EXPECT_EQ(state_of(other.path()), before);
  }
  EXPECT_THAT(run_shell(other.path(), script({"upgrade", "--sql", "b2:c3"}), done),
              HasSubstr("this script begins at 'b2', and the database is not there"));
  EXPECT_EQ(run_shell(other.path(), script({"upgrade", "--sql", "a1:c3"}), done), "");
  EXPECT_TRUE(done);
  EXPECT_EQ(state_of(other.path()), state_of(file.path()));
}

TEST_F(Script, ForeignKeysAreCheckedInTheScript) {
  const Files files = {
      {"1.sql",
       "-- First\n-- Revision ID: r1\n-- Revises:\n\n-- migrate:up\nCREATE TABLE p (id integer "
       "PRIMARY "
       "KEY);\nCREATE TABLE c (p integer REFERENCES p);\n-- migrate:down\nDROP TABLE c;\nDROP "
       "TABLE p;\n"},
      {"2.sql",
       "-- Second\n-- Revision ID: r2\n-- Revises: r1\n\n-- migrate:up foreign_keys:off\n"
       "DELETE FROM p WHERE id = 2;\n-- migrate:down\nSELECT 1;\n"}};
  const FolderChain chain(files, {Engine::sqlite});
  const TemporaryFile file;
  bool done = false;
  run_shell(file.path(), run_cli(chain.view(), {"upgrade", "--sql", "r1"}).out, done);
  ASSERT_TRUE(done);
  const std::string second = run_cli(chain.view(), {"upgrade", "--sql", "r1:r2"}).out;
  execute(file.path(), "INSERT INTO p VALUES (1), (2); INSERT INTO c VALUES (1), (2), (9);");
  EXPECT_THAT(run_shell(file.path(), second, done), HasSubstr("rows refer to rows that do not"));
  EXPECT_FALSE(done);
  execute(file.path(), "DELETE FROM c WHERE p = 2;");  // the 9 was there before
  EXPECT_EQ(run_shell(file.path(), second, done), "");
  EXPECT_TRUE(done);
}

TEST_F(Script, HasAlembicsShape) {
  EXPECT_THAT(script({"upgrade", "--sql", "b2:c3"}),
              StartsWith("BEGIN IMMEDIATE;\n\nCREATE TEMP TABLE retort_check (fine, CONSTRAINT "));
  EXPECT_THAT(script({"upgrade", "--sql", "b2:c3"}),
              HasSubstr("DROP TABLE temp.retort_check;\n\n-- Running upgrade b2 -> c3\n\n"
                        "CREATE TABLE t_c3 (x text DEFAULT 'it''s');\n\n"
                        "INSERT INTO t_c3 (x) VALUES ('c3');\n\nINSERT INTO "));
  EXPECT_THAT(script({"upgrade", "--sql", "a1"}), HasSubstr("\n\n-- Running upgrade  -> a1\n\n"));
  const std::string down = script({"downgrade", "--sql", "a1:base"});
  EXPECT_THAT(down, HasSubstr("-- Running downgrade a1 -> \n\nDROP TABLE t_a1;\n\nDELETE FROM "));
  EXPECT_THAT(down, ::testing::EndsWith("\n\nCOMMIT;\n\n"));
}

TEST_F(Script, StampRunsNothing) {
  const std::string text = script({"stamp", "--sql", "b2"});
  EXPECT_THAT(text, HasSubstr("'b2'"));
  EXPECT_EQ(text.find("CREATE TABLE t_"), std::string::npos);
}

TEST_F(Script, NeedsBothEndsToGoDown) {
  const CliOutcome outcome = run_cli(chain_.view(), {"downgrade", "--sql", "a1"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("without a database both ends are needed: FROM:TO"));
  EXPECT_EQ(run_cli(chain_.view(), {"upgrade", "--sql", "a1:"}).code, 2);
  EXPECT_THAT(run_cli(chain_.view(), {"upgrade", "--sql", "-1:head"}).err,
              HasSubstr("'-1' needs a database"));
  EXPECT_EQ(script({"upgrade", "--sql", "a1:+1"}), script({"upgrade", "--sql", "a1:b2"}));
  EXPECT_EQ(run_cli(chain_.view(), {"upgrade", "--sql", "zz"}).code, 1);
}

TEST(WithValues, BecomeLiterals) {
  const Value values[] = {std::string_view("it's"), 7, Value()};
  EXPECT_EQ(cli::with_values("UPDATE t SET a = $1, b = $2, c = $3 WHERE d = $12", values, 3),
            "UPDATE t SET a = 'it''s', b = 7, c = NULL WHERE d = $12");
  EXPECT_EQ(cli::with_values("INSERT INTO t (a, duration_us) VALUES ($1, $2)", values, 3),
            "INSERT INTO t (a, duration_us) VALUES ('it''s', NULL)");
}

}  // namespace
}  // namespace retort::test
