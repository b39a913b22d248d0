// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Where statements end. Each case is a list of statements; joined with ';' they must come apart at
// the same places.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace retort::compiler::lex::test {
namespace {

using Statements = std::vector<std::string>;

void expect_statements(Engine engine, const std::vector<Statements>& cases) {
  for (const Statements& expected : cases) {
    std::string text;
    for (const std::string& statement : expected) text += statement + ";\n";
    for (const bool last_semicolon : {true, false}) {
      if (!last_semicolon) text.resize(text.size() - 2);
      const Lexed lexed(text, engine);
      EXPECT_EQ(lexed.statements(), expected) << text;
      EXPECT_THAT(lexed.errors(), testing::IsEmpty()) << text;
      EXPECT_EQ(broken_invariant(lexed), "") << text;
    }
  }
}

TEST(Statements, EmptyOnesDoNotExist) {
  for (const Engine engine : dialect::all_engines) {
    for (const std::string_view text : {"", ";", ";;;", " ; -- c\n ; /* ; */", "-- c"}) {
      EXPECT_THAT(Lexed(text, engine).statements(), testing::IsEmpty()) << text;
    }
    EXPECT_THAT(Lexed("; SELECT 1;; SELECT 2; ;", engine).statements(),
                testing::ElementsAre("SELECT 1", "SELECT 2"));
  }
}

TEST(Statements, CommonToBothEngines) {
  const std::vector<Statements> cases = {
      {"SELECT 1"},
      {"SELECT 1", "SELECT 2"},
      {"SELECT ';'", "SELECT \";\"", "SELECT 1"},
      {"SELECT -- ;\n1", "SELECT 2"},
      {"SELECT /* ; */ 1", "SELECT 2"},
      {"CREATE TABLE t (a int, b text DEFAULT ';')", "SELECT 2"},
      {"BEGIN", "SELECT CASE WHEN 1 THEN 2 END", "END"},
      {"CREATE VIEW v AS SELECT 1", "SELECT 2"},
      {"EXPLAIN SELECT 1", "SELECT 2"},
  };
  expect_statements(Engine::sqlite, cases);
  expect_statements(Engine::postgres, cases);
}

TEST(Statements, TriggersOfSqlite) {
  expect_statements(
      Engine::sqlite,
      {
          {"CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END", "SELECT 2"},
          {"create temp trigger x after insert on t begin select 1; select 2; end", "SELECT 2"},
          {"CREATE TEMPORARY TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END", "SELECT 2"},
          {"CREATE TRIGGER IF NOT EXISTS x DELETE ON t BEGIN SELECT 1; END", "SELECT 2"},
          {"EXPLAIN CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END", "SELECT 2"},
          {"EXPLAIN QUERY PLAN CREATE TEMP TRIGGER x DELETE ON t BEGIN SELECT 1; END", "SELECT 2"},
          {"CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT CASE WHEN 1 THEN 2 END; END",
           "SELECT 2"},
          {"CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT CASE 1 WHEN 1 THEN 2 END AS end FROM "
           "t; "
           "UPDATE t SET a = CASE WHEN b THEN 1 END;\nEND",
           "SELECT 2"},
          {"CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT t.end, end FROM t; END", "SELECT 2"},
          {"CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; /* END; */ -- END;\n END",
           "SELECT 2"},
          {"CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 'END;'; SELECT \"END;\"; END",
           "SELECT 2"},
          {"CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; /* c */ END", "SELECT 2"},
      });
}

// "trigger" is only a keyword behind CREATE [TEMP].
TEST(Statements, WhatIsNoTriggerOfSqlite) {
  expect_statements(Engine::sqlite, {
                                        {"CREATE TABLE trigger (a)", "SELECT 1", "END"},
                                        {"DROP TRIGGER x", "SELECT 1"},
                                        {"CREATE \"TEMP\" TRIGGER x", "SELECT 1"},
                                        {"SELECT create trigger", "SELECT 1"},
                                        {"EXPLAIN EXPLAIN CREATE TRIGGER x", "SELECT 1"},
                                        {"CREATE [trigger] x", "SELECT 1"},
                                    });
}

TEST(Statements, NamesAndParenthesesOfSqlite) {
  expect_statements(Engine::sqlite, {
                                        {"SELECT [a;b]", "SELECT `a;b`", "SELECT 1"},
                                        {"SELECT '\\'", "SELECT 1"},
                                        {"SELECT ?1, :a, @b, $c", "SELECT 1"},
                                        {"SELECT /* /* */ 1", "SELECT 2"},
                                        {"SELECT $$ a", "b $$"},
                                        {"COPY t FROM stdin", "SELECT 1"},
                                    });
}

TEST(Statements, QuotesOfPostgres) {
  expect_statements(
      Engine::postgres,
      {
          {"SELECT E'\\';'", "SELECT '\\'", "SELECT 1"},
          {"SELECT U&'\\'", "SELECT U&\";\"", "SELECT B';'", "SELECT X';'"},
          {"SELECT $$;$$", "SELECT $a$;$$;$a$", "SELECT 1"},
          {"CREATE FUNCTION f() RETURNS int AS $$ BEGIN RETURN 1; END; $$ LANGUAGE plpgsql",
           "SELECT 1"},
          {"DO $do$ BEGIN PERFORM $$;$$; END $do$", "SELECT 1"},
          {"SELECT E'a'\n'b\\';'", "SELECT 1"},
          {"SELECT /* ; /* ; */ ; */ 1", "SELECT 2"},
          {"SELECT '[' || ']'", "SELECT [a", "b]"},
      });
}

TEST(Statements, ParenthesesOfPostgres) {
  expect_statements(
      Engine::postgres,
      {
          {"CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a; DELETE FROM b)", "SELECT 1"},
          {"CREATE RULE r AS ON INSERT TO t DO ((SELECT 1; ); SELECT 2; )", "SELECT 1"},
          {"SELECT (1)", "SELECT ((2))"},
      });
}

TEST(Statements, AtomicBodiesOfPostgres) {
  expect_statements(
      Engine::postgres,
      {
          {"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END", "SELECT 2"},
          {"CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT 2; END",
           "SELECT 2"},
          {"create procedure p() begin atomic insert into t values (1); end", "SELECT 2"},
          {"CREATE OR REPLACE PROCEDURE p() BEGIN ATOMIC END", "SELECT 2"},
          {"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END",
           "SELECT 2"},
          {"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS end; SELECT t.case FROM t; "
           "END",
           "SELECT 2"},
          {"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 end; SELECT begin FROM t; END",
           "SELECT 2"},
          {"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; -- END;\n/* END; */ END",
           "SELECT 2"},
      });
}

TEST(Statements, WhatIsNoAtomicBodyOfPostgres) {
  expect_statements(Engine::postgres,
                    {
                        {"BEGIN", "SELECT 1", "END"},
                        {"BEGIN ATOMIC", "SELECT 1"},
                        {"CREATE FUNCTION begin() RETURNS int AS 'x'", "SELECT 1"},
                        {"CREATE FUNCTION f(begin atomic) RETURNS int AS 'x'", "SELECT 1"},
                        {"CREATE TABLE begin (atomic int)", "SELECT 1"},
                        {"CREATE OR REPLACE VIEW function AS SELECT 1", "SELECT 1"},
                        {"CREATE TRIGGER x AFTER INSERT ON t EXECUTE FUNCTION f()", "SELECT 1"},
                    });
}

TEST(Copy, RowsBelongToTheirStatement) {
  const Lexed lexed(
      "COPY public.t (a, \"b\") FROM stdin; -- rows\n1\t;\n2\t'\n-- migrate:down\n\\.\nSELECT 1;",
      Engine::postgres);
  EXPECT_THAT(lexed.errors(), testing::IsEmpty());
  ASSERT_EQ(lexed.file().parts.size(), 1u);
  const auto& statements = lexed.file().parts[0].statements;
  ASSERT_EQ(statements.size(), 2u);
  const Token& rows = lexed.file().tokens[statements[0].last - 1];
  EXPECT_EQ(rows.kind, TokenKind::copy_data);
  EXPECT_EQ(lexed.file().text(rows), "1\t;\n2\t'\n-- migrate:down\n");
  EXPECT_EQ(lexed.file().text(lexed.file().tokens[statements[0].last - 2]), "stdin");
  EXPECT_EQ(lexed.statements()[1], "SELECT 1");
  EXPECT_EQ(broken_invariant(lexed), "");
}

TEST(Copy, WithoutRows) {
  for (const std::string_view text : {"COPY t FROM STDIN;\n\\.\nSELECT 1",
                                      "copy binary t from stdin with (format csv);\n\\.\nSELECT 1",
                                      "COPY t FROM STDIN /* c */ ; /* c */ -- c\n\\.\nSELECT 1",
                                      "COPY t FROM stdout;\n\\.\nSELECT 1"}) {
    const Lexed lexed(text, Engine::postgres);
    ASSERT_EQ(lexed.statements().size(), 2u) << text;
    const Statement& copy = lexed.file().parts[0].statements[0];
    const Token& rows = lexed.file().tokens[copy.last - 1];
    EXPECT_EQ(rows.kind, TokenKind::copy_data) << text;
    EXPECT_EQ(rows.length, 0u) << text;
    EXPECT_EQ(lexed.statements()[1], "SELECT 1") << text;
    EXPECT_THAT(lexed.errors(), testing::IsEmpty()) << text;
  }
}

TEST(Copy, OtherFormsHaveNoRows) {
  expect_statements(Engine::postgres, {
                                          {"COPY t TO stdout", "SELECT 1"},
                                          {"COPY t FROM 'file'", "SELECT 1"},
                                          {"COPY t FROM PROGRAM 'x'", "SELECT 1"},
                                          {"COPY (SELECT 1 FROM stdin) TO STDOUT", "SELECT 1"},
                                          {"SELECT copy FROM stdin", "SELECT 1"},
                                          {"COPY t FROM \"stdin\"", "SELECT 1"},
                                      });
}

TEST(Copy, OnlyAWholeLineEndsTheRows) {
  const Lexed lexed("COPY t FROM stdin;\na\\.\n\\.b\n \\.\n\\.\n", Engine::postgres);
  EXPECT_THAT(lexed.errors(), testing::IsEmpty());
  EXPECT_EQ(lexed.tokens().back(), "copy_data a\\.\n\\.b\n \\.\n");
}

TEST(Backslash, CommandsStandBetweenStatements) {
  const Lexed lexed("\\set x 1;\nSELECT 1 \\gset y\nSELECT (2;\n\\x\nSELECT 3;", Engine::postgres);
  EXPECT_THAT(lexed.statements(), testing::ElementsAre("SELECT 1", "SELECT (2;", "SELECT 3"));
  EXPECT_THAT(lexed.tokens(), testing::Contains("backslash \\set x 1;"));
  EXPECT_THAT(lexed.tokens(), testing::Contains("backslash \\gset y"));
  EXPECT_EQ(broken_invariant(lexed), "");
}

TEST(Backslash, RestrictIsIgnored) {
  const Lexed lexed("\\restrict abc\nSELECT\n\\unrestrict abc\n1;\n\\unrestrict abc",
                    Engine::postgres);
  EXPECT_THAT(lexed.statements(), testing::ElementsAre("SELECT\n\\unrestrict abc\n1"));
  EXPECT_THAT(lexed.errors(), testing::IsEmpty());
  EXPECT_THAT(lexed.tokens(), testing::Not(testing::Contains(testing::HasSubstr("restrict"))));
}

}  // namespace
}  // namespace retort::compiler::lex::test
