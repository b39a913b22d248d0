// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The lexer against SQLite itself: sqlite3_complete at every ';', the tails of sqlite3_prepare_v2.
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <memory>

#include "generator.hpp"
#include "oracle.hpp"

namespace retort::compiler::lex::test {
namespace {

constexpr LexOptions sqlite_only{Engine::sqlite, false};

class OracleSqlite : public testing::Test {
 protected:
  void SetUp() override {
    ASSERT_EQ(sqlite3_open(":memory:", &database_), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(database_, Generator::sqlite_schema(), nullptr, nullptr, nullptr),
              SQLITE_OK);
  }
  void TearDown() override { sqlite3_close(database_); }

  // How many bytes SQLite's parser takes for the first statement of `text`; 0 where it refuses.
  std::size_t prepared_size(std::string_view text) {
    const std::string copy(text);
    sqlite3_stmt* statement = nullptr;
    const char* tail = nullptr;
    const int code = sqlite3_prepare_v2(database_, copy.c_str(), -1, &statement, &tail);
    sqlite3_finalize(statement);
    return code == SQLITE_OK ? static_cast<std::size_t>(tail - copy.c_str()) : 0;
  }

  sqlite3* database_ = nullptr;
};

TEST_F(OracleSqlite, AgreesOnGeneratedScripts) {
  std::size_t statements = 0;
  for (std::uint32_t seed = 0; seed < 4000; ++seed) {
    const Script script = Generator(Engine::sqlite, seed).script();
    const Lexed lexed(script.text, sqlite_only);
    const std::vector<std::size_t> ends = statement_ends(lexed);
    ASSERT_EQ(ends, script.ends) << "seed " << seed << "\n" << script.text;
    ASSERT_TRUE(lexed.errors().empty()) << script.text << lexed.errors().front();
    ASSERT_EQ(differs_from_sqlite3_complete(lexed), "") << "seed " << seed << "\n" << script.text;
    ASSERT_EQ(broken_invariant(lexed), "") << "seed " << seed << "\n" << script.text;
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const std::size_t begin =
          lexed.file().tokens[lexed.file().parts[0].statements[i].first].begin;
      const std::size_t end = std::min(ends[i] + 1, script.text.size());
      const std::size_t size = prepared_size(script.text.substr(begin));
      ASSERT_EQ(size, end - begin) << sqlite3_errmsg(database_) << "\n"
                                   << script.text.substr(begin);
      ++statements;
    }
  }
  EXPECT_GT(statements, 10000u);
}

// Where the engine takes a broken text, the lexer must take it the same way.
TEST_F(OracleSqlite, AgreesOnMutatedScripts) {
  std::size_t accepted = 0;
  for (std::uint32_t seed = 0; seed < 12000; ++seed) {
    Generator generator(Engine::sqlite, seed);
    const std::string text = generator.mutate(generator.script().text);
    const Lexed lexed(text, sqlite_only);
    ASSERT_EQ(differs_from_sqlite3_complete(lexed), "") << "seed " << seed << "\n" << text;
    ASSERT_EQ(broken_invariant(lexed), "") << "seed " << seed << "\n" << text;
    const std::vector<std::size_t> ends = statement_ends(lexed);
    for (std::size_t i = 0; i < ends.size(); ++i) {
      const Statement& statement = lexed.file().parts[0].statements[i];
      const std::size_t begin = lexed.file().tokens[statement.first].begin;
      const std::size_t size = prepared_size(lexed.text().substr(begin));
      if (size == 0) continue;
      const std::size_t end = std::min(ends[i] + 1, lexed.text().size());
      // SQLite takes an open comment at the end of the text; we do not.
      const bool open_comment = statement.has_error && end == lexed.text().size();
      ASSERT_TRUE(!statement.has_error || open_comment) << "seed " << seed << "\n" << text;
      ASSERT_EQ(size, end - begin) << "seed " << seed << "\n" << lexed.text().substr(begin);
      ++accepted;
    }
  }
  EXPECT_GT(accepted, 10000u);
}

TEST_F(OracleSqlite, AgreesOnGarbage) {
  for (std::uint32_t seed = 0; seed < 20000; ++seed) {
    std::string text = Generator(Engine::sqlite, seed).garbage();
    std::erase(text, '\0');
    const Lexed lexed(text, sqlite_only);
    ASSERT_EQ(differs_from_sqlite3_complete(lexed), "") << "seed " << seed << "\n" << text;
  }
}

}  // namespace
}  // namespace retort::compiler::lex::test
