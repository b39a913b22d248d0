// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What a byte can be, for both engines, in one table.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace retort::compiler::lex {

enum CharClass : std::uint8_t {
  postgres_space = 1u << 0,  // SQLite's and '\v'
  sqlite_space = 1u << 1,
  name_start = 1u << 2,  // letters, '_', every byte from 0x80
  name_part = 1u << 3,   // and digits, '$' (both engines)
  digit = 1u << 4,
  hex_digit = 1u << 5,
  postgres_operator = 1u << 6,  // may stand in an operator of PostgreSQL
  postgres_special = 1u << 7,   // an operator that holds one of these may end in '+' or '-'
};

namespace detail {

constexpr std::array<std::uint8_t, 256> make_char_classes() {
  std::array<std::uint8_t, 256> table{};
  const auto mark = [&table](std::string_view bytes, unsigned classes) {
    for (const char byte : bytes) {
      auto& entry = table[static_cast<unsigned char>(byte)];
      entry = static_cast<std::uint8_t>(entry | classes);
    }
  };
  mark(" \t\n\f\r", postgres_space | sqlite_space);
  mark("\v", postgres_space);
  mark("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_", name_start | name_part);
  for (std::size_t byte = 0x80; byte < 256; ++byte) table[byte] = name_start | name_part;
  mark("0123456789", digit | hex_digit | name_part);
  mark("abcdefABCDEF", hex_digit);
  mark("$", name_part);
  mark("~!@#^&|`?+-*/%<>=", postgres_operator);
  mark("~!@#^&|`?%", postgres_special);
  return table;
}

}  // namespace detail

inline constexpr std::array<std::uint8_t, 256> char_classes = detail::make_char_classes();

constexpr bool is(char byte, unsigned classes) {
  return (char_classes[static_cast<unsigned char>(byte)] & classes) != 0;
}

constexpr char lower(char byte) {
  return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

// `lower_word` must be in lower case.
constexpr bool equals_word(std::string_view text, std::string_view lower_word) {
  if (text.size() != lower_word.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (lower(text[i]) != lower_word[i]) return false;
  }
  return true;
}

}  // namespace retort::compiler::lex
