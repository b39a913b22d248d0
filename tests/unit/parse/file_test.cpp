// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Files as a whole: empty ones, ones without sections, SQL in the wrong place, psql commands.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.hpp"

namespace retort::compiler::parse {
namespace {

using testing::HasSubstr;

TEST(File, Empty) {
  for (const char* text : {"", "\xEF\xBB\xBF", " \r\n\t\n"}) {
    const Parsed parsed(text);
    EXPECT_THAT(parsed.errors(), HasSubstr("a.sql:1:1: error: file is empty [empty-file]\n"))
        << text;
    EXPECT_TRUE(parsed.file.sections_broken);
    EXPECT_EQ(Parsed(text, false).errors(), "");
  }
}

TEST(File, WithoutSections) {
  EXPECT_EQ(Parsed("-- Message\n").errors(),
            "a.sql:1:1: error: no '-- migrate:up' section in this file [no-sections]\n"
            "    1 | -- Message\n"
            "      | ^\n"
            "help: add '-- migrate:up' and the statements behind it\n");
  EXPECT_EQ(Parsed("-- Message\n\nSELECT 1;\n").errors(),
            "a.sql:3:1: error: no '-- migrate:up' section in this file [no-sections]\n"
            "    3 | SELECT 1;\n"
            "      | ^~~~~~~~\n"
            "help: put '-- migrate:up' on a line of its own before it\n");
  EXPECT_EQ(Parsed("-- Message\n\nSELECT 1;\n", false).errors(), "");
}

TEST(File, SqlBeforeTheFirstSection) {
  EXPECT_EQ(Parsed("SELECT 1;\nSELECT 2;\n-- migrate:up\nSELECT 3;\n").errors(),
            "a.sql:1:1: error: SQL before the first '-- migrate:' section [outside-section]\n"
            "    1 | SELECT 1;\n"
            "      | ^~~~~~~~\n"
            "help: put it behind '-- migrate:up', or make it a comment\n");
}

TEST(File, PsqlCommands) {
  const Parsed parsed("-- migrate:up postgres\n\\i other.sql\nSELECT 1;\n\\connect db\n", true,
                      dialect::Engine::postgres);
  EXPECT_EQ(parsed.errors(),
            "a.sql:2:1: error: psql command '\\i' is not SQL [backslash-command]\n"
            "    2 | \\i other.sql\n"
            "      | ^~~~~~~~~~~~\n"
            "help: copy the file's statements here\n"
            "a.sql:4:1: error: psql command '\\connect' is not SQL [backslash-command]\n"
            "    4 | \\connect db\n"
            "      | ^~~~~~~~~~~\n"
            "help: delete the line, or say it in SQL\n");
}

TEST(File, CommandsOfNewDumpsAreIgnored) {
  EXPECT_EQ(Parsed("\\restrict abc\n-- migrate:up\nSELECT 1;\n\\unrestrict abc\n", true,
                   dialect::Engine::postgres)
                .errors(),
            "");
}

std::string times(std::size_t count, const std::string& line) {
  std::string text;
  for (std::size_t i = 0; i < count; ++i) text += line;
  return text;
}

TEST(File, HasLimits) {
  const std::string up = "-- migrate:up\nSELECT 1;\n";
  EXPECT_EQ(Parsed(times(max_header_lines, "-- x\n") + up).errors(), "");
  EXPECT_THAT(Parsed(times(max_header_lines + 1, "-- x\n") + up).errors(),
              HasSubstr("a.sql:10001:1: error: number of header lines exceeds the limit of 10000"));
  const Parsed sections(times(max_sections + 5, up));
  EXPECT_EQ(sections.file.sections.size(), max_sections);
  EXPECT_TRUE(sections.file.sections_broken);
  EXPECT_THAT(sections.errors(), HasSubstr("number of sections exceeds the limit of 1000"));
  const Parsed list("-- Revises: " + times(max_list_elements, "a, ") + "b\n" + up);
  EXPECT_EQ(list.file.header.revises.size(), max_list_elements);
  EXPECT_THAT(list.errors(),
              HasSubstr("1:313: error: number of elements exceeds the limit of 100"));
  const std::string waiver = "-- retort: allow(missing-down) why\n";
  const Parsed waivers("-- migrate:up\n" + times(max_annotations + 5, waiver) + "SELECT 1;\n");
  EXPECT_EQ(waivers.file.waivers.size(), max_annotations);
  EXPECT_EQ(waivers.diagnostics.error_count(), 1u);
  EXPECT_THAT(waivers.errors(),
              HasSubstr("number of 'retort:' comments exceeds the limit of 1000"));
}

TEST(File, FindingsOfOneSortAreLimited) {
  const Parsed commands("-- migrate:up postgres\n" + times(max_findings * 2, "\\i x\n"));
  EXPECT_EQ(commands.diagnostics.error_count(), max_findings);
  const Parsed keys("-- migrate:up\n" + times(max_findings * 2, "-- Revises: a\n"));
  EXPECT_EQ(keys.diagnostics.error_count(), max_findings);
}

TEST(File, CrlfAndBomChangeNothing) {
  const Parsed plain("-- M\n-- Revision ID: a\n\n-- migrate:up sqlite\nSELECT 1;\n");
  const Parsed windows(
      "\xEF\xBB\xBF-- M\r\n-- Revision ID: a\r\n\r\n-- migrate:up sqlite\r\nSELECT 1;\r\n");
  EXPECT_EQ(plain.errors(), "");
  EXPECT_EQ(windows.errors(), "");
  EXPECT_EQ(plain.dump(), windows.dump());
}

}  // namespace
}  // namespace retort::compiler::parse
