// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One token at a time: kind and extent, for each engine.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support.hpp"

namespace retort::compiler::lex::test {
namespace {

struct Case {
  std::string_view text;
  std::vector<std::string> tokens;
};

void expect_tokens(Engine engine, const std::vector<Case>& cases) {
  for (const Case& c : cases) {
    const Lexed lexed(c.text, engine);
    EXPECT_EQ(lexed.tokens(), c.tokens) << c.text;
    EXPECT_THAT(lexed.errors(), testing::IsEmpty()) << c.text;
    EXPECT_EQ(broken_invariant(lexed), "") << c.text;
  }
}

TEST(Tokens, AreTwelveBytes) { EXPECT_EQ(sizeof(Token), 12u); }

TEST(Tokens, CommonToBothEngines) {
  const std::vector<Case> cases = {
      {"", {}},
      {" \t\n\f", {}},
      {"select", {"word select"}},
      {"_a1$b", {"word _a1$b"}},
      {"größe", {"word größe"}},
      {"a.b", {"word a", "punctuation .", "word b"}},
      {"(,)", {"punctuation (", "punctuation ,", "punctuation )"}},
      {"''", {"string ''"}},
      {"'a''b'", {"string 'a''b'"}},
      {"'a\nb;'", {"string 'a\nb;'"}},
      {"'a' 'b'", {"string 'a'", "string 'b'"}},
      {"'\\'", {"string '\\'"}},
      {"X'0aF'", {"string X'0aF'"}},
      {"\"a\"\"b\"", {"quoted_name \"a\"\"b\""}},
      {"\"a;b\"", {"quoted_name \"a;b\""}},
      {"1", {"number 1"}},
      {"1.5", {"number 1.5"}},
      {"1.", {"number 1."}},
      {".5", {"number .5"}},
      {"1e5", {"number 1e5"}},
      {"1.5E-10", {"number 1.5E-10"}},
      {"1.e+5", {"number 1.e+5"}},
      {"1_000", {"number 1_000"}},
      {"0xFf", {"number 0xFf"}},
      {"a<b", {"word a", "op <", "word b"}},
      {"<=", {"op <="}},
      {">=", {"op >="}},
      {"<>", {"op <>"}},
      {"!=", {"op !="}},
      {"||", {"op ||"}},
      {"->", {"op ->"}},
      {"->>", {"op ->>"}},
      {"a*-1", {"word a", "op *", "op -", "number 1"}},
      {"1-1", {"number 1", "op -", "number 1"}},
      {"1--1", {"number 1"}},
      {"1/*;*/+1", {"number 1", "op +", "number 1"}},
      {"-- c", {"comment -- c"}},
      {"/* c\n d */", {"comment /* c\n d */"}},
      {"/**/", {"comment /**/"}},
      {"select -- c\n1", {"word select", "number 1"}},
      {"select /* c */ 1", {"word select", "number 1"}},
      {";", {"punctuation ;"}},
  };
  expect_tokens(Engine::sqlite, cases);
  expect_tokens(Engine::postgres, cases);
}

TEST(Tokens, OfSqlite) {
  expect_tokens(Engine::sqlite, {
                                    {"[a;]", {"quoted_name [a;]"}},
                                    {"`a``;`", {"quoted_name `a``;`"}},
                                    {"x'00'", {"string x'00'"}},
                                    {"e'00'", {"word e", "string '00'"}},
                                    {"?", {"parameter ?"}},
                                    {"?12", {"parameter ?12"}},
                                    {":a", {"parameter :a"}},
                                    {"@a1", {"parameter @a1"}},
                                    {"#a", {"parameter #a"}},
                                    {"$a::b", {"parameter $a::b"}},
                                    {"a==b", {"word a", "op ==", "word b"}},
                                    {"<<", {"op <<"}},
                                    {"~1", {"op ~", "number 1"}},
                                    {"a%b", {"word a", "op %", "word b"}},
                                    {"-+1", {"op -", "op +", "number 1"}},
                                    {"/* /* */ 1", {"comment /* /* */", "number 1"}},
                                    {"1..2", {"number 1.", "number .2"}},
                                    {"-- a\r1", {"comment -- a\r1"}},
                                });
}

TEST(Tokens, OfPostgres) {
  expect_tokens(
      Engine::postgres,
      {
          {"E'a\\'b'", {"string E'a\\'b'"}},
          {"e'\\\\'", {"string e'\\\\'"}},
          {"E'a''b'", {"string E'a''b'"}},
          {"U&'\\0041'", {"string U&'\\0041'"}},
          {"U&\"a\"\"\"", {"quoted_name U&\"a\"\"\""}},
          {"u & 'a'", {"word u", "op &", "string 'a'"}},
          {"u&a", {"word u", "op &", "word a"}},
          {"B'01'", {"string B'01'"}},
          {"N'a'", {"word N", "string 'a'"}},
          {"be'a'", {"word be", "string 'a'"}},
          {"$$a;b$$", {"string $$a;b$$"}},
          {"$a$ $b$ $a b$ $a$", {"string $a$ $b$ $a b$ $a$"}},
          {"$a$$$a$", {"string $a$$$a$"}},
          {"$a$a$b$a$", {"string $a$a$b$a$"}},
          {"$ä_1$;$ä_1$", {"string $ä_1$;$ä_1$"}},
          {"a$$;", {"word a$$", "punctuation ;"}},
          {"$1", {"parameter $1"}},
          {"$1$$;$$", {"parameter $1", "string $$;$$"}},
          {"1$$;$$", {"number 1", "string $$;$$"}},
          {"a::int", {"word a", "op ::", "word int"}},
          {"a := 1", {"word a", "op :=", "number 1"}},
          {"a[1:2]",
           {"word a", "punctuation [", "number 1", "punctuation :", "number 2", "punctuation ]"}},
          {"a => 1", {"word a", "op =>", "number 1"}},
          {"1..2", {"number 1", "op ..", "number 2"}},
          {"123abc", {"number 123", "word abc"}},
          {"0x", {"number 0", "word x"}},
          {"0o17", {"number 0o17"}},
          {"@-1", {"op @-", "number 1"}},
          {"=-1", {"op =", "op -", "number 1"}},
          {"*+-1", {"op *", "op +", "op -", "number 1"}},
          {"<->", {"op <->"}},
          {"@>", {"op @>"}},
          {"?|", {"op ?|"}},
          {"`", {"op `"}},
          {"+--;\n1", {"op +", "number 1"}},
          {"+/*;*/1", {"op +", "number 1"}},
          {"/* /* ; */ ; */ 1", {"comment /* /* ; */ ; */", "number 1"}},
          {"/*/ */ 1", {"comment /*/ */", "number 1"}},
          {"//**/1", {"op /", "number 1"}},
          {"-- a\r1", {"comment -- a", "number 1"}},
          {"a\vb", {"word a", "word b"}},
          {"\\d t ; x\n1", {"backslash \\d t ; x", "number 1"}},
      });
}

// A string goes on in a string on a later line, in the first one's spelling.
TEST(Tokens, ContinuedStringsOfPostgres) {
  expect_tokens(Engine::postgres,
                {
                    {"'a'\n'b'", {"string 'a'", "string 'b'"}},
                    {"'a'\n'b\\'", {"string 'a'", "string 'b\\'"}},
                    {"E'a'\n'b\\';'", {"string E'a'", "string 'b\\';'"}},
                    {"E'a' -- c\n -- d\n'b\\';'", {"string E'a'", "string 'b\\';'"}},
                    {"E'a'\n'b'\r'c\\';'", {"string E'a'", "string 'b'", "string 'c\\';'"}},
                    {"E'a' '\\'", {"string E'a'", "string '\\'"}},
                    {"E'a' /*\n*/ '\\'", {"string E'a'", "string '\\'"}},
                    {"E'a', \n'\\'", {"string E'a'", "punctuation ,", "string '\\'"}},
                });
  const Lexed lexed("E'a';\n'\\'", Engine::postgres);
  EXPECT_EQ(lexed.tokens().back(), "string '\\'");
}

TEST(Tokens, ByteOrderMarkAndCarriageReturnsAreNoTokens) {
  const Lexed lexed("\xEF\xBB\xBFselect\r\n1;\r\n", Engine::sqlite);
  EXPECT_THAT(lexed.tokens(), testing::ElementsAre("word select", "number 1", "punctuation ;"));
}

}  // namespace
}  // namespace retort::compiler::lex::test
