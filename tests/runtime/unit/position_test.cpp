// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A byte offset into a statement as a place in the migration file.
#include <gtest/gtest.h>

#include "retort/database.hpp"

namespace retort {
namespace {

std::string place(std::vector<std::string_view> chunks, std::int64_t offset) {
  const Statement statement = {chunks.data(), static_cast<std::uint32_t>(chunks.size()), 10, 5, 0};
  Script script{};
  script.statements = &statement;
  script.statement_count = 1;
  script.file = "m.sql";
  Call call;
  call.revision = "r";
  call.script = &script;
  const Status status = locate(Status(Code::sql_error, "x"), call, offset);
  EXPECT_EQ(status.file(), "m.sql");
  EXPECT_EQ(status.revision(), "r");
  return std::to_string(status.line()) + ":" + std::to_string(status.column());
}

TEST(Position, IsTheStatementsBeginningWhereUnknown) {
  EXPECT_EQ(place({"SELECT x"}, -1), "10:5");
  EXPECT_EQ(place({"SELECT x"}, 0), "10:5");
}

TEST(Position, CountsColumnsAndLines) {
  EXPECT_EQ(place({"SELECT x"}, 7), "10:12");
  EXPECT_EQ(place({"SELECT\n x"}, 6), "10:11");
  EXPECT_EQ(place({"SELECT\n x"}, 7), "11:1");
  EXPECT_EQ(place({"SELECT\n x"}, 8), "11:2");
  EXPECT_EQ(place({"SELECT\r\n\r\n\tx"}, 11), "12:2");
}

TEST(Position, CountsCodePoints) {
  EXPECT_EQ(place({"é€😀x"}, 9), "10:8");  // 2 + 3 + 4 bytes are three columns
}

TEST(Position, GoesOnInTheNextChunk) {
  EXPECT_EQ(place({"ab\n", "c", "de"}, 5), "11:3");
  EXPECT_EQ(place({"ab\n", "c", "de"}, 100), "11:4");  // beyond the end: the end
}

}  // namespace
}  // namespace retort
