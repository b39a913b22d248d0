// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Waivers: what they cover, and what makes a bad one.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.hpp"

namespace retort::compiler::parse {
namespace {

using testing::HasSubstr;

std::string errors(const std::string& text) { return Parsed(text).errors(); }

TEST(Waiver, CoversTheStatementBehindIt) {
  const Parsed parsed(
      "-- migrate:up\n"
      "SELECT 1;\n"
      "-- retort: allow(missing-down) nobody goes back\n"
      "--retort:allow( unused-exclude )  two of them\n"
      "-- a comment\n"
      "SELECT 2;\n"
      "SELECT 3;\n");
  EXPECT_EQ(parsed.errors(), "");
  const auto& waivers = parsed.file.waivers;
  ASSERT_EQ(waivers.size(), 2u);
  EXPECT_EQ(waivers[0].name.text, "missing-down");
  EXPECT_EQ(waivers[0].reason, "nobody goes back");
  EXPECT_EQ(parsed.slice(waivers[0].covers), "SELECT 2");
  EXPECT_EQ(parsed.slice(waivers[0].span), "-- retort: allow(missing-down) nobody goes back");
  EXPECT_EQ(waivers[1].name.text, "unused-exclude");
  EXPECT_EQ(parsed.slice(waivers[1].covers), "SELECT 2");
}

TEST(Waiver, BeforeASectionCoversTheSection) {
  const Parsed parsed(
      "-- Message\n\n"
      "-- retort: allow(missing-down) first\n"
      "-- migrate:up\nSELECT 1;\n"
      "-- retort: allow(missing-down) second\n"
      "-- migrate:down\nSELECT 2;\n");
  EXPECT_EQ(parsed.errors(), "");
  const auto& waivers = parsed.file.waivers;
  ASSERT_EQ(waivers.size(), 2u);
  EXPECT_EQ(parsed.slice(waivers[0].covers),
            "-- migrate:up\nSELECT 1;\n-- retort: allow(missing-down) second\n");
  EXPECT_EQ(parsed.slice(waivers[1].covers), "-- migrate:down\nSELECT 2;\n");
  EXPECT_EQ(parsed.file.header.doc, "Message");
}

TEST(Waiver, OfASectionForTwoEnginesCountsOnce) {
  const Parsed parsed(
      "-- migrate:up sqlite postgres\n-- retort: allow(missing-down) why\nSELECT 1;\n");
  EXPECT_EQ(parsed.errors(), "");
  EXPECT_EQ(parsed.file.waivers.size(), 1u);
}

TEST(Waiver, ReachesTheDiagnostics) {
  Parsed parsed("-- migrate:up\n-- retort: allow(missing-down) why\nSELECT 1;\n");
  const source::Span statement = parsed.file.waivers[0].covers;
  parsed.diagnostics.report(diag::Kind::missing_down, statement, {"a", "sqlite"});
  parsed.diagnostics.report_unused_waivers();
  EXPECT_EQ(parsed.errors(), "");
  EXPECT_EQ(parsed.diagnostics.sorted().front()->waived, "why");
}

TEST(Waiver, NeedsAReason) {
  EXPECT_EQ(errors("-- migrate:up\n-- retort: allow(missing-down)\nSELECT 1;\n"),
            "a.sql:2:1: error: waiver of 'missing-down' without a reason [bad-waiver]\n"
            "    2 | -- retort: allow(missing-down)\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "help: -- retort: allow(missing-down) <reason>\n");
}

TEST(Waiver, NeedsTheNameOfOneWarning) {
  EXPECT_EQ(errors("-- migrate:up\n-- retort: allow(mising-down) why\nSELECT 1;\n"),
            "a.sql:2:18: error: 'mising-down' is not a warning [bad-waiver]\n"
            "    2 | -- retort: allow(mising-down) why\n"
            "      |                  ^~~~~~~~~~~\n"
            "help: did you mean 'missing-down'?\n");
  const auto with = [](const std::string& waiver) {
    return errors("-- migrate:up\n-- retort: " + waiver + "\nSELECT 1;\n");
  };
  EXPECT_THAT(with("allow(multiple-heads) x"), HasSubstr("is an error and cannot be waived"));
  EXPECT_THAT(with("allow(chain) x"), HasSubstr("'chain' is a group"));
  EXPECT_THAT(with("allow(a, b) x"), HasSubstr("waiver for more than one warning"));
  for (const char* waiver :
       {"allow missing-down x", "allow() x", "allow(missing-down x", "allow"}) {
    EXPECT_THAT(with(waiver), HasSubstr("waiver without the name of a warning in parentheses"))
        << waiver;
  }
}

TEST(Waiver, StandsOnALineOfItsOwnBeforeSomething) {
  EXPECT_EQ(errors("-- migrate:up\nSELECT 1; -- retort: allow(missing-down) why\nSELECT 2;\n"),
            "a.sql:2:11: error: waiver behind other text on its line [misplaced-directive]\n"
            "    2 | SELECT 1; -- retort: allow(missing-down) why\n"
            "      |           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "help: put it on a line of its own before the statement\n");
  EXPECT_THAT(errors("-- migrate:up\nSELECT 1;\n-- retort: allow(missing-down) why\n"),
              HasSubstr("3:1: error: waiver with no statement behind it [misplaced-directive]"));
}

TEST(Waiver, UnknownWords) {
  EXPECT_EQ(errors("-- migrate:up\n-- retort: alow(missing-down) why\nSELECT 1;\n"),
            "a.sql:2:1: error: unknown directive 'retort: alow' [unknown-directive]\n"
            "    2 | -- retort: alow(missing-down) why\n"
            "      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~\n"
            "help: did you mean 'retort: allow'?\n"
            "help: a waiver is written  -- retort: allow(warning-name) reason\n");
  EXPECT_THAT(errors("-- migrate:up\n-- retort: storage(x=text)\n"),
              HasSubstr("'retort: storage' with no statement behind it"));
  EXPECT_THAT(errors("-- migrate:up\n-- retort: renamed(x)\n"),
              HasSubstr("'retort: renamed' in a migration [misplaced-directive]"));
  EXPECT_THAT(errors("-- migrate:up\n-- Retort:\n"), HasSubstr("unknown directive 'retort:'"));
}

TEST(Waiver, WorksInFilesWithoutDirectives) {
  const Parsed parsed("-- retort: allow(missing-down) why\nSELECT 1;\n", false);
  EXPECT_EQ(parsed.errors(), "");
  ASSERT_EQ(parsed.file.waivers.size(), 1u);
  EXPECT_EQ(parsed.slice(parsed.file.waivers[0].covers), "SELECT 1");
}

}  // namespace
}  // namespace retort::compiler::parse
