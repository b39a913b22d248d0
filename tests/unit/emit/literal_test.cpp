// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The spelling of literals. That compilers read them back as the same bytes is compile_test's part.
#include "emit/literal.hpp"

#include <gmock/gmock.h>

#include "emit/emit.hpp"

namespace retort::compiler::emit {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string sql(std::string_view text) {
  std::string out;
  append_sql_literal(out, text, "");
  return out;
}

TEST(ShortLiteral, EscapesWhatWouldEndOrChangeIt) {
  EXPECT_EQ(short_literal("plain"), "\"plain\"sv");
  EXPECT_EQ(short_literal("a\"b\\c\n\t"), "\"a\\\"b\\\\c\\n\\t\"sv");
  EXPECT_EQ(short_literal(std::string_view("\0"
                                           "1",
                                           2)),
            "\"\\0001\"sv");
  EXPECT_EQ(short_literal("señal"), "\"señal\"sv");
}

TEST(ShortLiteral, BreaksTrigraphs) {
  EXPECT_EQ(short_literal("?\?/"), "\"?\\?/\"sv");
  EXPECT_EQ(short_literal("?\?\?"), "\"?\\?\\?\"sv");
}

TEST(ShortLiteral, HidesNothingFromTheReader) {
  EXPECT_EQ(short_literal("\xE2\x80\xAE"
                          "abc"),
            "\"\\342\\200\\256abc\"sv");
  EXPECT_EQ(short_literal("\xFF"), "\"\\377\"sv");
}

TEST(SqlLiteral, IsRawWhereTheTextAllows) {
  EXPECT_EQ(sql("SELECT '\\';\n\t-- ñ"), "R\"sql(SELECT '\\';\n\t-- ñ)sql\"sv");
}

TEST(SqlLiteral, PicksADelimiterThatIsNotInTheText) {
  EXPECT_EQ(sql("a )sql\" b"), "R\"sql1(a )sql\" b)sql1\"sv");
  EXPECT_EQ(sql(")sql\" )sql1\" )sql2\""), "R\"sql3()sql\" )sql1\" )sql2\")sql3\"sv");
}

TEST(SqlLiteral, EscapesControlsAndWhatIsNotUtf8LineByLine) {
  EXPECT_EQ(sql("a\r\nb"), "\"a\\015\\n\"\n\"b\"sv");
  EXPECT_EQ(sql("a\xC3"), "\"a\\303\"sv");
  EXPECT_THAT(sql("\xEF\xBB\xBF"), StartsWith("\"\\357"));
}

TEST(SqlLiteral, CutsPiecesAtLinesThenAtCodePoints) {
  const std::string lines = std::string(5000, 'a') + "\n" + std::string(5000, 'b');
  EXPECT_THAT(sql(lines), HasSubstr("aa\n)sql\"\nR\"sql(bb"));
  const std::string one_line = "x" + [] {
    std::string text;
    while (text.size() < max_literal + 100) text += "ñ";
    return text;
  }();
  EXPECT_THAT(sql(one_line), HasSubstr("ñ)sql\"\nR\"sql(ñ"));
}

TEST(CommentText, StaysOnItsLine) {
  EXPECT_EQ(comment_text("a\nb"), "a b");
  EXPECT_EQ(comment_text("ends in \\"), "ends in /");
  EXPECT_THAT(comment_text("what?\?/"), Not(HasSubstr("?\?")));
  EXPECT_EQ(comment_text("\xE2\x80\xAE"
                         "abc"),
            " abc");
  EXPECT_EQ(comment_text(std::string(300, 'a')), std::string(100, 'a') + "…");
}

}  // namespace
}  // namespace retort::compiler::emit
