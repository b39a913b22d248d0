// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What is reported, where, and where lexing goes on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <tuple>

#include "lex/limits.hpp"
#include "support.hpp"

namespace retort::compiler::lex::test {
namespace {

struct Case {
  Engine engine;
  std::string_view text;
  std::vector<std::string> errors;
  std::string parts;
};

void expect_errors(const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const Lexed lexed(c.text, c.engine);
    EXPECT_EQ(lexed.errors(), c.errors) << c.text;
    EXPECT_EQ(lexed.parts(), c.parts) << c.text;
    EXPECT_EQ(broken_invariant(lexed), "") << c.text;
  }
}

TEST(Errors, PointAtWhatNoNumberHolds) {
  expect_errors({
      {Engine::sqlite, "1x1F", {"1:2: unexpected character 'x'"}, "leading => sqlite: 1x1F!\n"},
      {Engine::sqlite, "0x1y", {"1:4: unexpected character 'y'"}, "leading => sqlite: 0x1y!\n"},
      {Engine::sqlite, "1_0a", {"1:4: unexpected character 'a'"}, "leading => sqlite: 1_0a!\n"},
  });
  // Found by fuzzing: a number that only looks hexadecimal led behind the end of the file.
  for (const std::string_view text : {"1x1F", "\\1x12", "1x", "0x", "1.x", "1e", "1__", "9_"}) {
    const Lexed lexed(text, Engine::sqlite);
    for (const diag::Diagnostic* diagnostic : lexed.diagnostics().sorted()) {
      EXPECT_LE(diagnostic->span.end, text.size()) << text;
    }
  }
}

TEST(Errors, UnterminatedQuotesEndAtTheNextSection) {
  expect_errors({
      {Engine::sqlite,
       "SELECT 1;\nSELECT 'a;\n-- migrate:down\nSELECT 2",
       {"2:8: unterminated string"},
       "leading => sqlite: SELECT 1 | SELECT 'a;!\n-- migrate:down => sqlite: SELECT 2\n"},
      {Engine::sqlite,
       "SELECT \"a;\n\n-- migrate:down\nSELECT `b;\nSELECT [c",
       {"1:8: unterminated quoted name", "4:8: unterminated quoted name"},
       "leading => sqlite: SELECT \"a;!\n-- migrate:down => sqlite: SELECT `b;\nSELECT [c!\n"},
      {Engine::sqlite,
       "SELECT 1 /* c\n-- migrate:down\nSELECT 2; /* d",
       {"1:10: unterminated comment", "3:11: unterminated comment"},
       "leading => sqlite: SELECT 1!\n-- migrate:down => sqlite: SELECT 2\n"},
      {Engine::postgres,
       "SELECT E'a\\';\n-- migrate:down\nSELECT U&\"x;",
       {"1:8: unterminated string", "3:8: unterminated quoted name"},
       "leading => postgres: SELECT E'a\\';!\n-- migrate:down => postgres: SELECT U&\"x;!\n"},
      {Engine::postgres,
       "DO $do$ BEGIN END; $$;\n-- migrate:down\nSELECT 2;",
       {"1:4: unterminated dollar quote '$do$'"},
       "leading => postgres: DO $do$ BEGIN END; $$;!\n-- migrate:down => postgres: SELECT 2\n"},
      {Engine::postgres,
       "/* /* */\n-- migrate:down\nSELECT 2;",
       {"1:1: unterminated comment"},
       "leading => postgres:\n-- migrate:down => postgres: SELECT 2\n"},
  });
}

// Every quote behind the one that lacks its end is taken the wrong way round.
TEST(Errors, TheQuoteThatSwallowedASectionIsToBlame) {
  expect_errors({
      {Engine::sqlite,
       "INSERT INTO t VALUES ('it's');\n-- migrate:down\nDELETE FROM t;",
       {"1:28: unterminated string"},
       "leading => sqlite: INSERT INTO t VALUES ('it's');!\n"
       "-- migrate:down => sqlite: DELETE FROM t\n"},
      {Engine::sqlite,
       "SELECT 'a;\nSELECT ';';\n-- migrate:down\nSELECT 'b'",
       {"2:10: unterminated string"},
       "leading => sqlite: SELECT 'a;\nSELECT ' | ';!\n-- migrate:down => sqlite: SELECT 'b'\n"},
      {Engine::postgres,
       "SELECT 'a;\n-- migrate:down\nSELECT 'b';\n-- migrate:verify\nSELECT 'c', 'd;",
       {"1:8: unterminated string", "5:13: unterminated string"},
       "leading => postgres: SELECT 'a;!\n-- migrate:down => postgres: SELECT 'b'\n"
       "-- migrate:verify => postgres: SELECT 'c', 'd;!\n"},
      // The number of quotes is even, and still.
      {Engine::postgres,
       "SELECT 'it's';\n-- migrate:down\nSELECT 'it's';",
       {"1:13: unterminated string", "3:13: unterminated string"},
       "leading => postgres: SELECT 'it's';!\n-- migrate:down => postgres: SELECT 'it's';!\n"},
      {Engine::postgres,
       "DO $$ BEGIN END;\n-- migrate:down\nDO $$ BEGIN END;",
       {"1:4: unterminated dollar quote '$$'", "3:4: unterminated dollar quote '$$'"},
       "leading => postgres: DO $$ BEGIN END;!\n-- migrate:down => postgres: DO $$ BEGIN END;!\n"},
  });
}

TEST(Errors, ParenthesesOfSqliteEndWithTheStatement) {
  expect_errors({
      {Engine::sqlite,
       "CREATE TABLE t (a int;\nSELECT ((1);\nSELECT 2",
       {"1:16: parenthesis is never closed", "2:8: parenthesis is never closed"},
       "leading => sqlite: CREATE TABLE t (a int! | SELECT ((1)! | SELECT 2\n"},
      {Engine::sqlite,
       "CREATE TABLE t (a int\n-- migrate:down\nDROP TABLE t;",
       {"1:16: parenthesis is never closed"},
       "leading => sqlite: CREATE TABLE t (a int!\n-- migrate:down => sqlite: DROP TABLE t\n"},
      {Engine::sqlite,
       "SELECT 1);\nSELECT 2",
       {"1:9: ')' without '('"},
       "leading => sqlite: SELECT 1)! | SELECT 2\n"},
  });
}

TEST(Errors, ParenthesesOfPostgres) {
  expect_errors({
      {Engine::postgres,
       "CREATE TABLE t (a int;\nSELECT (1);\nSELECT (2;\nSELECT 3",
       {"1:16: parenthesis is never closed", "3:8: parenthesis is never closed"},
       "leading => postgres: CREATE TABLE t (a int! | SELECT (1) | SELECT (2! | SELECT 3\n"},
      {Engine::postgres,
       "CREATE TABLE t (a int\n-- migrate:down\nDROP TABLE t;",
       {"1:16: parenthesis is never closed"},
       "leading => postgres: CREATE TABLE t (a int!\n-- migrate:down => postgres: DROP TABLE t\n"},
      {Engine::postgres,
       "CREATE RULE r AS DO (SELECT (1; SELECT 2);\nSELECT 3",
       {"1:21: parenthesis is never closed"},
       "leading => postgres: CREATE RULE r AS DO (SELECT (1; SELECT 2)! | SELECT 3\n"},
      {Engine::postgres,
       ");\nSELECT 2",
       {"1:1: ')' without '('"},
       "leading => postgres: )! | SELECT 2\n"},
      {Engine::postgres,
       "SELECT 1));\nSELECT 2",
       {"1:9: ')' without '('", "1:10: ')' without '('"},
       "leading => postgres: SELECT 1))! | SELECT 2\n"},
  });
}

TEST(Errors, TriggersOfSqlite) {
  expect_errors({
      {Engine::sqlite,
       "CREATE TRIGGER x DELETE ON t BEGIN SELECT 1 END;\nCREATE TABLE u (a);",
       {"1:1: unterminated trigger body"},
       "leading => sqlite: CREATE TRIGGER x DELETE ON t BEGIN SELECT 1 END! | CREATE TABLE u "
       "(a)\n"},
      {Engine::sqlite,
       "CREATE TEMP TRIGGER x DELETE ON t BEGIN SELECT 1;\n-- migrate:down\nDROP TABLE t;",
       {"1:1: unterminated trigger body"},
       "leading => sqlite: CREATE TEMP TRIGGER x DELETE ON t BEGIN SELECT 1!\n"
       "-- migrate:down => sqlite: DROP TABLE t\n"},
      // The END of a later trigger does not hide it.
      {Engine::sqlite,
       "CREATE TRIGGER x DELETE ON t BEGIN SELECT 1;\n-- migrate:down\nDROP TABLE t;\n"
       "CREATE TRIGGER y DELETE ON u BEGIN SELECT 1; END;\nSELECT 2",
       {"1:1: unterminated trigger body"},
       "leading => sqlite: CREATE TRIGGER x DELETE ON t BEGIN SELECT 1!\n"
       "-- migrate:down => sqlite: DROP TABLE t | "
       "CREATE TRIGGER y DELETE ON u BEGIN SELECT 1; END | SELECT 2\n"},
  });
}

TEST(Errors, AtomicBodiesOfPostgres) {
  expect_errors({
      {Engine::postgres,
       "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1 END;\nSELECT 2;",
       {"1:21: unterminated BEGIN ATOMIC body"},
       "leading => postgres: CREATE FUNCTION f() BEGIN ATOMIC SELECT 1 END! | SELECT 2\n"},
      {Engine::postgres,
       "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;\n-- migrate:down\nDROP FUNCTION f();",
       {"1:21: unterminated BEGIN ATOMIC body"},
       "leading => postgres: CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;!\n"
       "-- migrate:down => postgres: DROP FUNCTION f()\n"},
      {Engine::postgres,
       "CREATE FUNCTION f() BEGIN ATOMIC SELECT (1; END;\nSELECT 2;",
       {"1:41: parenthesis is never closed"},
       "leading => postgres: CREATE FUNCTION f() BEGIN ATOMIC SELECT (1; END! | SELECT 2\n"},
  });
}

TEST(Errors, CopyOfPostgres) {
  expect_errors({
      {Engine::postgres,
       "COPY t FROM stdin;\n1\t2\n\n-- migrate:down\nSELECT 1",
       {"1:13: COPY data without its end '\\.'"},
       "leading => postgres: COPY t FROM stdin;\n1\t2!\n-- migrate:down => postgres: SELECT 1\n"},
      {Engine::postgres,
       "COPY t FROM stdin;\n1\n-- migrate:down\nCOPY u FROM stdin;\n2\n\\.\n",
       {"1:13: COPY data without its end '\\.'"},
       "leading => postgres: COPY t FROM stdin;\n1!\n"
       "-- migrate:down => postgres: COPY u FROM stdin;\n2\n\n"},
      {Engine::postgres,
       "COPY t FROM stdin; SELECT 1;\n2\n\\.\nSELECT 3",
       {"1:20: text behind COPY … FROM stdin on its line"},
       "leading => postgres: COPY t FROM stdin; SELECT 1;\n2\n! | SELECT 3\n"},
      {Engine::postgres,
       "COPY t FROM stdin; /* a\n*/\n\\.\nSELECT 3",
       {"1:20: text behind COPY … FROM stdin on its line"},
       "leading => postgres: COPY t FROM stdin; /* a\n*/\n! | SELECT 3\n"},
      {Engine::postgres,
       "COPY t FROM stdin\n-- migrate:down\nCOPY u FROM stdin;",
       {"1:13: COPY data without its end '\\.'", "3:13: COPY data without its end '\\.'"},
       "leading => postgres: COPY t FROM stdin!\n-- migrate:down => postgres: COPY u FROM "
       "stdin!\n"},
  });
}

TEST(Errors, UnexpectedCharacters) {
  expect_errors({
      {Engine::sqlite,
       "SELECT {1}; SELECT 2 \\ 3; SELECT 4",
       {"1:8: unexpected character '{'", "1:10: unexpected character '}'",
        "1:22: unexpected character '\\'"},
       "leading => sqlite: SELECT {1}! | SELECT 2 \\ 3! | SELECT 4\n"},
      {Engine::sqlite,
       "SELECT {{{}}",
       {"1:8: unexpected character '{'", "1:11: unexpected character '}'"},
       "leading => sqlite: SELECT {{{}}!\n"},
      {Engine::sqlite,
       "SELECT 1a, 0x1g, 1.b",
       {"1:9: unexpected character 'a'", "1:15: unexpected character 'g'",
        "1:20: unexpected character 'b'"},
       "leading => sqlite: SELECT 1a, 0x1g, 1.b!\n"},
      {Engine::postgres,
       "SELECT {; $a; \x01",
       {"1:8: unexpected character '{'", "1:11: unexpected character '$'",
        "1:15: unexpected character '\\x01'"},
       "leading => postgres: SELECT {! | $a! | \x01!\n"},
  });
}

TEST(Errors, BadBytes) {
  using std::string_view_literals::operator""sv;
  for (const Engine engine : dialect::all_engines) {
    const Lexed lexed("SELECT '\0\0';\nSELECT \xC3 , \xFF;\n-- \xED\xA0\x80\nSELECT 'ä€😀', \0"sv,
                      engine);
    EXPECT_THAT(lexed.errors(), testing::ElementsAre(
                                    "1:9: NUL byte in the file", "2:8: invalid UTF-8: byte 0xC3",
                                    "3:4: invalid UTF-8: byte 0xED", "4:15: NUL byte in the file"));
    ASSERT_EQ(lexed.file().parts[0].statements.size(), 3u);
    for (const Statement& s : lexed.file().parts[0].statements) EXPECT_TRUE(s.has_error);
    EXPECT_EQ(broken_invariant(lexed), "");
  }
}

TEST(Errors, ShowAWayOut) {
  const std::tuple<Engine, std::string_view, std::string_view> cases[] = {
      {Engine::sqlite, "CREATE TRIGGER x DELETE ON t BEGIN SELECT 1;", "'END;'"},
      {Engine::postgres, "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1;", "'END;'"},
      {Engine::sqlite, "SELECT 'it's'", "written twice: ''"},
      {Engine::postgres, "DO $a$ x $$", "'$a$'"},
      {Engine::postgres, "/* /* */", "each '/*'"},
      {Engine::postgres, "COPY t FROM stdin;", "'\\.'"},
      {Engine::postgres, "COPY t FROM stdin; x\n\\.\n", "behind the rows"},
      {Engine::sqlite, "SELECT 1a", "blank"},
      {Engine::sqlite, "SELECT \xFF", "UTF-8"},
  };
  for (const auto& [engine, text, help] : cases) {
    const Lexed lexed(text, engine);
    ASSERT_EQ(lexed.diagnostics().sorted().size(), 1u) << text;
    EXPECT_THAT(lexed.diagnostics().sorted()[0]->help,
                testing::ElementsAre(testing::HasSubstr(std::string(help))))
        << text;
  }
}

// What the second dialect finds does not make the lexer forget what the first found.
TEST(Errors, OfBothDialectsStand) {
  const Lexed lexed(
      "-- migrate:up sqlite postgres\nCREATE TRIGGER x DELETE ON t BEGIN SELECT 1 END;\n"
      "CREATE TABLE t (a {);\n",
      Engine::sqlite);
  EXPECT_THAT(lexed.errors(), testing::ElementsAre("2:1: unterminated trigger body",
                                                   "3:19: unexpected character '{'"));
}

std::string repeated(std::string_view text, std::size_t count) {
  std::string result;
  while (count-- > 0) result += text;
  return result;
}

TEST(Limits, NestingOfParentheses) {
  for (const Engine engine : dialect::all_engines) {
    const auto nested = [](std::size_t n) {
      return repeated("(", n) + repeated(")", n) + ";SELECT 1";
    };
    EXPECT_THAT(Lexed(nested(max_parenthesis_depth), engine).errors(), testing::IsEmpty());
    const Lexed deeper(nested(max_parenthesis_depth + 2), engine);
    EXPECT_THAT(deeper.errors(),
                testing::ElementsAre("1:1001: nesting of parentheses exceeds the limit of 1000"));
    EXPECT_EQ(deeper.statements().size(), 2u);
  }
}

TEST(Limits, NestingOfComments) {
  const auto nested = [](std::size_t n) {
    return repeated("/*", n) + repeated("*/", n) + "SELECT 1";
  };
  EXPECT_THAT(Lexed(nested(max_comment_depth), Engine::postgres).errors(), testing::IsEmpty());
  EXPECT_THAT(Lexed(nested(max_comment_depth + 1), Engine::postgres).errors(),
              testing::ElementsAre("1:1: nesting of comments exceeds the limit of 1000"));
}

TEST(Limits, SizeOfAStatement) {
  const std::string rows = repeated("1\n", max_statement_size / 2);
  EXPECT_THAT(Lexed("COPY t FROM stdin;\n" + rows + "\\.\n", Engine::postgres).errors(),
              testing::IsEmpty());
  EXPECT_THAT(
      Lexed("SELECT\n" + rows, Engine::sqlite).errors(),
      testing::ElementsAre("1:1: size of this statement exceeds the limit of 16777216 bytes"));
}

TEST(Limits, NumberOfErrors) {
  const Lexed lexed(repeated("{ ", 1000), Engine::sqlite);
  EXPECT_EQ(lexed.errors().size(), max_lexical_errors + 1);
  EXPECT_EQ(lexed.errors().back(),
            "1:201: number of lexical errors in this file exceeds the limit of 100");
}

// Each counts once, although a COPY without rows is found both at its ';' and at the section's end.
TEST(Limits, NumberOfErrorsOfOneKind) {
  const Lexed lexed(repeated("-- migrate:up\nCOPY t FROM stdin;\n", max_lexical_errors),
                    Engine::postgres);
  EXPECT_EQ(lexed.errors().size(), max_lexical_errors);
}

// Behind the limit sections are still told apart, and the cost stays linear.
TEST(Limits, Recoveries) {
  const std::size_t count = 20 * max_recoveries;
  for (const std::string_view broken :
       {"SELECT (1;\n", "SELECT 'a;\n", "SELECT /* ;\n", "CREATE FUNCTION f() BEGIN ATOMIC ;\n",
        "CREATE TRIGGER x BEGIN ;\n", "COPY t FROM stdin;\n", "SELECT 'it's';\n", "DO $$ ;\n"}) {
    for (const Engine engine : dialect::all_engines) {
      const Lexed lexed(repeated("-- migrate:up\n" + std::string(broken), count), engine);
      EXPECT_EQ(lexed.file().parts.size(), count + 1) << broken;
      EXPECT_EQ(broken_invariant(lexed), "") << broken;
    }
  }
}

}  // namespace
}  // namespace retort::compiler::lex::test
