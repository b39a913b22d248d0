// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The words that mean something to the grammar, as numbers. "create"_k is one at compile time, and
// does not compile for a word that keywords.def does not have.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace retort::compiler::parse::grammar {

// What PostgreSQL's grammar lets a word be (kwlist.h).
enum class PostgresCategory : std::uint8_t { unreserved, col_name, type_func_name, reserved };

struct KeywordInfo {
  std::string_view word;
  PostgresCategory postgres;
  bool postgres_label;   // may be a column's label without AS
  bool sqlite_reserved;  // can be no name in SQLite, unless quoted
};

inline constexpr KeywordInfo keywords[] = {
    {"", PostgresCategory::unreserved, true, false},  // no keyword
#define RETORT_KEYWORD(word, postgres, label, reserved) \
  {word, PostgresCategory::postgres, label, reserved},
#include "parse/grammar/keywords.def"
#undef RETORT_KEYWORD
};
inline constexpr std::size_t keyword_count = std::size(keywords);

// An index into `keywords`. No enumeration: a switch over some of them is complete.
using Keyword = std::uint16_t;
inline constexpr Keyword no_keyword = 0;

namespace detail {

inline constexpr std::size_t hash_size = 2048;

constexpr char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

constexpr std::size_t hash(std::string_view word) {
  std::uint32_t value = 2166136261u;
  for (const char c : word) value = (value ^ static_cast<unsigned char>(lower(c))) * 16777619u;
  return (value ^ (value >> 15)) % hash_size;
}

constexpr std::array<std::uint16_t, hash_size> make_hash_table() {
  std::array<std::uint16_t, hash_size> table{};
  for (std::size_t i = 1; i < keyword_count; ++i) {
    std::size_t slot = hash(keywords[i].word);
    while (table[slot] != 0) slot = (slot + 1) % hash_size;
    table[slot] = static_cast<std::uint16_t>(i);
  }
  return table;
}
inline constexpr auto hash_table = make_hash_table();

constexpr bool equal(std::string_view text, std::string_view lower_word) {
  if (text.size() != lower_word.size()) return false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (lower(text[i]) != lower_word[i]) return false;
  }
  return true;
}

}  // namespace detail

// Case does not count.
constexpr Keyword find_keyword(std::string_view text) {
  for (std::size_t slot = detail::hash(text);; slot = (slot + 1) % detail::hash_size) {
    const std::uint16_t index = detail::hash_table[slot];
    if (index == 0) return no_keyword;
    if (detail::equal(text, keywords[index].word)) return index;
  }
}

constexpr const KeywordInfo& info(Keyword keyword) { return keywords[keyword]; }

consteval Keyword operator""_k(const char* text, std::size_t size) {
  const Keyword keyword = find_keyword({text, size});
  if (keyword == no_keyword) throw "not in keywords.def";
  return keyword;
}

}  // namespace retort::compiler::parse::grammar
