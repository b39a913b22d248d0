// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The bytes that are hashed: their format is frozen, and what does not count does not change them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace retort::compiler::lex::test {
namespace {

using std::string_view_literals::operator""sv;

std::string canonical(std::string_view text, Engine engine = Engine::postgres) {
  return Lexed(text, engine).canonical();
}

// If this fails, every lock in the world is void: add a new format instead.
TEST(Canonical, TheFormatIsFrozen) {
  EXPECT_EQ(canonical("SELECT \"A\", 'b', 1, $1 || a.B;\nCOPY t FROM stdin;\n1\tX\n\\.\n"),
            "w\x06\0\0\0select"
            "q\x03\0\0\0\"A\""
            ".\x01\0\0\0,"
            "s\x03\0\0\0'b'"
            ".\x01\0\0\0,"
            "n\x01\0\0\0"
            "1"
            ".\x01\0\0\0,"
            "p\x02\0\0\0$1"
            "o\x02\0\0\0||"
            "w\x01\0\0\0"
            "a"
            ".\x01\0\0\0."
            "w\x01\0\0\0"
            "b"
            ";"
            "w\x04\0\0\0copy"
            "w\x01\0\0\0t"
            "w\x04\0\0\0"
            "from"
            "w\x05\0\0\0stdin"
            "d\x04\0\0\0"
            "1\tX\n"
            ";"sv);
  EXPECT_EQ(canonical("{"), "x\x01\0\0\0{;"sv);
  EXPECT_EQ(canonical(""), "");
}

TEST(Canonical, LengthsAreLittleEndian) {
  const std::string text = "'" + std::string(300, 'a') + "'";
  EXPECT_EQ(canonical(text).substr(0, 6), "s\x2E\x01\0\0'"sv);
}

TEST(Canonical, WhatDoesNotCount) {
  const std::string expected = canonical("create table T (a int default 'X'); select 1");
  for (const std::string_view text : {
           "CREATE TABLE t (A INT DEFAULT 'X'); SELECT 1;"sv,
           "create table T (a int default 'X');; select 1;;"sv,
           "\xEF\xBB\xBF"
           "create table\r\n T (a int default 'X');\r\nselect 1\r\n"sv,
           "-- c\ncreate table T( -- c\n a/**/int default\t'X' ) ;\n/* c */ select 1 -- c"sv,
           "-- retort: allow(x) y\ncreate table T (a int default 'X'); select 1 ;"sv,
       }) {
    EXPECT_EQ(canonical(text), expected) << text;
    EXPECT_EQ(canonical(text, Engine::sqlite), expected) << text;
  }
}

TEST(Canonical, WhatCounts) {
  const std::string expected = canonical("select a, 'x' from t; select 1");
  for (const std::string_view text : {
           "select a, 'X' from t; select 1",
           "select a, 'x ' from t; select 1",
           "select \"a\", 'x' from t; select 1",
           "select a, x from t; select 1",
           "select a, 'x' from t select 1",
           "select a, 'x' from t",
           "select 1; select a, 'x' from t",
       }) {
    EXPECT_NE(canonical(text), expected) << text;
  }
}

TEST(Canonical, TokensDoNotRunTogether) {
  EXPECT_NE(canonical("select a b"), canonical("select ab"));
  EXPECT_NE(canonical("select 'a' 'b'"), canonical("select 'a''b'"));
  EXPECT_NE(canonical("select 1 2"), canonical("select 12"));
}

TEST(Canonical, LineEndsInsideStringsAreTheSame) {
  EXPECT_EQ(canonical("select 'a\r\nb'"), canonical("select 'a\nb'"));
  EXPECT_EQ(canonical("COPY t FROM stdin;\r\n1\r\n\\.\r\n"),
            canonical("COPY t FROM stdin;\n1\n\\.\n"));
}

TEST(Canonical, OnlyThePartCounts) {
  const Lexed lexed("-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;", Engine::sqlite);
  EXPECT_EQ(lexed.canonical(0), "");
  EXPECT_EQ(lexed.canonical(1), canonical("SELECT 1"));
  EXPECT_EQ(lexed.canonical(2), canonical("SELECT 2"));
}

}  // namespace
}  // namespace retort::compiler::lex::test
