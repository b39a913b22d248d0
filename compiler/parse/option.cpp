// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The options of section directives, as a table.
#include "parse/option.hpp"

#include <array>

namespace retort::compiler::parse {
namespace {

// In the order of Option.
constexpr std::array<OptionInfo, option_count> table = {{
    {"sqlite", "sqlite", ""},
    {"postgres", "postgres", ""},
    {"portable", "portable", ""},
    {"irreversible", "irreversible", ""},
    {"transaction", "transaction:false", "'true' and 'false'"},
    {"foreign_keys", "foreign_keys:off", "'on' and 'off'"},
    {"lock_timeout", "lock_timeout:5s", "a number with a unit: 500ms, 5s, 10min, 1h"},
    {"statement_timeout", "statement_timeout:10min", "a number with a unit: 500ms, 5s, 10min, 1h"},
}};

}  // namespace

const OptionInfo& option_info(Option option) { return table[static_cast<std::size_t>(option)]; }

std::optional<Option> find_option(std::string_view name) {
  for (std::size_t i = 0; i < table.size(); ++i) {
    if (table[i].name == name) return static_cast<Option>(i);
  }
  return std::nullopt;
}

const std::vector<std::string>& option_names() {
  static const std::vector<std::string> names = [] {
    std::vector<std::string> result;
    for (const OptionInfo& option : table) result.emplace_back(option.name);
    return result;
  }();
  return names;
}

std::string option_examples() {
  std::string text;
  for (std::size_t i = static_cast<std::size_t>(Option::portable); i < table.size(); ++i) {
    text += (text.empty() ? "'" : ", '") + std::string(table[i].example) + "'";
  }
  return text;
}

}  // namespace retort::compiler::parse
