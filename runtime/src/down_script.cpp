// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The down section to the two columns of the ledger, and back. What comes back was read from a
// database, so every length is checked against the text before it is used.
#include "src/down_script.hpp"

#include "src/text.hpp"

namespace retort::detail {
namespace {

constexpr std::string_view statement_end = ";\n";
constexpr std::string_view data_end = "\\.\n";

void append_chunks(std::string& text, const Statement& statement, std::uint32_t first,
                   std::uint32_t last) {
  for (std::uint32_t i = first; i < last; ++i) text += statement.chunks[i];
}

bool take_option(std::string_view& plan, std::string_view key, std::int64_t& value) noexcept {
  if (!take(plan, key)) return false;
  value = take_number(plan);
  return value >= 0 && take(plan, " ");
}

}  // namespace

StoredDown encode_down(const Script& down) {
  StoredDown stored;
  stored.plan = format(
      "1 transaction=% foreign_keys_off=% lock_timeout_ms=% statement_timeout_ms=% lengths=",
      down.transaction, down.foreign_keys_off, down.lock_timeout_ms, down.statement_timeout_ms);
  for (std::uint32_t i = 0; i < down.statement_count; ++i) {
    const Statement& statement = down.statements[i];
    const std::uint32_t text_chunks = statement.chunk_count - statement.copy_chunks;
    std::size_t begin = stored.sql.size();
    append_chunks(stored.sql, statement, 0, text_chunks);
    stored.plan += format(i > 0 ? ",%" : "%", stored.sql.size() - begin);
    stored.sql += statement_end;
    if (statement.copy_chunks == 0) continue;
    begin = stored.sql.size();
    append_chunks(stored.sql, statement, text_chunks, statement.chunk_count);
    stored.plan += format("+%", stored.sql.size() - begin);
    stored.sql += data_end;
  }
  return stored;
}

bool LedgerScript::decode(std::string_view sql, std::string_view plan) {
  sql_ = sql;
  std::int64_t transaction = 0;
  std::int64_t foreign_keys_off = 0;
  if (!take(plan, "1 ") || !take_option(plan, "transaction=", transaction) ||
      !take_option(plan, "foreign_keys_off=", foreign_keys_off) ||
      !take_option(plan, "lock_timeout_ms=", script_.lock_timeout_ms) ||
      !take_option(plan, "statement_timeout_ms=", script_.statement_timeout_ms) ||
      !take(plan, "lengths=") || !cut(plan)) {
    return false;
  }
  script_.statements = statements_.data();
  script_.statement_count = static_cast<std::uint32_t>(statements_.size());
  script_.file = "retort_ledger";
  script_.present = true;
  script_.transaction = transaction != 0;
  script_.foreign_keys_off = foreign_keys_off != 0;
  return true;
}

bool LedgerScript::cut(std::string_view lengths) {
  std::string_view rest = sql_;
  // At most one statement per three bytes of text: reserved once, so that pointers stay valid.
  chunks_.reserve(lengths.size() + 1);
  std::uint32_t line = 1;
  while (!lengths.empty()) {
    if (!chunks_.empty() && !take(lengths, ",")) return false;
    Statement statement{chunks_.data() + chunks_.size(), 1, line, 1, 0};
    const std::string_view begin = rest;
    for (std::string_view end = statement_end;; end = data_end) {
      const std::int64_t length = take_number(lengths);
      if (length < 0 || static_cast<std::uint64_t>(length) > rest.size()) return false;
      chunks_.push_back(rest.substr(0, static_cast<std::size_t>(length)));
      rest.remove_prefix(static_cast<std::size_t>(length));
      if (!take(rest, end)) return false;
      if (statement.copy_chunks == 1 || !take(lengths, "+")) break;
      statement.chunk_count = 2;
      statement.copy_chunks = 1;
    }
    for (char byte : begin.substr(0, begin.size() - rest.size())) line += byte == '\n';
    statements_.push_back(statement);
  }
  return rest.empty();
}

}  // namespace retort::detail
