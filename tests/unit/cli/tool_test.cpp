// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The developer's tool on a PostgreSQL server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "driver/verbs.hpp"
#include "postgres_server.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

std::string migration(const std::string& id, const std::string& parent) {
  return "-- Make " + id + "\n-- Revision ID: " + id + "\n-- Revises: " + parent +
         "\n\n-- migrate:up\nCREATE TABLE t_" + id + " (x timestamptz DEFAULT now());\n" +
         "-- migrate:down\nDROP TABLE t_" + id + ";\n";
}

TEST(ToolOnPostgres, RunsTheFolder) {
  compiler::source::MemoryFileSystem files;
  files.put("migrations/1.sql", migration("a1", ""));
  files.put("migrations/2.sql", migration("b2", "a1"));
  const TestDatabase database;
  std::string output;
  const auto run = [&](std::vector<std::string> words) {
    words.push_back("--url=" + database.url());
    std::ostringstream out, err;
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    const int code = compiler::driver::run(words, {files, out, err});
    output = out.str() + err.str() + ::testing::internal::GetCapturedStdout() +
             ::testing::internal::GetCapturedStderr();
    return code;
  };
  EXPECT_EQ(run({"upgrade", "--name=app"}), 0) << output;
  EXPECT_THAT(output, HasSubstr("Running upgrade a1 -> b2, Make b2\n"));
  EXPECT_EQ(run({"current"}), 0);
  EXPECT_EQ(output, "b2 (head)\n");
  EXPECT_EQ(run({"check", "--engine=postgres"}), 0) << output;
  EXPECT_THAT(output, HasSubstr("the database is at head 'b2'"));
  EXPECT_EQ(run({"downgrade", "-1"}), 0) << output;
  EXPECT_EQ(run({"history", "-i"}), 0);
  EXPECT_THAT(output, HasSubstr("a1 (current), Make a1"));
  const TestDatabase other;
  EXPECT_EQ(run({"upgrade", "--sql", "--name=app"}), 0);
  EXPECT_EQ(run_psql(other, output).output, "");
  EXPECT_EQ(run({"upgrade"}), 0);
  EXPECT_EQ(other.state(), database.state());
}

TEST(ToolOnPostgres, TransfersWithTheNameOfTheLedger) {
  const std::string up = "CREATE TABLE words (id integer PRIMARY KEY, word text);\n";
  std::string text = "-- First\n-- Revision ID: r1\n-- Revises:\n\n";
  for (const std::string engine : {"sqlite", "postgres"}) {
    text += "-- migrate:up " + engine + "\n" + up + "-- migrate:down " + engine +
            "\nDROP TABLE words;\n";
  }
  compiler::source::MemoryFileSystem files;
  files.put("migrations/1.sql", text);
  const std::string source = ::testing::TempDir() + "retort_tool_transfer.db";
  std::filesystem::remove(source);
  const TestDatabase target;
  std::string output;
  const auto run = [&](std::vector<std::string> words) {
    std::ostringstream out, err;
    ::testing::internal::CaptureStdout();
    ::testing::internal::CaptureStderr();
    const int code = compiler::driver::run(words, {files, out, err});
    output = out.str() + err.str() + ::testing::internal::GetCapturedStdout() +
             ::testing::internal::GetCapturedStderr();
    return code;
  };
  ASSERT_EQ(run({"upgrade", "--url=sqlite:" + source, "--name=app", "--engine=sqlite,postgres"}), 0)
      << output;
  ASSERT_EQ(shell("sqlite3 '" + source + "' \"INSERT INTO words VALUES (1, 'one')\"").code, 0);
  EXPECT_EQ(run({"transfer", "--from=sqlite:" + source, "--to=" + target.url()}), 0) << output;
  std::filesystem::remove(source);
  EXPECT_EQ(target.sql("SELECT chain FROM retort_ledger"), "app");
  EXPECT_EQ(target.sql("SELECT word FROM words"), "one");
}

// `ps` shows the arguments of a process to everybody. The run waits for a lock, so that there is
// something to look at.
TEST(ToolOnPostgres, ThePasswordIsNotAmongTheArguments) {
  const TestDatabase database;
  const auto folder = std::filesystem::path(::testing::TempDir()) / "retort_ps_test";
  std::filesystem::create_directories(folder / "migrations");
  std::ofstream(folder / "migrations/1.sql") << migration("a1", "");
  PGconn* const holder = PQconnectdb(database.url().c_str());
  PQclear(PQexec(holder, "SELECT pg_advisory_lock(x'7265746f7274'::bigint)"));
  const ShellOutcome outcome =
      shell("(cd '" + folder.string() + "'; \"" RETORT_TOOL "\" upgrade --lock-wait 2s --url " +
            "'postgresql://postgres:top%20s3cr3t@/" + database.name() +
            "?host=" + test_cluster().socket_directory() + "' & sleep 0.7; " +
            "echo \"[$(ps -o args= -p $!)]\"; wait $!)");
  PQfinish(holder);
  std::filesystem::remove_all(folder);
  EXPECT_THAT(outcome.output, HasSubstr("upgrade --lock-wait 2s --url postgresql://postgres:**"));
  EXPECT_THAT(outcome.output, HasSubstr("waiting for the lock"));
  EXPECT_THAT(outcome.output, ::testing::Not(HasSubstr("s3cr3t")));
  EXPECT_EQ(outcome.code, 1);
}

}  // namespace
}  // namespace retort::test
