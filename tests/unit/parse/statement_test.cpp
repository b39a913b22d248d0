// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statements as trees: their text when they are printed, their spans, messages and limits. Whether
// the engines read the same is asked in tests/grammar.
#include "parse/statement.hpp"

#include <gtest/gtest.h>

#include "ast/print.hpp"
#include "lex/lex.hpp"

namespace retort::compiler::parse {
namespace {

struct Read {
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  lex::TokenizedFile tokens;
  ast::Statement statement;
  NotUnderstood reason;
  dialect::Engine engine;

  Read(const std::string& sql, SqlDialect dialect)
      : engine(dialect == SqlDialect::sqlite ? dialect::Engine::sqlite
                                             : dialect::Engine::postgres) {
    diag::Diagnostics lexical;
    tokens = lex::tokenize(sources.add("t.sql", sql), {engine, false}, lexical);
    statement =
        parse_statement(tokens, tokens.parts.at(0).statements.at(0), dialect, diagnostics, reason);
  }
  std::string printed() const { return ast::print(statement, engine); }
  std::string text(source::Span span) const { return std::string(tokens.file->slice(span)); }
  bool opaque() const { return std::holds_alternative<ast::Opaque>(statement.node); }
  template <class T>
  const T& as() const {
    return std::get<T>(statement.node);
  }
  std::string message() const {
    const auto sorted = diagnostics.sorted();
    return sorted.empty() ? "" : text(sorted.front()->span) + ": " + sorted.front()->text;
  }
};

std::string postgres(const std::string& sql) { return Read(sql, SqlDialect::postgres).printed(); }
std::string sqlite(const std::string& sql) { return Read(sql, SqlDialect::sqlite).printed(); }
std::string portable_message(const std::string& sql) {
  return Read(sql, SqlDialect::portable).message();
}

TEST(Statement, PrecedenceIsTheEngines) {
  EXPECT_EQ(postgres("select a || b + c"), "SELECT a || (b + c)");
  EXPECT_EQ(sqlite("select a || b + c"), "SELECT (a || b) + c");
  EXPECT_EQ(postgres("select a = b is null"), "SELECT (a = b) IS NULL");
  EXPECT_EQ(sqlite("select a < b = c"), "SELECT (a < b) = c");
  EXPECT_EQ(postgres("select not a = b and c or d"), "SELECT NOT a = b AND c OR d");
  EXPECT_EQ(postgres("select -a::int"), "SELECT - a::int");
  EXPECT_EQ(postgres("select a - b - c, a - (b - c)"), "SELECT a - b - c, a - (b - c)");
}

TEST(Statement, NamesAreAsTheEngineTakesThem) {
  EXPECT_EQ(postgres("CREATE TABLE Foo (Bar INT, \"Baz\" int)"),
            "CREATE TABLE foo (bar int, \"Baz\" int)");
  EXPECT_EQ(sqlite("CREATE TABLE Foo (Bar INT, [Baz q] int)"),
            "CREATE TABLE Foo (Bar INT, \"Baz q\" int)");
  EXPECT_EQ(postgres("select U&\"d\\0061t\", E'a\\x41'"), "SELECT \"dat\", 'aA'");
}

TEST(Statement, PartsHaveSpans) {
  const Read read("ALTER TABLE s.t  ADD COLUMN a int DEFAULT 1 + 2,\n DROP COLUMN b",
                  SqlDialect::portable);
  const auto& alter = read.as<ast::AlterTable>();
  EXPECT_EQ(read.text(alter.name.span), "s.t");
  ASSERT_EQ(alter.actions.size(), 2u);
  EXPECT_EQ(read.text(alter.actions[0].span), "ADD COLUMN a int DEFAULT 1 + 2");
  EXPECT_EQ(read.text(alter.actions[1].span), "DROP COLUMN b");
  const auto& column = std::get<ast::AddColumn>(alter.actions[0].node).column;
  EXPECT_EQ(read.text(column.span), "a int DEFAULT 1 + 2");
  EXPECT_EQ(read.text(column.type->span), "int");
  ASSERT_EQ(column.constraints.size(), 1u);
  EXPECT_EQ(read.text(column.constraints[0].span), "DEFAULT 1 + 2");
  const auto& value = std::get<ast::DefaultConstraint>(column.constraints[0].node).value;
  EXPECT_EQ(read.text(value.span), "1 + 2");
  EXPECT_EQ(read.text(std::get<ast::Binary>(value.node).right->span), "2");
}

TEST(Statement, TriggerBodiesAreTrees) {
  const Read read("CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET a = 1; SELECT 2; END",
                  SqlDialect::sqlite);
  const auto& body = std::get<ast::TriggerBody>(read.as<ast::CreateTrigger>().action);
  ASSERT_EQ(body.statements.size(), 2u);
  EXPECT_EQ(read.text(std::get<ast::Update>(body.statements[0]).span), "UPDATE t SET a = 1");
}

TEST(Statement, WhatIsNotKnownIsOpaqueInAnEnginesSection) {
  const Read read("CREATE FUNCTION f(Tab.x) RETURNS int AS $$ select 1 $$ LANGUAGE sql",
                  SqlDialect::postgres);
  ASSERT_TRUE(read.opaque());
  const auto& opaque = read.as<ast::Opaque>();
  EXPECT_EQ(opaque.words, "CREATE FUNCTION");
  EXPECT_TRUE(opaque.has_code);
  EXPECT_EQ(opaque.names.at(3).text, "tab");
  EXPECT_FALSE(read.diagnostics.has_errors());
  EXPECT_TRUE(Read("VACUUM", SqlDialect::sqlite).opaque());
}

TEST(Statement, MessagesNameTheFurthestPlace) {
  EXPECT_EQ(portable_message("CREATE TABLE t (a int NOT NUL)"), "NUL: found 'NUL', expected NULL");
  EXPECT_EQ(portable_message("CREATE INDEX i ON t (a) WERE b"),
            "WERE: found 'WERE', expected INCLUDE, NULLS, WITH, TABLESPACE, WHERE or the end of "
            "the statement");
  EXPECT_EQ(portable_message("GRANT SELECT ON t TO x"),
            "GRANT: 'GRANT SELECT' has no portable form");
  EXPECT_EQ(portable_message("INSERT INTO t VALUES (1,)"), "): found ')', expected an expression");
}

TEST(Statement, MessagesDoNotShowTheGrammar) {
  for (const char* sql : {"CREATE TABLE", "SELECT FROM FROM", "ALTER TABLE t", "DROP", "CREATE",
                          "INSERT INTO t SELECT ()", "UPDATE t SET a", "SELECT a FROM b JOIN c"}) {
    const std::string message = portable_message(sql);
    EXPECT_NE(message, "") << sql;
    EXPECT_EQ(message.find("boost"), std::string::npos) << message;
    EXPECT_EQ(message.find("::"), std::string::npos) << message;
  }
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  for (std::size_t i = 0; i < count; ++i) result += text;
  return result;
}

TEST(Statement, DeepNestingIsALimit) {
  for (const auto dialect : {SqlDialect::sqlite, SqlDialect::postgres, SqlDialect::portable}) {
    for (const std::string& sql :
         {"SELECT " + repeated("(", 900) + "1" + repeated(")", 900),
          "SELECT " + repeated("NOT ", 100'000) + "1", "SELECT " + repeated("- ", 100'000) + "1",
          "SELECT " + repeated("CASE WHEN ", 5'000) + "1",
          "SELECT " + repeated("f(", 900) + repeated(")", 900),
          "SELECT " + repeated("(SELECT ", 900) + "1" + repeated(")", 900),
          "SELECT 1" + repeated(" + 1", 100'000), "SELECT 1" + repeated(" UNION SELECT 1", 50'000),
          "SELECT * FROM a" + repeated(" JOIN a", 50'000),
          "SELECT * FROM " + repeated("(", 900) + "a" + repeated(")", 900)}) {
      const Read read(sql, dialect);
      EXPECT_TRUE(read.opaque()) << sql.substr(0, 40);
    }
  }
  EXPECT_NE(portable_message("SELECT 1" + repeated(" + 1", 2000)).find("exceeds the limit"),
            std::string::npos);
}

TEST(Statement, LongIsNotDeep) {
  EXPECT_FALSE(
      Read("SELECT a" + repeated(" OR a = 1 AND b", 20'000), SqlDialect::postgres).opaque());
  EXPECT_FALSE(Read("SELECT 1" + repeated(" + 1", 900), SqlDialect::sqlite).opaque());
  EXPECT_FALSE(
      Read("INSERT INTO t VALUES (1)" + repeated(", (1)", 20'000), SqlDialect::portable).opaque());
}

// Each level read twice would be 2^30 steps.
TEST(Statement, NestingCostsNoSecondReading) {
  const std::string open = repeated("((SELECT ", 30), close = repeated(") + 1)", 30);
  EXPECT_FALSE(Read("SELECT " + open + "1" + close, SqlDialect::postgres).opaque());
  EXPECT_TRUE(Read("SELECT " + open + "1 1 1" + close, SqlDialect::postgres).opaque());
  const std::string trim = repeated("trim(", 60) + "substring(" + repeated(")", 59);
  EXPECT_TRUE(Read("SELECT " + trim, SqlDialect::postgres).opaque());
}

}  // namespace
}  // namespace retort::compiler::parse
