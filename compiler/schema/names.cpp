// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Names. In: what the author wrote, or the parts of a name that nobody wrote; out: names as
// PostgreSQL makes them, and text that both engines read as that name.
#include "schema/names.hpp"

#include <algorithm>
#include <array>

#include "dialect/identifier.hpp"
#include "source/utf8.hpp"

namespace retort::compiler::schema {
namespace {

// What one of the engines does not take as the bare name of a column or table, in order.
constexpr std::array<std::string_view, 118> reserved = {
    // clang-format off
    "add", "all", "alter", "analyse", "analyze", "and", "any", "array", "as", "asc",
    "asymmetric", "authorization", "autoincrement", "between", "binary", "both", "case",
    "cast", "check", "collate", "collation", "column", "commit", "concurrently", "constraint",
    "create", "cross", "current_catalog", "current_date", "current_role", "current_schema",
    "current_time", "current_timestamp", "current_user", "default", "deferrable", "delete",
    "desc", "distinct", "do", "drop", "else", "end", "escape", "except", "exists", "false",
    "fetch", "for", "foreign", "freeze", "from", "full", "grant", "group", "having", "if",
    "ilike", "in", "index", "initially", "inner", "insert", "intersect", "into", "is",
    "isnull", "join", "lateral", "leading", "left", "like", "limit", "localtime",
    "localtimestamp", "natural", "not", "nothing", "notnull", "null", "offset", "on", "only",
    "or", "order", "outer", "overlaps", "placing", "primary", "raise", "references",
    "returning", "right", "select", "session_user", "set", "similar", "some", "symmetric",
    "table", "tablesample", "then", "to", "trailing", "transaction", "true", "union", "unique",
    "update", "user", "using", "values", "variadic", "verbose", "when", "where", "window",
    "with",
    // clang-format on
};

bool is_plain(std::string_view name) {
  if (name.empty() || (name[0] >= '0' && name[0] <= '9')) return false;
  return std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_';
  });
}

std::string cut(std::string_view text, std::size_t size) {
  return std::string(text.substr(0, source::utf8_prefix(text, size)));
}

std::string make_name(std::string_view first, std::string_view second, std::string_view label) {
  const std::size_t overhead = label.size() + 1 + (second.empty() ? 0 : 1);
  std::size_t a = first.size();
  std::size_t b = second.size();
  while (a + b > max_name - overhead) {
    if (a > b) {
      --a;
    } else {
      --b;
    }
  }
  std::string name = cut(first, a);
  if (!second.empty()) name += "_" + cut(second, b);
  return name.append("_").append(label);
}

}  // namespace

std::string default_name(std::string_view table, const std::vector<std::string>& columns,
                         std::string_view label,
                         const std::function<bool(const std::string&)>& taken) {
  std::string middle;
  for (const std::string& column : columns) {
    if (!middle.empty()) middle += "_";
    middle += column;
    if (middle.size() > max_name) break;
  }
  std::string name = make_name(table, middle, label);
  for (int i = 1; taken && taken(name); ++i) {
    name = make_name(table, middle, std::string(label) + std::to_string(i));
  }
  return name;
}

std::string quoted(std::string_view name) {
  if (is_plain(name) && !std::binary_search(reserved.begin(), reserved.end(), name)) {
    return std::string(name);
  }
  return dialect::quoted_identifier(name);
}

std::string quoted_list(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "" : ", ") + quoted(name);
  return text;
}

std::string string_literal(std::string_view text) {
  std::string literal = "'";
  for (const char c : text) {
    if (c == '\'') literal += '\'';
    literal += c;
  }
  return literal + "'";
}

}  // namespace retort::compiler::schema
