// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Calls of the runtime in, the text of a script out.
#include "cli/script_database.hpp"

#include <vector>

#include "cli/reporter.hpp"

namespace retort::cli {
namespace {

std::string literal(const Value& value) {
  if (value.kind == Value::Kind::null) return "NULL";
  if (value.kind == Value::Kind::integer) return std::to_string(value.integer);
  std::string text = "'";
  for (const char c : value.text) text += c == '\'' ? std::string("''") : std::string(1, c);
  return text + "'";
}

// The parameter that stands for the column `name` in "INSERT INTO t (a, b) VALUES ($1, $2)"; 0:
// none.
std::uint32_t parameter_of(std::string_view sql, std::string_view name) {
  const auto open = sql.find('(');
  const auto found = sql.find(name);
  if (sql.substr(0, 6) != "INSERT" || open == sql.npos || found == sql.npos) return 0;
  std::uint32_t column = 1;
  for (std::size_t i = open; i < found; ++i) column += sql[i] == ',' ? 1 : 0;
  return column;
}

bool is_read(std::string_view sql) { return sql.substr(0, 6) == "SELECT"; }

}  // namespace

std::string with_values(std::string_view sql, const Value* values, std::uint32_t count) {
  const std::uint32_t duration = parameter_of(sql, "duration_us");
  std::string text;
  for (std::size_t i = 0; i < sql.size(); ++i) {
    std::uint32_t index = 0;
    std::size_t end = i + 1;
    while (sql[i] == '$' && end < sql.size() && sql[end] >= '0' && sql[end] <= '9' && end < i + 4) {
      index = index * 10 + static_cast<std::uint32_t>(sql[end++] - '0');
    }
    if (index == 0 || index > count) {
      text += sql[i];
      continue;
    }
    text += index == duration ? "NULL" : literal(values[index - 1]);
    i = end - 1;
  }
  return text;
}

Status ScriptDatabase::begin(bool foreign_keys_off) {
  foreign_keys_off_ = foreign_keys_off;
  if (foreign_keys_off) add("PRAGMA foreign_keys = OFF");
  add("BEGIN IMMEDIATE");
  return ledger_.begin(false);
}

Status ScriptDatabase::check() {
  if (foreign_keys_off_) {
    text_ += "-- no row may come back here; if one does, ROLLBACK\n";
    add("PRAGMA foreign_key_check");
  }
  return {};
}

Status ScriptDatabase::commit(bool durable) {
  add("COMMIT");
  if (foreign_keys_off_) add("PRAGMA foreign_keys = ON");
  return ledger_.commit(durable);
}

Status ScriptDatabase::execute(const Call& call) {
  add(sql_of(call.statement()));
  return {};
}

Status ScriptDatabase::verify(const Call& call) {
  text_ += "-- no row may come back here, or only rows that begin with 1; if not, ROLLBACK\n";
  add(sql_of(call.statement()));
  return {};
}

Status ScriptDatabase::query(std::string_view sql, const Value* values, std::uint32_t count,
                             RowSink* sink) {
  if (!is_read(sql)) add(with_values(sql, values, count));
  return ledger_.query(sql, values, count, sink);
}

}  // namespace retort::cli
