// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "cli/arguments.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "cli/options.hpp"

namespace retort::cli {
namespace {

using ::testing::ElementsAre;

struct Values {
  bool flag = false;
  std::string text = "default", word;
  std::vector<std::string> many, rest;
};

ParseResult parse(Values& values, std::vector<std::string> words) {
  Arguments arguments("tool verb", "[options] WORD", "does things");
  arguments.group("options");
  arguments.flag("-v,--verbose", "say more", values.flag);
  arguments.value("-t,--text", "TEXT", "a text", values.text);
  arguments.values("-W", "NAME", "a warning", values.many);
  arguments.positional("WORD", "a word", values.word);
  arguments.positionals("REST", "more words", values.rest);
  return arguments.parse(std::move(words));
}

TEST(Arguments, Forms) {
  Values values;
  EXPECT_EQ(parse(values, {"-v", "-t", "a b", "-Wall", "-W", "x", "-1", "+2", "head-1"}).text, "");
  EXPECT_TRUE(values.flag);
  EXPECT_EQ(values.text, "a b");
  EXPECT_THAT(values.many, ElementsAre("all", "x"));
  EXPECT_EQ(values.word, "-1") << "a negative number is a word";
  EXPECT_THAT(values.rest, ElementsAre("+2", "head-1"));
}

TEST(Arguments, ValuesMayLookLikeOptions) {
  Values values;
  EXPECT_EQ(parse(values, {"--text", "-1:", "--", "-v"}).text, "");
  EXPECT_EQ(values.text, "-1:");
  EXPECT_EQ(values.word, "-v");
  EXPECT_FALSE(values.flag);
}

TEST(Arguments, WhatIsNotGivenKeepsItsValue) {
  Values values;
  EXPECT_EQ(parse(values, {}).text, "");
  EXPECT_EQ(values.text, "default");
}

TEST(Arguments, Errors) {
  Values values;
  EXPECT_EQ(parse(values, {"--verbos"}).text,
            "unknown option '--verbos'; did you mean '--verbose'?");
  EXPECT_EQ(parse(values, {"-x"}).text, "unknown option '-x'");
  EXPECT_EQ(parse(values, {"--text"}).text, "option '--text' needs a value");
  EXPECT_EQ(parse(values, {"--text=", "x"}).text, "option '--text' needs a value");
}

TEST(Arguments, HelpWinsOverErrors) {
  Values values;
  const ParseResult result = parse(values, {"--nonsense", "--help"});
  EXPECT_EQ(result.kind, ParseResult::Kind::help);
  EXPECT_EQ(result.text,
            "usage: tool verb [options] WORD\n\ndoes things\n\noptions:\n"
            "  -v, --verbose               say more\n"
            "  -t, --text TEXT             a text\n"
            "  -W NAME                     a warning\n"
            "  WORD                        a word\n"
            "  REST                        more words\n");
}

TEST(Arguments, HelpIsWrapped) {
  EXPECT_EQ(help_entry("--a-rather-long-option VALUE", "short"),
            "  --a-rather-long-option VALUE\n                              short\n");
  EXPECT_EQ(help_entry("-x", std::string(40, 'a') + " " + std::string(20, 'b')),
            "  -x                          " + std::string(40, 'a') + "\n" + std::string(30, ' ') +
                std::string(20, 'b') + "\n");
}

TEST(Arguments, OnlyWordsThatMayBeOptionsAreFiles) {
  std::vector<std::string> words = {"-m", "@home", "--", "@nowhere", "@"};
  EXPECT_EQ(expand_files(words), "");
  EXPECT_THAT(words, ElementsAre("-m", "@home", "--", "@nowhere", "@"));
  words = {"@nowhere"};
  EXPECT_EQ(expand_files(words), "cannot read the options in 'nowhere'");
}

TEST(Arguments, Durations) {
  EXPECT_EQ(parse_duration("10s"), 10'000);
  EXPECT_EQ(parse_duration("500ms"), 500);
  EXPECT_EQ(parse_duration("2min"), 120'000);
  EXPECT_EQ(parse_duration("3"), 3000);
  EXPECT_EQ(parse_duration("0"), 0);
  for (const char* wrong : {"", "s", "-1s", "1h", "1.5s", "1 s", "99999999999999999999"}) {
    EXPECT_EQ(parse_duration(wrong), std::nullopt) << wrong;
  }
}

}  // namespace
}  // namespace retort::cli
