// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Section directives: their words, and every way to get them wrong.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.hpp"

namespace retort::compiler::parse {
namespace {

using testing::HasSubstr;

std::string dump(const std::string& text) {
  const Parsed parsed(text);
  EXPECT_EQ(parsed.errors(), "") << text;
  return parsed.dump();
}

std::string errors(const std::string& text) { return Parsed(text).errors(); }

TEST(Section, HasEnginesAndOptions) {
  EXPECT_EQ(dump("-- migrate:up\n"), "up parts 1\n");
  EXPECT_EQ(dump("--migrate:up sqlite transaction:false lock_timeout:5s\n"
                 "-- migrate:up  postgres\tstatement_timeout:10min \n"
                 "-- migrate:down sqlite foreign_keys:off lock_timeout:250ms\n"
                 "-- migrate:down postgres irreversible\n"
                 "-- migrate:verify statement_timeout:2h\n"),
            "up sqlite transaction:false lock_timeout:5000 parts 1\n"
            "up postgres statement_timeout:600000 parts 2\n"
            "down sqlite foreign_keys:off lock_timeout:250 parts 3\n"
            "down postgres irreversible parts 4\n"
            "verify statement_timeout:7200000 parts 5\n");
}

TEST(Section, DefaultsMayBeWritten) {
  EXPECT_EQ(dump("-- migrate:up portable transaction:true foreign_keys:on\n"),
            "up portable parts 1\n");
}

TEST(Section, ForTwoEnginesIsOneSectionWithTwoParts) {
  EXPECT_EQ(dump("-- migrate:up sqlite postgres\nSELECT 1;\n-- migrate:down irreversible\n"),
            "up sqlite postgres parts 1 2\ndown irreversible parts 3\n");
}

TEST(Section, WordsOfDirectivesInsideStatementsAreComments) {
  EXPECT_EQ(dump("-- migrate:up\n"
                 "SELECT 1 -- migrate:dwon\n"
                 "  -- retort: nonsense\n"
                 "  , '\n-- migrate:nothing\n', /*\n-- migrate:nothing\n*/ 2;\n"),
            "up parts 1\n");
}

TEST(Section, MisspeltDirectiveIsReadAsTheNearestOne) {
  const Parsed parsed("-- migrate:upp sqlite\nSELECT 1;\n");
  EXPECT_EQ(parsed.errors(),
            "a.sql:1:4: error: unknown directive 'migrate:upp' [unknown-directive]\n"
            "    1 | -- migrate:upp sqlite\n"
            "      |    ^~~~~~~~~~~\n"
            "help: did you mean 'migrate:up'?\n");
  EXPECT_EQ(parsed.dump(), "up sqlite parts 1\n");
  EXPECT_THAT(errors("-- Migrate:Down\n"), HasSubstr("did you mean 'migrate:down'?"));
}

TEST(Section, UnknownDirectiveBeginsNoSection) {
  const Parsed parsed("-- migrate:frobnicate now\nSELECT 1;\n");
  EXPECT_EQ(parsed.errors(),
            "a.sql:1:4: error: unknown directive 'migrate:frobnicate' [unknown-directive]\n"
            "    1 | -- migrate:frobnicate now\n"
            "      |    ^~~~~~~~~~~~~~~~~~\n"
            "help: directives are 'migrate:up', 'migrate:down' and 'migrate:verify'\n"
            "help: if this is a comment, begin it with another word\n");
  EXPECT_EQ(parsed.dump(), "sections broken\n");
}

TEST(Section, BlankInsideTheDirective) {
  const Parsed parsed("-- migrate: up sqlite\n");
  EXPECT_EQ(parsed.errors(),
            "a.sql:1:4: error: unknown directive 'migrate:' [unknown-directive]\n"
            "    1 | -- migrate: up sqlite\n"
            "      |    ^~~~~~~~\n"
            "help: write 'migrate:up' without a blank\n");
  EXPECT_EQ(parsed.dump(), "up sqlite parts 1\n");
  EXPECT_THAT(errors("-- migrate:\n"), HasSubstr("unknown directive 'migrate:'"));
}

TEST(Section, UnknownOption) {
  EXPECT_EQ(errors("-- migrate:up sqlit\n"),
            "a.sql:1:15: error: unknown option 'sqlit' [unknown-option]\n"
            "    1 | -- migrate:up sqlit\n"
            "      |               ^~~~~\n"
            "help: did you mean 'sqlite'?\n");
  EXPECT_EQ(errors("-- migrate:up transation:false\n"),
            "a.sql:1:15: error: unknown option 'transation:false' [unknown-option]\n"
            "    1 | -- migrate:up transation:false\n"
            "      |               ^~~~~~~~~~~~~~~~\n"
            "help: did you mean 'transaction:false'?\n");
  EXPECT_THAT(errors("-- migrate:up transaction=false\n"),
              HasSubstr("did you mean 'transaction:false'?"));
  EXPECT_THAT(errors("-- migrate:up postgresql\n"), HasSubstr("did you mean 'postgres'?"));
  const Parsed parsed("-- migrate:up oracle\n");
  EXPECT_THAT(parsed.errors(), HasSubstr("help: engines are 'sqlite' and 'postgres'\n"));
  EXPECT_EQ(parsed.dump(), "up parts 1\nsections broken\n");
}

TEST(Section, BadValues) {
  EXPECT_EQ(errors("-- migrate:up transaction:flase\n"),
            "a.sql:1:27: error: 'flase' is not a valid value of 'transaction' [bad-option-value]\n"
            "    1 | -- migrate:up transaction:flase\n"
            "      |                           ^~~~~\n"
            "help: values are 'true' and 'false'\n");
  EXPECT_THAT(errors("-- migrate:up foreign_keys:false\n"),
              HasSubstr("help: values are 'on' and 'off'"));
  for (const char* value : {"5", "5 s", "0s", "-1s", "1.5s", "5sec", "25d", "9999h", "s"}) {
    EXPECT_THAT(errors(std::string("-- migrate:up lock_timeout:") + value + "\n"),
                HasSubstr("is not a valid value of 'lock_timeout'"))
        << value;
  }
  EXPECT_THAT(errors("-- migrate:up sqlite:3\n"),
              HasSubstr("'3' is not a valid value of 'sqlite'"));
}

TEST(Section, BlankBehindTheColonOfAnOption) {
  const Parsed parsed("-- migrate:up transaction: false sqlite\n");
  EXPECT_EQ(parsed.errors(),
            "a.sql:1:15: error: '' is not a valid value of 'transaction' [bad-option-value]\n"
            "    1 | -- migrate:up transaction: false sqlite\n"
            "      |               ^~~~~~~~~~~~\n"
            "help: write 'transaction:false' without a blank\n");
  EXPECT_EQ(parsed.dump(), "up sqlite transaction:false parts 1\n");
  EXPECT_THAT(errors("-- migrate:up lock_timeout\n"), HasSubstr("help: write 'lock_timeout:5s'"));
}

TEST(Section, OptionTwice) {
  EXPECT_EQ(errors("-- migrate:up sqlite sqlite\n"),
            "a.sql:1:22: error: 'sqlite' is given twice [misplaced-directive]\n"
            "    1 | -- migrate:up sqlite sqlite\n"
            "      |                      ^~~~~~\n");
}

TEST(Section, IrreversibleBelongsToAnEmptyDown) {
  EXPECT_THAT(errors("-- migrate:up irreversible\n"),
              HasSubstr("1:15: error: 'irreversible' on an up section [misplaced-directive]"));
  EXPECT_THAT(errors("-- migrate:verify irreversible\n"),
              HasSubstr("'irreversible' on a verify section"));
  EXPECT_EQ(errors("-- migrate:down irreversible\n\nDROP TABLE t;\n"),
            "a.sql:1:17: error: 'irreversible' on a down section with statements "
            "[misplaced-directive]\n"
            "    1 | -- migrate:down irreversible\n"
            "      |                 ^~~~~~~~~~~~\n"
            "a.sql:3:1: note: the first statement is here\n"
            "    3 | DROP TABLE t;\n"
            "      | ^~~~~~~~~~~~\n"
            "help: delete the word, or the statements\n");
}

TEST(Section, OptionsThatDoNotFitTogether) {
  EXPECT_THAT(errors("-- migrate:up sqlite portable\n"), HasSubstr("'portable' beside an engine"));
  EXPECT_THAT(errors("-- migrate:verify transaction:false\n"),
              HasSubstr("'transaction' on a verify section"));
  EXPECT_THAT(errors("-- migrate:up postgres foreign_keys:off\n"),
              HasSubstr("'foreign_keys' on a section without 'sqlite'"));
  EXPECT_EQ(errors("-- migrate:up postgres sqlite foreign_keys:off\n"), "");
}

TEST(Section, StandsOnALineOfItsOwn) {
  EXPECT_EQ(errors("-- migrate:up\nSELECT 1; -- migrate:down\nSELECT 2;\n"),
            "a.sql:2:11: error: section directive behind other text on its line "
            "[misplaced-directive]\n"
            "    2 | SELECT 1; -- migrate:down\n"
            "      |           ^~~~~~~~~~~~~~~\n"
            "help: put it on a line of its own\n");
}

TEST(Section, NumberOfWordsIsLimited) {
  std::string text = "-- migrate:up";
  for (int i = 0; i < 1000; ++i) text += " x" + std::to_string(i);
  const Parsed parsed(text + "\n");
  EXPECT_EQ(parsed.diagnostics.error_count(), max_directive_words + 1);
  EXPECT_THAT(errors(text + "\n"),
              HasSubstr("number of words in a directive exceeds the limit of 16"));
}

TEST(Section, SeveralMistakesMakeSeveralMessages) {
  const Parsed parsed("-- migrate:upp sqlit transation:false lock_timeout:5\n-- migrate:dwon\n");
  EXPECT_EQ(parsed.diagnostics.error_count(), 5u);
}

}  // namespace
}  // namespace retort::compiler::parse
