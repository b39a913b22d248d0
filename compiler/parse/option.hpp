// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the words that may stand behind a section directive.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retort::compiler::parse {

// Words first, then options with a value.
enum class Option {
  sqlite,
  postgres,
  portable,
  irreversible,
  transaction,
  foreign_keys,
  lock_timeout,
  statement_timeout,
};
inline constexpr std::size_t option_count = 8;

struct OptionInfo {
  std::string_view name;
  std::string_view example;  // how it is written
  std::string_view values;   // for a help line; empty: it takes none
};

const OptionInfo& option_info(Option option);
std::optional<Option> find_option(std::string_view name);
const std::vector<std::string>& option_names();
// All but the engines: "'portable', 'transaction:false', …".
std::string option_examples();

}  // namespace retort::compiler::parse
