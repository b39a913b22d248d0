// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "retort/status.hpp"

#include <gtest/gtest.h>

#include <set>

namespace retort {
namespace {

TEST(StatusTest, IsOkByDefault) {
  const Status status;
  EXPECT_TRUE(status.ok());
  EXPECT_EQ(status.code(), Code::ok);
  EXPECT_EQ(status.message(), "");
  EXPECT_EQ(status.file(), "");
  EXPECT_EQ(status.to_string(), "ok");
  EXPECT_EQ(Status(Code::ok, "ignored").message(), "");
}

TEST(StatusTest, CarriesWhatItWasGiven) {
  Status status(Code::sql_error, "no such table: wrds");
  EXPECT_EQ(status.to_string(), "no such table: wrds");
  status.native(1, "42P01").at("0003", 2, "migrations/0003_words.sql", 12, 1);
  EXPECT_EQ(status.native_code(), 1);
  EXPECT_EQ(status.sqlstate(), "42P01");
  EXPECT_EQ(status.revision(), "0003");
  EXPECT_EQ(status.statement_index(), 2U);
  EXPECT_EQ(status.to_string(),
            "migrations/0003_words.sql:12:1: error: no such table: wrds (revision 0003)");
}

TEST(StatusTest, CopiesAndMoves) {
  Status status(Code::busy, "locked");
  const Status copy = status;
  EXPECT_EQ(copy.message(), "locked");
  Status moved = std::move(status);
  EXPECT_EQ(moved.message(), "locked");
  moved = Status();
  EXPECT_TRUE(moved.ok());
  moved = copy;
  EXPECT_EQ(moved.code(), Code::busy);
  moved = Status(Code::disk_full, "full");
  EXPECT_EQ(moved.message(), "full");
  EXPECT_EQ(copy.message(), "locked");
}

TEST(StatusTest, AddsNothingToOk) {
  Status status;
  status.native(5).at("0001", 0, "a.sql", 1, 1);
  EXPECT_TRUE(status.ok());
  EXPECT_EQ(status.native_code(), 0);
  EXPECT_EQ(status.file(), "");
}

TEST(StatusTest, NamesEveryCode) {
  std::set<std::string_view> names;
  for (unsigned i = 0; i <= static_cast<unsigned>(Code::interrupted); ++i) {
    names.insert(code_name(static_cast<Code>(i)));
  }
  EXPECT_EQ(names.size(), static_cast<unsigned>(Code::interrupted) + 1);
  EXPECT_EQ(code_name(Code::ok), "ok");
  EXPECT_EQ(code_name(Code::newer_database), "newer_database");
  EXPECT_EQ(code_name(Code::interrupted), "interrupted");
  EXPECT_EQ(code_name(static_cast<Code>(200)), "unknown");
}

}  // namespace
}  // namespace retort
