// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The developer's tool on a PostgreSQL server.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

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

}  // namespace
}  // namespace retort::test
