// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The forms themselves, with what is nearly one.
#include "parse/grammar/grammar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace retort::compiler::parse::grammar {
namespace {

using testing::ElementsAre;

TEST(Grammar, HeaderLine) {
  const auto line = header_line("  Create  Date :  2024-05-07 ");
  ASSERT_TRUE(line);
  EXPECT_EQ(line->key, "Create  Date");
  EXPECT_EQ(line->value, "2024-05-07");
  EXPECT_TRUE(line->spaced);
  EXPECT_FALSE(header_line(" Key:value")->spaced);
  EXPECT_TRUE(header_line(" Key:")->spaced);
  EXPECT_EQ(header_line(" Key:  ")->value, "");
  for (const char* text : {"", "Key", " : value", "Key1: x", "A-B: x", "Clé: x"}) {
    EXPECT_FALSE(header_line(text)) << text;
  }
}

TEST(Grammar, Directive) {
  const Directive found = directive("--  migrate:up a:1  b: :c d ", 9);
  EXPECT_EQ(found.name, "migrate:up");
  ASSERT_EQ(found.arguments.size(), 4u);
  EXPECT_EQ(found.arguments[0].text, "a:1");
  EXPECT_EQ(found.arguments[0].name, "a");
  EXPECT_EQ(found.arguments[0].value, "1");
  EXPECT_EQ(found.arguments[1].value, "");
  EXPECT_EQ(found.arguments[2].name, "");
  EXPECT_EQ(found.arguments[2].value, "c");
  EXPECT_EQ(found.arguments[3].name, "d");
  EXPECT_FALSE(found.arguments[3].value);
  EXPECT_EQ(directive("--", 9).name, "");
}

TEST(Grammar, Annotation) {
  const Annotation found = annotation("--retort:  allow ( drop-table )  the reason ");
  EXPECT_EQ(found.name, "allow");
  EXPECT_EQ(found.argument, "drop-table");
  EXPECT_TRUE(found.closed);
  EXPECT_EQ(found.rest, "the reason");
  const Annotation open = annotation("-- retort: allow(x y");
  EXPECT_EQ(open.argument, "x y");
  EXPECT_FALSE(open.closed);
  EXPECT_FALSE(annotation("-- retort: allow x").argument);
  EXPECT_EQ(annotation("-- retort: allow x").rest, "x");
}

TEST(Grammar, ListsAndIds) {
  EXPECT_THAT(list(" a , b,c", 9), ElementsAre("a", "b", "c"));
  EXPECT_THAT(list("a,,", 9), ElementsAre("a", "", ""));
  EXPECT_THAT(list("a,b,c", 2), ElementsAre("a", "b"));
  EXPECT_TRUE(list("", 9).empty());
  EXPECT_TRUE(list("  ", 9).empty());
  EXPECT_TRUE(is_revision_id("20240507_01.b"));
  for (const char* text : {"", "a b", "a-b", "é", "a\n"})
    EXPECT_FALSE(is_revision_id(text)) << text;
  EXPECT_EQ(chain_revision("my-lib@a.1")->chain, "my-lib");
  EXPECT_EQ(chain_revision("my-lib@a.1")->revision, "a.1");
  for (const char* text : {"a", "@a", "a@", "a@b@c", "a @b"}) {
    EXPECT_FALSE(chain_revision(text)) << text;
  }
}

TEST(Grammar, Dates) {
  for (const char* text :
       {"2024-05-07", "2024-05-07 09:00", "2024-05-07T09:00:59Z", "2024-05-07 09:00:00.123456",
        "2024-05-07 09:00:00.1+02:00", "2024-05-07 09:00 UTC", "2024-12-31 23:59:60 -0330"}) {
    EXPECT_TRUE(is_date(text)) << text;
  }
  for (const char* text :
       {"", "2024", "2024-5-7", "2024-00-01", "2024-01-32", "2024-05-07 9:00", "2024-05-07 24:00",
        "2024-05-07 09:60", "2024-05-07 09:00 (local)", "07.05.2024"}) {
    EXPECT_FALSE(is_date(text)) << text;
  }
}

TEST(Grammar, Durations) {
  EXPECT_EQ(duration_ms("1ms"), 1);
  EXPECT_EQ(duration_ms("5s"), 5000);
  EXPECT_EQ(duration_ms("10min"), 600'000);
  EXPECT_EQ(duration_ms("2h"), 7'200'000);
  EXPECT_EQ(duration_ms("2147483647ms"), 2147483647);
  for (const char* text : {"", "5", "ms", "0s", "2147483648ms", "99999999999s", "597h", "1m", "5S",
                           "5s ", "+5s", "5 s"}) {
    EXPECT_FALSE(duration_ms(text)) << text;
  }
}

TEST(Grammar, TakesLinearTime) {
  const std::string blanks(1 << 20, ' '), words = [] {
    std::string text;
    for (int i = 0; i < 1 << 18; ++i) text += "ab ";
    return text;
  }();
  EXPECT_FALSE(header_line(words));
  EXPECT_TRUE(header_line("Key:" + blanks)->value.empty());
  EXPECT_EQ(list(words + "," + blanks, 9).size(), 2u);
  EXPECT_EQ(directive("-- migrate:up" + blanks, 9).arguments.size(), 0u);
  EXPECT_FALSE(annotation("-- retort: allow" + blanks).argument);
}

}  // namespace
}  // namespace retort::compiler::parse::grammar
