// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The one place of the runtime where an identifier is quoted, for both engines.
#pragma once

#include <string>
#include <string_view>

namespace retort::detail {

// "name", with quotes in it doubled.
inline std::string quoted_identifier(std::string_view name) {
  std::string result("\"");
  for (const char c : name) {
    if (c == '"') result.push_back('"');
    result.push_back(c);
  }
  return result.append("\"");
}

}  // namespace retort::detail
