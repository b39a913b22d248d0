// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Header keys and their values, and what is not a key.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "parsed.hpp"

namespace retort::compiler::parse {
namespace {

using testing::HasSubstr;

std::string with_up(const std::string& header) { return header + "\n-- migrate:up\nSELECT 1;\n"; }

std::string header_dump(const std::string& header) {
  const Parsed parsed(with_up(header));
  EXPECT_EQ(parsed.errors(), "") << header;
  ast::MigrationFile file = parsed.file;
  file.sections.clear();
  return ast::dump(file);
}

std::string header_errors(const std::string& header) { return Parsed(with_up(header)).errors(); }

TEST(Header, HoldsMessageAndKeys) {
  EXPECT_EQ(header_dump("-- Create transcripts\n"
                        "--\n"
                        "-- Revision ID: 8f2c61d0a4b7\n"
                        "-- Revises: ab, c.d ,e_f\n"
                        "-- Depends on: auth@1f, my-lib@v1.0\n"
                        "-- Branch labels: audio, video\n"
                        "-- Create Date: 2024-05-07 09:00\n"),
            "message Create transcripts\n"
            "revision_id 8f2c61d0a4b7\n"
            "revises ab c.d e_f\n"
            "depends_on auth @ 1f\n"
            "depends_on my-lib @ v1.0\n"
            "branch_labels audio video\n"
            "create_date 2024-05-07 09:00\n");
}

TEST(Header, KeysMayBeWrittenAsAlembicWritesThem) {
  EXPECT_EQ(
      header_dump("-- REVISION id:a1\n--\trevises :\n-- Branch  Labels: x\n-- create date:\n"),
      "revision_id a1\nrevises\nbranch_labels x\n");
}

TEST(Header, RevisesOfTheRootIsEmptyOrBase) {
  EXPECT_EQ(header_dump("-- Revises:\n"), "revises\n");
  EXPECT_EQ(header_dump("-- Revises: base\n"), "revises\n");
  EXPECT_EQ(header_dump("-- just text\n"), "message just text\n");
}

TEST(Header, SpansAreThoseOfTheValues) {
  const Parsed parsed(with_up("-- M\n--\n-- Revision ID:  a1 \n-- Revises: b, c\n"));
  const ast::Header& header = parsed.file.header;
  EXPECT_EQ(parsed.slice(header.revision_id->span), "a1");
  EXPECT_EQ(parsed.slice(header.revises_span), "b, c");
  EXPECT_EQ(parsed.slice(header.revises[1].span), "c");
  EXPECT_EQ(parsed.slice(header.message.span), "M");
  EXPECT_EQ(parsed.slice(header.span), "-- M\n--\n-- Revision ID:  a1 \n-- Revises: b, c");
  const Parsed root(with_up("-- Revises:\n"));
  EXPECT_EQ(root.slice(root.file.header.revises_span), "Revises");
}

TEST(Header, DocIsTheTextWithoutTheDashes) {
  const Parsed parsed(with_up("--\n-- One\n--   two\n--\n--three\n-- Revision ID: a\n--\n"));
  EXPECT_EQ(parsed.file.header.doc, "One\n  two\n\nthree\nRevision ID: a");
}

TEST(Header, IsEmptyWithoutComments) {
  const Parsed parsed("-- migrate:up\nSELECT 1;\n");
  EXPECT_EQ(parsed.errors(), "");
  EXPECT_EQ(parsed.file.header.span, (source::Span{1, 0, 0}));
  EXPECT_EQ(parsed.file.header.doc, "");
}

TEST(Header, MessageIsTheFirstLineThatSaysSomething) {
  EXPECT_EQ(header_dump("-- SPDX-License-Identifier: MIT\n-- ======\n-- Añade\n-- more\n"),
            "message Añade\n");
}

TEST(Header, ProseWithAColonIsNoKey) {
  EXPECT_EQ(header_dump("-- Add users: the first step\n"
                        "--\n"
                        "-- Note: this takes a while\n"
                        "-- See http://example.org: it is there\n"
                        "-- Warning: slow\n"
                        "--\n"
                        "-- Revision ID: a\n"),
            "message Add users: the first step\nrevision_id a\n");
}

TEST(Header, BlockCommentsAreNoHeader) {
  EXPECT_EQ(header_dump("/* Revision ID: no */\n-- Message\n"), "message Message\n");
}

TEST(Header, UnknownKeyAmongKeys) {
  EXPECT_EQ(header_errors("-- Revision ID: a\n-- Author: Ann\n"),
            "a.sql:2:4: error: unknown header key 'Author' [unknown-header-key]\n"
            "    2 | -- Author: Ann\n"
            "      |    ^~~~~~\n"
            "help: known keys are 'Revision ID', 'Revises', 'Depends on', 'Branch labels', "
            "'Create Date'\n"
            "help: to write free text, put an empty '--' line between it and the keys\n");
}

TEST(Header, MisspeltKeyIsReadAsTheNearestOne) {
  const Parsed parsed(with_up("-- Revison ID: a1\n"));
  EXPECT_EQ(parsed.errors(),
            "a.sql:1:4: error: unknown header key 'Revison ID' [unknown-header-key]\n"
            "    1 | -- Revison ID: a1\n"
            "      |    ^~~~~~~~~~\n"
            "help: did you mean 'Revision ID'?\n");
  EXPECT_EQ(parsed.dump(), "revision_id a1\nheader broken\nup parts 1\n");
  EXPECT_THAT(header_errors("-- Revision: a1\n"), HasSubstr("did you mean 'Revision ID'?"));
  EXPECT_THAT(header_errors("-- Depend on: a@1\n"), HasSubstr("did you mean 'Depends on'?"));
}

TEST(Header, KeyTwice) {
  EXPECT_EQ(header_errors("-- Revises: a\n-- Revises: b\n"),
            "a.sql:2:4: error: header key 'Revises' is given twice [duplicate-header-key]\n"
            "    2 | -- Revises: b\n"
            "      |    ^~~~~~~\n"
            "a.sql:1:4: note: the first one is here\n"
            "    1 | -- Revises: a\n"
            "      |    ^~~~~~~\n");
}

TEST(Header, BadRevisionId) {
  EXPECT_EQ(header_errors("-- Revision ID: a-1\n"),
            "a.sql:1:17: error: 'a-1' is not a valid revision ID [bad-header-value]\n"
            "    1 | -- Revision ID: a-1\n"
            "      |                 ^~~\n"
            "help: a revision ID has letters, digits, '_' and '.'; a note goes on a line of its "
            "own\n");
  EXPECT_THAT(header_errors("-- Revision ID:\n"),
              HasSubstr("1:4: error: '' is not a valid revision ID"));
}

TEST(Header, BadElementOfAList) {
  EXPECT_EQ(header_errors("-- Revises: ab12 (the base)\n"),
            "a.sql:1:13: error: 'ab12 (the base)' is not a valid revision ID [bad-header-value]\n"
            "    1 | -- Revises: ab12 (the base)\n"
            "      |             ^~~~~~~~~~~~~~~\n"
            "help: a revision ID has letters, digits, '_' and '.'; a note goes on a line of its "
            "own\n");
  EXPECT_THAT(header_errors("-- Revises: a b\n"), HasSubstr("separate them with commas:  a, b\n"));
  EXPECT_EQ(header_errors("-- Revises: a,\n"),
            "a.sql:1:15: error: '' is not a valid revision ID [bad-header-value]\n"
            "    1 | -- Revises: a,\n"
            "      |               ^\n"
            "help: there is a comma too many\n");
  EXPECT_THAT(header_errors("-- Revises: a, base\n"), HasSubstr("'base' stands alone"));
}

TEST(Header, BadElementDoesNotHideTheGoodOnes) {
  const Parsed parsed(with_up("-- Revises: a, b!, c\n"));
  EXPECT_EQ(parsed.dump(), "revises a c\nheader broken\nup parts 1\n");
}

TEST(Header, BadDependency) {
  EXPECT_EQ(header_errors("-- Depends on: 1f2e\n"),
            "a.sql:1:16: error: '1f2e' is not a valid dependency [bad-header-value]\n"
            "    1 | -- Depends on: 1f2e\n"
            "      |                ^~~~\n"
            "help: name the other chain and its revision:  -- Depends on: chain@revision\n");
}

TEST(Header, BadDateAndBadLabel) {
  EXPECT_THAT(header_errors("-- Create Date: last week\n"),
              HasSubstr("'last week' is not a valid date"));
  EXPECT_THAT(header_errors("-- Create Date: 2024-13-01\n"), HasSubstr("is not a valid date"));
  EXPECT_THAT(header_errors("-- Branch labels: a@b\n"),
              HasSubstr("'a@b' is not a valid branch label"));
}

TEST(Header, KeysBehindTheFirstSectionAreReportedWhereTheyDecide) {
  const Parsed parsed(
      "-- migrate:up\n-- Revision ID: a1\n-- Depends on: the users\n-- Revises: how it was\n"
      "SELECT 1;\n");
  EXPECT_EQ(parsed.errors(),
            "a.sql:2:4: error: header key 'Revision ID' behind the first section "
            "[misplaced-directive]\n"
            "    2 | -- Revision ID: a1\n"
            "      |    ^~~~~~~~~~~\n"
            "help: move the line above '-- migrate:up'\n");
}

TEST(Header, FilesWithoutDirectivesHaveNoKeys) {
  const Parsed parsed("-- Start\n-- Revision ID: a-1\nSELECT 1;\n", false);
  EXPECT_EQ(parsed.errors(), "");
  EXPECT_EQ(parsed.dump(), "message Start\n");
  EXPECT_EQ(parsed.file.header.doc, "Start\nRevision ID: a-1");
}

TEST(Header, EndsAtTheFirstStatement) {
  const Parsed parsed("-- Start\nSELECT 1;\n-- Note\n", false);
  EXPECT_EQ(parsed.file.header.doc, "Start");
}

TEST(Header, ALongValueIsCutInTheMessage) {
  const std::string id(5000, '-');
  const std::string errors = header_errors("-- Revision ID: x" + id + "\n");
  EXPECT_THAT(errors, HasSubstr("…' is not a valid revision ID"));
  EXPECT_LT(errors.size(), 1000u);
}

}  // namespace
}  // namespace retort::compiler::parse
