// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "driver/edit_header.hpp"

#include <gtest/gtest.h>

#include "lex/lex.hpp"
#include "parse/parse.hpp"

namespace retort::compiler::driver {
namespace {

std::string edited(const std::string& bytes, const std::string& parent) {
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  const auto tokens = lex::tokenize(sources.add("m.sql", bytes), {}, diagnostics);
  return with_parent(bytes, parse::parse_migration(tokens, diagnostics).header, parent);
}

constexpr const char* body = "\n-- migrate:up\nSELECT 'Revises: x';\n";

TEST(EditHeader, ReplacesTheValue) {
  EXPECT_EQ(edited(std::string("-- m\n--\n-- Revision ID: b\n-- Revises: a\n") + body, "c1d2"),
            std::string("-- m\n--\n-- Revision ID: b\n-- Revises: c1d2\n") + body);
}

TEST(EditHeader, KeepsCarriageReturnsAndTheMark) {
  EXPECT_EQ(
      edited("\xEF\xBB\xBF-- m\r\n-- Revision ID: b\r\n-- Revises: a\r\n\r\n-- migrate:up\r\n",
             "c1d2"),
      "\xEF\xBB\xBF-- m\r\n-- Revision ID: b\r\n-- Revises: c1d2\r\n\r\n-- migrate:up\r\n");
}

TEST(EditHeader, FillsAnEmptyValue) {
  EXPECT_EQ(edited(std::string("-- Revision ID: b\n-- Revises:\n") + body, "a"),
            std::string("-- Revision ID: b\n-- Revises: a\n") + body);
  EXPECT_EQ(edited("-- Revision ID: b\r\n-- Revises:  \r\n\r\n-- migrate:up\r\n", "a"),
            "-- Revision ID: b\r\n-- Revises: a\r\n\r\n-- migrate:up\r\n");
  EXPECT_EQ(edited(std::string("-- Revision ID: b\n-- Revises: base\n") + body, "a"),
            std::string("-- Revision ID: b\n-- Revises: a\n") + body);
}

TEST(EditHeader, ReplacesSeveralParents) {
  EXPECT_EQ(edited(std::string("-- Revision ID: b\n-- Revises: x, y\n") + body, "a"),
            std::string("-- Revision ID: b\n-- Revises: a\n") + body);
}

TEST(EditHeader, AddsALineWhereThereIsNone) {
  EXPECT_EQ(edited("-- m\r\n-- Revision ID: b\r\n\r\n-- migrate:up\r\n", "a"),
            "-- m\r\n-- Revision ID: b\r\n-- Revises: a\r\n\r\n-- migrate:up\r\n");
  EXPECT_EQ(edited("\xEF\xBB\xBF-- migrate:up\n", "a"),
            "\xEF\xBB\xBF-- Revises: a\n-- migrate:up\n");
}

TEST(EditHeader, OffsetsCountWithoutMarkAndCarriageReturns) {
  const std::string bytes =
      "\xEF\xBB\xBF"
      "a\r\nb\rc\r\n";
  EXPECT_EQ(raw_offset(bytes, 0), 3u);  // a
  EXPECT_EQ(raw_offset(bytes, 1), 5u);  // line end
  EXPECT_EQ(raw_offset(bytes, 2), 6u);  // b
  EXPECT_EQ(raw_offset(bytes, 3), 7u);  // a lone carriage return is text
  EXPECT_EQ(raw_offset(bytes, 99), bytes.size());
}

}  // namespace
}  // namespace retort::compiler::driver
