// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The table of statement_class.hpp and the matcher of its little patterns. What is in the table for
// SQLite was tried on 3.40; for PostgreSQL it holds from 12 on.
#include "dialect/statement_class.hpp"

#include <algorithm>
#include <iterator>

#include "dialect/ascii.hpp"

namespace retort::compiler::dialect {
namespace {

constexpr Engine sqlite = Engine::sqlite;
constexpr Engine postgres = Engine::postgres;
constexpr StatementClass control = StatementClass::transaction_control;
constexpr StatementClass outside = StatementClass::needs_no_transaction;

constexpr StatementRule rules[] = {
    {sqlite, control, "BEGIN", "BEGIN"},
    {sqlite, control, "COMMIT", "COMMIT"},
    {sqlite, control, "END", "END"},
    {sqlite, control, "ROLLBACK", "ROLLBACK"},
    {sqlite, control, "SAVEPOINT", "SAVEPOINT"},
    {sqlite, control, "RELEASE", "RELEASE"},
    {sqlite, outside, "VACUUM", "VACUUM"},
    {sqlite, outside, "PRAGMA journal_mode =|(", "PRAGMA journal_mode"},
    {sqlite, outside, "PRAGMA synchronous =|(", "PRAGMA synchronous"},
    {sqlite, outside, "PRAGMA wal_checkpoint", "PRAGMA wal_checkpoint"},
    {sqlite, StatementClass::foreign_keys_pragma, "PRAGMA foreign_keys =|(", "foreign_keys"},
    {sqlite, StatementClass::defer_foreign_keys, "PRAGMA defer_foreign_keys =|(",
     "defer_foreign_keys"},
    {sqlite, StatementClass::drop_table, "DROP TABLE", "DROP TABLE"},
    {sqlite, StatementClass::copy, "COPY", "COPY"},

    {postgres, control, "BEGIN", "BEGIN"},
    {postgres, control, "START TRANSACTION", "START TRANSACTION"},
    {postgres, control, "COMMIT", "COMMIT"},
    {postgres, control, "END", "END"},
    {postgres, control, "ROLLBACK", "ROLLBACK"},
    {postgres, control, "ABORT", "ABORT"},
    {postgres, control, "SAVEPOINT", "SAVEPOINT"},
    {postgres, control, "RELEASE", "RELEASE"},
    {postgres, control, "PREPARE TRANSACTION", "PREPARE TRANSACTION"},
    {postgres, outside, "VACUUM", "VACUUM"},
    {postgres, outside, "CREATE [UNIQUE] INDEX CONCURRENTLY", "CREATE INDEX CONCURRENTLY"},
    {postgres, outside, "DROP INDEX CONCURRENTLY", "DROP INDEX CONCURRENTLY"},
    {postgres, outside, "REINDEX … CONCURRENTLY", "REINDEX CONCURRENTLY"},
    {postgres, outside, "REINDEX SCHEMA|DATABASE|SYSTEM", "REINDEX of many tables"},
    {postgres, outside, "REINDEX ( … ) SCHEMA|DATABASE|SYSTEM", "REINDEX of many tables"},
    {postgres, outside, "ALTER TABLE … DETACH PARTITION … CONCURRENTLY",
     "DETACH PARTITION CONCURRENTLY"},
    {postgres, outside, "CLUSTER $", "CLUSTER of all tables"},
    {postgres, outside, "CLUSTER VERBOSE $", "CLUSTER of all tables"},
    {postgres, outside, "CLUSTER ( … ) $", "CLUSTER of all tables"},
    {postgres, outside, "ALTER SYSTEM", "ALTER SYSTEM"},
    {postgres, outside, "CREATE DATABASE", "CREATE DATABASE"},
    {postgres, outside, "DROP DATABASE", "DROP DATABASE"},
    {postgres, outside, "ALTER DATABASE … SET TABLESPACE", "ALTER DATABASE SET TABLESPACE"},
    {postgres, outside, "CREATE TABLESPACE", "CREATE TABLESPACE"},
    {postgres, outside, "DROP TABLESPACE", "DROP TABLESPACE"},
    {postgres, outside, "CREATE SUBSCRIPTION", "CREATE SUBSCRIPTION"},
    {postgres, outside, "DROP SUBSCRIPTION", "DROP SUBSCRIPTION"},
    {postgres, outside, "ALTER SUBSCRIPTION … REFRESH PUBLICATION",
     "ALTER SUBSCRIPTION REFRESH PUBLICATION"},
    {postgres, outside, "ALTER SUBSCRIPTION … SET|ADD|DROP PUBLICATION",
     "ALTER SUBSCRIPTION SET PUBLICATION"},
    {postgres, outside, "DISCARD ALL", "DISCARD ALL"},
};

constexpr std::string_view any_words = "…";
constexpr std::string_view end_of_statement = "$";

// Whether `token` is one of the words in "A|B|C".
bool is_one_of(std::string_view token, std::string_view alternatives) {
  for (;;) {
    const std::size_t bar = alternatives.find('|');
    if (equal_ignoring_case(token, alternatives.substr(0, bar))) return true;
    if (bar == std::string_view::npos) return false;
    alternatives.remove_prefix(bar + 1);
  }
}

std::string_view take_word(std::string_view& pattern) {
  const std::string_view word = pattern.substr(0, pattern.find(' '));
  pattern.remove_prefix(std::min(pattern.size(), word.size() + 1));
  return word;
}

bool matches(std::string_view pattern, const std::vector<std::string_view>& tokens) {
  std::size_t next = 0;
  while (!pattern.empty()) {
    std::string_view word = take_word(pattern);
    if (word == end_of_statement) return next == tokens.size();
    if (word == any_words) {
      word = take_word(pattern);
      while (next < tokens.size() && !is_one_of(tokens[next], word)) ++next;
    }
    const bool optional = word.front() == '[';
    if (optional) word = word.substr(1, word.size() - 2);
    const bool found = next < tokens.size() && is_one_of(tokens[next], word);
    if (found) ++next;
    if (!found && !optional) return false;
  }
  return true;
}

}  // namespace

const StatementRule* find_rule(Engine engine, std::vector<std::string_view> tokens) {
  if (tokens.size() > 2 && equal_ignoring_case(tokens[0], "PRAGMA") && tokens[2] == ".") {
    tokens.erase(tokens.begin() + 1, tokens.begin() + 3);
  }
  const auto* rule = std::find_if(std::begin(rules), std::end(rules), [&](const auto& candidate) {
    return candidate.engine == engine && matches(candidate.words, tokens);
  });
  return rule == std::end(rules) ? nullptr : rule;
}

}  // namespace retort::compiler::dialect
