// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// SQLite's messages taken apart, and the table of functions by release.
#include "verify/messages.hpp"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include "dialect/sqlite_functions.hpp"
#include "proof_fixture.hpp"

namespace retort::compiler::verify {
namespace {

TEST(Messages, TellWhatIsMissing) {
  EXPECT_EQ(missing_function("no such function: jsonb"), "jsonb");
  EXPECT_EQ(missing_function("wrong number of arguments to function iif()"), "iif");
  EXPECT_EQ(missing_function("no such table: t"), "");
  EXPECT_EQ(missing_table("no such table: main.t"), "t");
  EXPECT_EQ(missing_table("error in view v: no such table: t"), "t");
}

TEST(Messages, CountArguments) {
  EXPECT_EQ(argument_count("SELECT f()", "f"), 0);
  EXPECT_EQ(argument_count("SELECT F(a, (b, c), g(1, 2))", "f"), 3);
  EXPECT_EQ(argument_count("SELECT f", "f"), 1);
  EXPECT_EQ(argument_count("SELECT f(a, ", "f"), 2);
}

TEST(Messages, FindTheEndOfAWord) {
  EXPECT_EQ(word_end("a words b", 2), 7u);
  EXPECT_EQ(word_end("(x)", 0), 1u);
  EXPECT_EQ(word_end("x", 1), 1u);
}

TEST(SqliteFunctions, AreKnownByRelease) {
  EXPECT_EQ(dialect::sqlite_function_since("IF"), "3.48");
  EXPECT_EQ(dialect::sqlite_function_since("jsonb"), "3.45");
  EXPECT_EQ(dialect::sqlite_function_since("lower"), std::nullopt);
  EXPECT_TRUE(dialect::newer_than_sqlite("3.48", 3040001));
  EXPECT_FALSE(dialect::newer_than_sqlite("3.48", 3048000));
  EXPECT_FALSE(dialect::newer_than_sqlite("3.38", 3040001));
}

// The library of the test may be new enough: then the statement is simply proved.
TEST(SqliteFunctions, NewerOnesThanTheProofsAreNamedByTheirRelease) {
  test::ProofFolder folder;
  folder.add("CREATE TABLE t (a);\nSELECT unistr_quote(a) FROM t", "DROP TABLE t");
  const std::string expected =
      sqlite3_libversion_number() >= 3050000
          ? ""
          : "error: this needs SQLite 3.50, the proof runs on " + std::string(sqlite3_libversion());
  EXPECT_NE(folder.prove().find(expected), std::string::npos);
  EXPECT_EQ(folder.proved(), expected.empty());
}

}  // namespace
}  // namespace retort::compiler::verify
