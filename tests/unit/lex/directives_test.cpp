// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Directives, parts and their dialects; what they survive and what hides them.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lex/directive.hpp"
#include "support.hpp"

namespace retort::compiler::lex::test {
namespace {

TEST(Directives, AreCommentsThatBeginWithAWord) {
  const std::pair<std::string_view, CommentRole> cases[] = {
      {"-- migrate:up", CommentRole::section},
      {"--migrate:up", CommentRole::section},
      {"-- \t migrate:", CommentRole::section},
      {"-- MIGRATE:UP", CommentRole::section},
      {"-- Migrate: rows", CommentRole::section},
      {"-- retort: allow(x)", CommentRole::remark},
      {"--retort:", CommentRole::remark},
      {"-- migrate up", CommentRole::plain},
      {"-- migrate", CommentRole::plain},
      {"-- we migrate:up", CommentRole::plain},
      {"--- migrate:up", CommentRole::plain},
      {"--", CommentRole::plain},
      {"-- ", CommentRole::plain},
      {"-- migrated: rows", CommentRole::plain},
  };
  for (const auto& [text, role] : cases)
    EXPECT_EQ(comment_role(text, DirectiveStyle::retort), role) << text;
}

TEST(Directives, NameEngines) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"-- migrate:up", ""},
      {"-- migrate:up sqlite", "sqlite"},
      {"-- migrate:up postgres transaction:false", "postgres"},
      {"-- migrate:up sqlite postgres", "sqlite postgres"},
      {"-- migrate:up postgres,sqlite", "sqlite postgres"},
      {"-- migrate:up portable", ""},
      {"-- migrate:up sqlite3 postgresql", ""},
      {"-- migrate:sqlite", ""},
      {"-- migrate:up lock_timeout:sqlite", ""},
  };
  for (const auto& [text, names] : cases) {
    const dialect::EngineSet engines = named_engines(text);
    EXPECT_EQ(engines.has(Engine::sqlite), names.find("sqlite") != names.npos) << text;
    EXPECT_EQ(engines.has(Engine::postgres), names.find("postgres") != names.npos) << text;
  }
}

TEST(Parts, OneFileWithoutDirectives) {
  EXPECT_EQ(Lexed("", Engine::sqlite).parts(), "leading => sqlite:\n");
  EXPECT_EQ(Lexed("-- c\nSELECT 1;\nSELECT 2", Engine::postgres).parts(),
            "leading => postgres: SELECT 1 | SELECT 2\n");
}

TEST(Parts, FromDirectiveToDirective) {
  const Lexed lexed(
      "-- title\n--\n-- Revises: a\n\n-- migrate:up\nSELECT 1;\n"
      "-- migrate:down irreversible\n-- migrate:verify\nSELECT 2;\n",
      Engine::sqlite);
  EXPECT_EQ(lexed.parts(),
            "leading => sqlite:\n"
            "-- migrate:up => sqlite: SELECT 1\n"
            "-- migrate:down irreversible => sqlite:\n"
            "-- migrate:verify => sqlite: SELECT 2\n");
  EXPECT_THAT(
      lexed.tokens(),
      testing::ElementsAre("comment -- title", "comment --", "comment -- Revises: a",
                           "directive -- migrate:up", "word SELECT", "number 1", "punctuation ;",
                           "directive -- migrate:down irreversible", "directive -- migrate:verify",
                           "word SELECT", "number 2", "punctuation ;"));
  EXPECT_EQ(broken_invariant(lexed), "");
}

TEST(Parts, TheDirectiveNamesTheDialect) {
  const Lexed lexed(
      "-- migrate:up sqlite\nSELECT [a;b];\n-- migrate:up postgres\nSELECT $$;$$;\n"
      "-- migrate:down\nSELECT `;`;",
      Engine::sqlite);
  EXPECT_EQ(lexed.parts(),
            "leading => sqlite:\n"
            "-- migrate:up sqlite => sqlite: SELECT [a;b]\n"
            "-- migrate:up postgres => postgres: SELECT $$;$$\n"
            "-- migrate:down => sqlite: SELECT `;`\n");
  EXPECT_THAT(lexed.errors(), testing::IsEmpty());
}

TEST(Parts, BothEnginesMakeTwoParts) {
  const Lexed lexed(
      "-- migrate:up sqlite postgres\nSELECT '\n-- migrate:x';SELECT 2;-- c\n-- "
      "migrate:down\nSELECT 3",
      Engine::sqlite);
  EXPECT_EQ(lexed.parts(),
            "leading => sqlite:\n"
            "-- migrate:up sqlite postgres => postgres: SELECT '\n-- migrate:x' | SELECT 2\n"
            "-- migrate:up sqlite postgres => sqlite: SELECT '\n-- migrate:x' | SELECT 2\n"
            "-- migrate:down => sqlite: SELECT 3\n");
  EXPECT_EQ(broken_invariant(lexed), "");
}

// PostgreSQL decides where the section ends; SQLite's lexing stays inside.
TEST(Parts, TheSecondDialectStaysInTheSection) {
  const Lexed lexed(
      "-- migrate:up postgres sqlite\nDO $$\n-- migrate:down\n$$;\n-- migrate:down\nSELECT 1",
      Engine::postgres);
  EXPECT_EQ(lexed.parts(),
            "leading => postgres:\n"
            "-- migrate:up postgres sqlite => postgres: DO $$\n-- migrate:down\n$$\n"
            "-- migrate:up postgres sqlite => sqlite: DO $$\n-- migrate:down\n$$\n"
            "-- migrate:down => postgres: SELECT 1\n");
}

TEST(Parts, ADirectiveAtTheStartOfALineEndsAnOpenStatement) {
  for (const Engine engine : dialect::all_engines) {
    const Lexed lexed("-- migrate:up\nSELECT 1\n  -- migrate:down\nSELECT 2 -- c\n--migrate:verify",
                      LexOptions{engine, true});
    EXPECT_THAT(lexed.errors(), testing::IsEmpty());
    ASSERT_EQ(lexed.file().parts.size(), 4u);
    EXPECT_THAT(lexed.statements(1), testing::ElementsAre("SELECT 1"));
    EXPECT_THAT(lexed.statements(2), testing::ElementsAre("SELECT 2"));
  }
  const Lexed trigger(
      "CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END\n-- migrate:down\nDROP TRIGGER x;",
      Engine::sqlite);
  EXPECT_THAT(trigger.errors(), testing::IsEmpty());
  EXPECT_EQ(trigger.file().parts.size(), 2u);
}

TEST(Parts, WhatHidesADirective) {
  const std::pair<Engine, std::string_view> cases[] = {
      {Engine::sqlite, "SELECT '\n-- migrate:down\n';"},
      {Engine::sqlite, "SELECT \"\n-- migrate:down\n\";"},
      {Engine::sqlite, "SELECT [\n-- migrate:down\n];"},
      {Engine::sqlite, "/*\n-- migrate:down\n*/ SELECT 1;"},
      {Engine::sqlite, "SELECT /*\n-- migrate:down\n*/ 1;"},
      {Engine::sqlite, "SELECT 1 -- migrate:down\n;"},
      {Engine::sqlite, "SELECT (\n-- migrate:down\n1);"},
      {Engine::sqlite, "CREATE TRIGGER x DELETE ON t BEGIN\n-- migrate:down\nSELECT 1; END;"},
      {Engine::postgres, "SELECT $$\n-- migrate:down\n$$;"},
      {Engine::postgres, "SELECT E'\\'\n-- migrate:down\n';"},
      {Engine::postgres, "/* /*\n-- migrate:down\n*/\n-- migrate:down\n*/ SELECT 1;"},
      {Engine::postgres, "SELECT (\n-- migrate:down\n1);"},
      {Engine::postgres, "CREATE FUNCTION f() BEGIN ATOMIC\n-- migrate:down\nSELECT 1; END;"},
      {Engine::postgres, "COPY t FROM stdin;\n-- migrate:down\n\\.\n"},
  };
  for (const auto& [engine, text] : cases) {
    const Lexed lexed(text, engine);
    EXPECT_EQ(lexed.file().parts.size(), 1u) << text;
    EXPECT_EQ(lexed.statements().size(), 1u) << text;
    EXPECT_THAT(lexed.errors(), testing::IsEmpty()) << text;
    EXPECT_EQ(broken_invariant(lexed), "") << text;
  }
}

TEST(Parts, RemarksAreDirectivesBetweenStatementsOnly) {
  const Lexed lexed(
      "-- retort: allow(a) b\nSELECT -- retort: allow(c) d\n1; -- retort: allow(e) f\n",
      Engine::sqlite);
  EXPECT_THAT(lexed.tokens(),
              testing::ElementsAre("directive -- retort: allow(a) b", "word SELECT", "number 1",
                                   "punctuation ;", "directive -- retort: allow(e) f"));
  EXPECT_EQ(lexed.file().parts.size(), 1u);
}

TEST(Parts, WithoutDirectivesTheFileIsOnePart) {
  const Lexed lexed("-- migrate:up\nSELECT 1\n-- migrate:down\n;-- retort: allow(a) b",
                    LexOptions{Engine::sqlite, false});
  EXPECT_EQ(lexed.parts(), "leading => sqlite: SELECT 1\n");
  EXPECT_THAT(lexed.tokens(),
              testing::ElementsAre("comment -- migrate:up", "word SELECT", "number 1",
                                   "punctuation ;", "directive -- retort: allow(a) b"));
}

}  // namespace
}  // namespace retort::compiler::lex::test
