// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The rendered forms, compared whole.
#include "diag/render.hpp"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace retort::compiler::diag {
namespace {

using testing::HasSubstr;
using testing::Not;

class Render : public testing::Test {
 protected:
  source::SourceFiles files;
  Diagnostics diagnostics;
};

TEST_F(Render, GnuWithExcerptNoteAndHelp) {
  files.add("m/b.sql", "-- B\n--\n-- Revises: 41e0\n");
  files.add("m/a.sql", "-- Revises: 41e0\n");
  diagnostics.report(Kind::multiple_heads, {1, 20, 24}, {"two heads"})
      .note({2, 12, 16}, "the other head is here")
      .help("join them: retort merge");
  EXPECT_EQ(render_gnu(diagnostics, files),
            "m/b.sql:3:13: error: two heads [multiple-heads]\n"
            "    3 | -- Revises: 41e0\n"
            "      |             ^~~~\n"
            "m/a.sql:1:13: note: the other head is here\n"
            "    1 | -- Revises: 41e0\n"
            "      |             ^~~~\n"
            "help: join them: retort merge\n"
            "1 error generated.\n");
}

TEST_F(Render, TabsAndWideCharactersKeepTheCaretInPlace) {
  files.add("a.sql", "\t\xC3\xA9\xC3\xA9 bad\n");
  diagnostics.report(Kind::unexpected_character, {1, 6, 9}, {"b"});
  EXPECT_EQ(render_gnu(diagnostics, files, {false, false}),
            "a.sql:1:5: error: unexpected character 'b' [syntax]\n"
            "    1 |  \xC3\xA9\xC3\xA9 bad\n"
            "      |     ^~~\n");
}

TEST_F(Render, ControlCharactersNeverReachTheTerminal) {
  files.add("a.sql", "x \x1b[31m y\n");
  diagnostics.report(Kind::unexpected_character, {1, 2, 3}, {"\x1b"});
  EXPECT_THAT(render_gnu(diagnostics, files), Not(HasSubstr("\x1b")));
}

TEST_F(Render, WhatIsNoTextIsShownAsReplacementCharacters) {
  // Latin-1, a cut sequence, a surrogate, a C1 control, a right-to-left override.
  files.add("a.sql", "a\xE9 b\xE2\x82 c\xED\xA0\x80 d\xC2\x9B e\xE2\x80\xAE bad\n");
  diagnostics.report(Kind::unexpected_character, {1, 21, 24}, {"b\xFF"});
  EXPECT_EQ(render_gnu(diagnostics, files, {false, false}),
            "a.sql:1:16: error: unexpected character 'b\uFFFD' [syntax]\n"
            "    1 | a\uFFFD b\uFFFD c\uFFFD d\uFFFD e\uFFFD bad\n"
            "      |                ^~~\n");
}

TEST_F(Render, ASpanOverSeveralLinesIsMarkedToTheEndOfItsFirst) {
  files.add("a.sql", "/* open\nnever closed\n");
  diagnostics.report(Kind::unterminated_comment, {1, 0, 21});
  EXPECT_EQ(render_gnu(diagnostics, files, {false, false}),
            "a.sql:1:1: error: unterminated comment [unterminated]\n"
            "    1 | /* open\n"
            "      | ^~~~~~~\n");
}

TEST_F(Render, AFolderHasNoExcerpt) {
  files.add("migrations", "");
  diagnostics.report(Kind::cannot_read, {1, 0, 0}, {"migrations", "No such file or directory"});
  EXPECT_EQ(render_gnu(diagnostics, files),
            "migrations:1:1: error: cannot read 'migrations': No such file or directory "
            "[cannot-read]\n1 error generated.\n");
}

TEST_F(Render, FlagsShowHowTheyCame) {
  files.add("a.sql", "x\n");
  diagnostics.report(Kind::missing_down, {1, 0, 1}, {"a", "sqlite"});
  EXPECT_THAT(render_gnu(diagnostics, files),
              HasSubstr("warning: revision 'a' has no down section for sqlite [-Wmissing-down]\n"));
  WarningOptions options;
  ASSERT_EQ(options.add("-Werror"), "");
  Diagnostics strict(options);
  strict.report(Kind::missing_down, {1, 0, 1}, {"a", "sqlite"});
  EXPECT_THAT(render_gnu(strict, files), HasSubstr("error: "));
  EXPECT_THAT(render_gnu(strict, files), HasSubstr("[-Werror=missing-down]\n"));
}

TEST_F(Render, AtMostTwentyErrorsThenTheCount) {
  files.add("a.sql", std::string(100, 'x'));
  for (std::uint32_t i = 0; i < 25; ++i) {
    diagnostics.report(Kind::unexpected_character, {1, i, i + 1}, {"x"});
  }
  const std::string text = render_gnu(diagnostics, files);
  EXPECT_THAT(text, HasSubstr("5 more errors not shown\n25 errors generated.\n"));
  EXPECT_THAT(text, Not(HasSubstr("a.sql:1:21:")));
}

TEST_F(Render, Msvc) {
  files.add("a.sql", "x\ny\n");
  diagnostics.report(Kind::unexpected_character, {1, 2, 3}, {"y"}).help("remove it");
  EXPECT_EQ(render_msvc(diagnostics, files),
            "a.sql(2,1): error syntax: unexpected character 'y'\n"
            "    help: remove it\n"
            "1 error generated.\n");
}

TEST_F(Render, JsonIsOneObjectPerLineAndSurvivesBadBytes) {
  files.add("a.sql", "x\n");
  diagnostics.report(Kind::unexpected_character, {1, 0, 1}, {"\xFF"}).note({1, 0, 1}, "here");
  const auto object = nlohmann::json::parse(render_json(diagnostics, files));
  EXPECT_EQ(object["file"], "a.sql");
  EXPECT_EQ(object["line"], 1);
  EXPECT_EQ(object["endColumn"], 2);
  EXPECT_EQ(object["severity"], "error");
  EXPECT_EQ(object["notes"][0]["message"], "here");
}

TEST_F(Render, SarifIsRelativeListsEveryRuleAndKeepsWaivedFindings) {
  files.add("/src/app/migrations/a b.sql", "x\n");
  diagnostics.add_waiver({{1, 0, 1}, {1, 0, 1}, "missing-down", "one way", false});
  diagnostics.report(Kind::missing_down, {1, 0, 1}, {"a", "sqlite"});
  const std::string text = render_sarif(diagnostics, files, "/src/app", "0.1.0");
  EXPECT_THAT(text, Not(HasSubstr("/src/app")));
  const auto log = nlohmann::json::parse(text);
  EXPECT_EQ(log["version"], "2.1.0");
  const auto& run = log["runs"][0];
  const auto& result = run["results"][0];
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "migrations/a%20b.sql");
  EXPECT_EQ(result["suppressions"][0]["justification"], "one way");
  const std::size_t index = result["ruleIndex"];
  EXPECT_EQ(run["tool"]["driver"]["rules"][index]["id"], "missing-down");
}

TEST_F(Render, ACleanRunHasEmptyResults) {
  const auto log = nlohmann::json::parse(render_sarif(diagnostics, files, "", "0.1.0"));
  EXPECT_TRUE(log["runs"][0]["results"].empty());
  EXPECT_EQ(render_gnu(diagnostics, files), "");
  EXPECT_EQ(render_json(diagnostics, files), "");
}

}  // namespace
}  // namespace retort::compiler::diag
