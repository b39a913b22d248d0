// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "cli/text.hpp"

#include <gtest/gtest.h>

namespace retort::cli {
namespace {

TEST(Text, ControlCharactersDoNotReachTheTerminal) {
  EXPECT_EQ(printable("a\x1b[31mb"), "a\xEF\xBF\xBD[31mb");
  EXPECT_EQ(printable("a\tb\nc"),
            "a b\xEF\xBF\xBD"
            "c");
  EXPECT_EQ(printable("a\nb", true), "a\nb");
  EXPECT_EQ(printable("\xC2\x9B"), "\xEF\xBF\xBD") << "C1 as UTF-8";
  EXPECT_EQ(printable("\x9B"), "\xEF\xBF\xBD") << "C1 as a byte";
  EXPECT_EQ(printable("año €\xF0\x9F\x98\x80"), "año €\xF0\x9F\x98\x80");
  EXPECT_EQ(printable("\xC0\x80\xED\xA0\x80\xF5"),
            "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD"
            "\xEF\xBF\xBD\xEF\xBF\xBD");
}

TEST(Text, JsonStrings) {
  EXPECT_EQ(json_string("a\"b\\c\nd\x01"), "\"a\\\"b\\\\c\\nd\\u0001\"");
  EXPECT_EQ(json_string("ñ"), "\"ñ\"");
  EXPECT_EQ(json_string("\xFF\xC3"), "\"\\ufffd\\ufffd\"");
}

TEST(Text, Nearest) {
  EXPECT_EQ(nearest("chek", {"check", "heads"}), "check");
  EXPECT_EQ(nearest("ehads", {"check", "heads"}), "heads") << "swapped letters are one mistake";
  EXPECT_EQ(nearest("HEADS", {"check", "heads"}), "heads");
  EXPECT_EQ(nearest("merge", {"check", "heads"}), std::nullopt);
  EXPECT_EQ(nearest("", {"a"}), std::nullopt);
  EXPECT_EQ(nearest(std::string(1000, 'a'), {"a"}), std::nullopt);
}

TEST(Text, Counted) {
  EXPECT_EQ(counted(1, "revision"), "1 revision");
  EXPECT_EQ(counted(0, "revision"), "0 revisions");
}

}  // namespace
}  // namespace retort::cli
