// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statements that the runtime cannot send as they stand, as a table of their leading words.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "dialect/dialect.hpp"

namespace retort::compiler::dialect {

enum class StatementClass : std::uint8_t {
  transaction_control,   // BEGIN, COMMIT, SAVEPOINT …: the runtime owns the transaction
  needs_no_transaction,  // the engine refuses it inside a transaction, or does nothing
  foreign_keys_pragma,   // SQLite: does nothing inside a transaction
  defer_foreign_keys,    // SQLite: works, but a rebuild still deletes the rows of child tables
  drop_table,
  copy,  // PostgreSQL's COPY; another engine has none
};

struct StatementRule {
  Engine engine;
  StatementClass kind;
  std::string_view
      words;  // the leading words: A|B alternatives, [A] optional, … any words, $ the end
  std::string_view name;  // how a message calls it
};

// How many leading tokens find_rule() looks at.
inline constexpr std::size_t rule_tokens = 24;

// The first rule for `engine` whose words match the leading tokens; case does not count. Quoted
// names and strings are passed with their quotes, so that they match no word. In a PRAGMA the
// schema's name is skipped ("PRAGMA main.foreign_keys").
const StatementRule* find_rule(Engine engine, std::vector<std::string_view> tokens);

}  // namespace retort::compiler::dialect
