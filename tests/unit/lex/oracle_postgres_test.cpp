// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The lexer against PostgreSQL's own parser, in the form of libpg_query. Its other splitter,
// pg_query_split_with_scanner, is no oracle: it cuts BEGIN ATOMIC bodies.
#include <gtest/gtest.h>
#include <pg_query.h>

#include <optional>

#include "generator.hpp"
#include "oracle.hpp"

namespace retort::compiler::lex::test {
namespace {

constexpr LexOptions postgres_only{Engine::postgres, false};

// Where statements end; nothing where the parser refuses the text.
std::optional<std::vector<std::size_t>> parser_ends(const std::string& text,
                                                    std::string* message = nullptr) {
  const PgQuerySplitResult result = pg_query_split_with_parser(text.c_str());
  std::optional<std::vector<std::size_t>> ends;
  if (result.error != nullptr) {
    if (message != nullptr) *message = result.error->message;
  } else {
    ends.emplace();
    for (int i = 0; i < result.n_stmts; ++i) {
      const PgQuerySplitStmt& statement = *result.stmts[i];
      ends->push_back(static_cast<std::size_t>(statement.stmt_location + statement.stmt_len));
    }
  }
  pg_query_free_split_result(result);
  return ends;
}

TEST(OraclePostgres, AgreesOnGeneratedScripts) {
  std::size_t statements = 0;
  for (std::uint32_t seed = 0; seed < 4000; ++seed) {
    const Script script = Generator(Engine::postgres, seed).script();
    const Lexed lexed(script.text, postgres_only);
    ASSERT_EQ(statement_ends(lexed), script.ends) << "seed " << seed << "\n" << script.text;
    ASSERT_TRUE(lexed.errors().empty()) << script.text << lexed.errors().front();
    ASSERT_EQ(broken_invariant(lexed), "") << "seed " << seed << "\n" << script.text;
    std::string message;
    const auto ends = parser_ends(script.without_rows, &message);
    ASSERT_TRUE(ends.has_value()) << message << "seed " << seed << "\n" << script.text;
    ASSERT_EQ(*ends, script.ends) << "seed " << seed << "\n" << script.text;
    statements += ends->size();
  }
  EXPECT_GT(statements, 10000u);
}

// Where the parser takes a broken text, the lexer must take it the same way.
TEST(OraclePostgres, AgreesOnMutatedScripts) {
  std::size_t accepted = 0;
  for (std::uint32_t seed = 0; seed < 20000; ++seed) {
    Generator generator(Engine::postgres, seed);
    const std::string text = generator.mutate(generator.script().without_rows);
    const Lexed lexed(text, postgres_only);
    ASSERT_EQ(broken_invariant(lexed), "") << "seed " << seed << "\n" << text;
    const std::string normalised(lexed.text());
    const auto ends = parser_ends(normalised);
    // The rows of a COPY cannot be there for both.
    const bool copy =
        std::any_of(lexed.file().tokens.begin(), lexed.file().tokens.end(), [](const Token& token) {
          return token.kind == TokenKind::copy_data || token.kind == TokenKind::backslash;
        });
    if (!ends || copy) continue;
    bool open_copy = false;
    for (const std::string& error : lexed.errors()) {
      open_copy = open_copy || error.find("COPY") != std::string::npos;
    }
    if (open_copy) continue;
    ASSERT_TRUE(lexed.errors().empty()) << lexed.errors().front() << "\n" << text;
    ASSERT_EQ(statement_ends(lexed), *ends) << "seed " << seed << "\n" << text;
    ++accepted;
  }
  EXPECT_GT(accepted, 1000u);
}

}  // namespace
}  // namespace retort::compiler::lex::test
