// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The tool on a database. What its verbs print is in tests/cases/driver; what they do is tested
// with the shipped command line, whose code they run.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "run.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class OnADatabase : public ::testing::Test {
 protected:
  OnADatabase() {
    unsetenv("DATABASE_URL");
    std::filesystem::remove(path_);
    files_.put("migrations/0001_a.sql", migration("a1", ""));
    files_.put("migrations/0002_b.sql", migration("b2", "a1"));
  }
  ~OnADatabase() override { std::filesystem::remove(path_); }

  Outcome run(std::vector<std::string> words) {
    words.push_back("--url=sqlite:" + path_);
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    Outcome outcome = run_tool(files_, words);
    outcome.out += ::testing::internal::GetCapturedStdout();
    outcome.err += ::testing::internal::GetCapturedStderr();
    return outcome;
  }

  // Of this process: CTest runs the tests of this file at the same time.
  const std::string path_ =
      ::testing::TempDir() + "retort_on_a_database_" + std::to_string(getpid()) + ".db";
  compiler::source::MemoryFileSystem files_;
};

TEST_F(OnADatabase, TheNameIsTheOneThatTheProgramGave) {
  ASSERT_EQ(run({"upgrade", "a1", "--name=app"}).code, 0);
  Outcome outcome = run({"upgrade"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_THAT(outcome.err, HasSubstr("Running upgrade a1 -> b2"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("the ledger calls this chain")));
  EXPECT_EQ(run({"current", "--name=app"}).out, "b2 (head)\n");
  EXPECT_EQ(run({"current", "--name=migrations"}).out, "");
  ASSERT_EQ(run({"stamp", "a1", "--name=other"}).code, 0);
  outcome = run({"current"});
  EXPECT_EQ(outcome.code, 2) << outcome.out;
  EXPECT_THAT(outcome.err,
              HasSubstr("the ledger has this chain under several names (app, other): say --name"));
}

TEST_F(OnADatabase, AnotherChainsFirstRevisionMayHaveTheSameId) {
  ASSERT_EQ(run({"upgrade", "--name=app"}).code, 0);
  files_.put("migrations/0001_a.sql",
             "-- Other\n-- Revision ID: a1\n-- Revises:\n\n-- migrate:up\nCREATE TABLE other (x "
             "int);\n\n-- migrate:down\nDROP TABLE other;\n");
  EXPECT_EQ(run({"current"}).out, "");
  EXPECT_EQ(run({"upgrade", "a1"}).code, 0);
  EXPECT_EQ(run({"current"}).out, "a1\n");
}

TEST_F(OnADatabase, CheckAsksOnlyWhereAUrlIsGiven) {
  EXPECT_EQ(run_tool(files_, {"check"}).code, 0);
  setenv("DATABASE_URL", "sqlite:/no/such/folder/a.db", 1);
  EXPECT_EQ(run_tool(files_, {"check"}).code, 0);
  unsetenv("DATABASE_URL");
  const Outcome outcome = run({"check"});
  EXPECT_EQ(outcome.code, 3) << "the file does not exist and is not made by looking";
  EXPECT_FALSE(std::filesystem::exists(path_));
}

TEST_F(OnADatabase, TheLockSaysWhichEnginesTheChainHas) {
  files_.put("migrations/0001_a.sql",
             "-- A\n-- Revision ID: a1\n-- Revises:\n\n-- migrate:up sqlite\nCREATE TABLE a (x "
             "int);\n-- migrate:down sqlite\nDROP TABLE a;\n-- migrate:up postgres\nCREATE TABLE a "
             "(x int);\n-- migrate:down postgres\nDROP TABLE a;\n");
  files_.remove("migrations/0002_b.sql");
  ASSERT_EQ(run_tool(files_, {"lock", "--engine=sqlite,postgres", "--verify=none"}).code, 0);
  const Outcome outcome = run({"upgrade"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
}

}  // namespace
}  // namespace retort::test
