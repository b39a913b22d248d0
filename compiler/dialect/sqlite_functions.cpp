// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Functions by release, from https://sqlite.org/changes.html and the pages of the functions.
#include "dialect/sqlite_functions.hpp"

#include <algorithm>
#include <iterator>

#include "dialect/ascii.hpp"

namespace retort::compiler::dialect {
namespace {

struct Since {
  std::string_view name;
  std::string_view version;
};

constexpr Since functions[] = {
    {"concat", "3.44"},
    {"concat_ws", "3.44"},
    {"format", "3.38"},
    {"if", "3.48"},
    {"iif", "3.48"},  // with three arguments since 3.32, with any number since then
    {"json_error_position", "3.42"},
    {"json_pretty", "3.46"},
    {"jsonb", "3.45"},
    {"jsonb_array", "3.45"},
    {"jsonb_each", "3.51"},
    {"jsonb_extract", "3.45"},
    {"jsonb_group_array", "3.45"},
    {"jsonb_group_object", "3.45"},
    {"jsonb_insert", "3.45"},
    {"jsonb_object", "3.45"},
    {"jsonb_patch", "3.45"},
    {"jsonb_remove", "3.45"},
    {"jsonb_replace", "3.45"},
    {"jsonb_set", "3.45"},
    {"jsonb_tree", "3.51"},
    {"octet_length", "3.43"},
    {"string_agg", "3.44"},
    {"timediff", "3.43"},
    {"unhex", "3.41"},
    {"unistr", "3.50"},
    {"unistr_quote", "3.50"},
    {"unixepoch", "3.38"},
};

}  // namespace

std::optional<std::string_view> sqlite_function_since(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(functions), std::end(functions),
                   [name](const Since& entry) { return equal_ignoring_case(entry.name, name); });
  if (found == std::end(functions)) return std::nullopt;
  return found->version;
}

bool newer_than_sqlite(std::string_view version, int number) {
  int minor = 0;
  for (const char c : version.substr(std::min(version.size(), version.find('.') + 1))) {
    if (c < '0' || c > '9') break;
    minor = minor * 10 + (c - '0');
  }
  return 3'000'000 + minor * 1000 > number;
}

}  // namespace retort::compiler::dialect
