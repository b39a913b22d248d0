// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "src/text.hpp"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>

namespace retort::detail {
namespace {

TEST(Text, FormatsEveryKindOfArgument) {
  const std::string string = "string";
  const std::string_view view = "view";
  char array[] = "array";
  EXPECT_EQ(format("%, %, %, %, %", string, view, "literal", array, 7),
            "string, view, literal, array, 7");
  EXPECT_EQ(format("no argument"), "no argument");
  EXPECT_EQ(format("%%", std::string("a%b"), std::string_view("%")), "a%b%");
}

TEST(Text, FormatsNumbers) {
  EXPECT_EQ(format("% % % %", 0, -1, 4294967295U, true), "0 -1 4294967295 1");
  EXPECT_EQ(format("% %", std::numeric_limits<std::int64_t>::min(),
                   std::numeric_limits<std::int64_t>::max()),
            "-9223372036854775808 9223372036854775807");
}

TEST(Text, FormatsSixteenArguments) {
  EXPECT_EQ(
      format("%%%%%%%%%%%%%%%%", "a", 1, "b", 2, "c", 3, "d", 4, "e", 5, "f", 6, "g", 7, "h", 8),
      "a1b2c3d4e5f6g7h8");
}

TEST(Text, KeepsZeroBytes) {
  EXPECT_EQ(format("[%]", std::string_view("a\0b", 3)), std::string("[a\0b]", 5));
}

TEST(Text, TakesNumbers) {
  std::string_view text = "123abc";
  EXPECT_EQ(take_number(text), 123);
  EXPECT_EQ(text, "abc");
  EXPECT_EQ(take_number(text), -1);
  EXPECT_EQ(text, "abc");
  text = "9999999999999999999999";  // stops before it can overflow
  EXPECT_EQ(take_number(text), 999999999999999999);
  EXPECT_EQ(text, "9999");
}

TEST(Text, TakesPrefixes) {
  std::string_view text = "abc";
  EXPECT_FALSE(take(text, "b"));
  EXPECT_FALSE(take(text, "abcd"));
  EXPECT_TRUE(take(text, "ab"));
  EXPECT_EQ(text, "c");
}

}  // namespace
}  // namespace retort::detail
