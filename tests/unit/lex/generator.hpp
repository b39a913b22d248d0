// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Random SQL for the oracle tests: valid statements in every lexical dress, and broken ones.
// One seed gives one text.
#pragma once

#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "dialect/dialect.hpp"

namespace retort::compiler::lex::test {

struct Script {
  std::string text;
  // The offset of the ';' of each statement, or the size of the text where the last has none.
  std::vector<std::size_t> ends;
  // The text without the rows of COPY (blanks instead), for oracles that do not know them.
  std::string without_rows;
};

class Generator {
 public:
  Generator(dialect::Engine engine, std::uint32_t seed) : engine_(engine), random_(seed) {}

  // Statements that the engine's parser accepts; SQLite's need the tables of `sqlite_schema`.
  Script script();
  // `text` with a few bytes changed, removed, doubled, or something interesting put in; ASCII.
  std::string mutate(std::string text);
  // Interesting pieces in a random row.
  std::string garbage();

  static const char* sqlite_schema();

 private:
  std::uint32_t below(std::uint32_t limit) { return static_cast<std::uint32_t>(random_() % limit); }
  bool one_in(std::uint32_t n) { return below(n) == 0; }
  std::string_view any(const std::vector<std::string_view>& choices);
  bool postgres() const { return engine_ == dialect::Engine::postgres; }

  std::string comment();
  std::string gap();  // between two tokens, where blanks are needed
  std::string in_case(std::string_view keywords);
  // Replaces every blank by a gap, "{x}" and "{t}" by an expression and a table.
  std::string fill(std::string_view form, int depth);
  std::string content(char quote);
  std::string string_literal();
  std::string column();
  std::string expression(int depth);
  std::string query(int depth);
  std::string plain_statement();
  std::string trigger();
  std::string routine();
  std::string statement();
  std::string rows();

  dialect::Engine engine_;
  std::mt19937 random_;
};

}  // namespace retort::compiler::lex::test
