// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The few questions about UTF-8 that several rooms ask.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace retort::compiler::source {

// The bytes 10xxxxxx, which never begin a code point.
constexpr bool is_utf8_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0u) == 0x80u;
}

// The length of the longest prefix of at most `limit` bytes that ends between two code points. Text
// that is no UTF-8 is cut at `limit` where no boundary lies within the three bytes before it.
constexpr std::size_t utf8_prefix(std::string_view text, std::size_t limit) {
  if (text.size() <= limit) return text.size();
  std::size_t cut = limit;
  while (cut > 0 && limit - cut < 3 && is_utf8_continuation(text[cut])) --cut;
  return cut > 0 && !is_utf8_continuation(text[cut]) ? cut : limit;
}

// One decoded code point. `length` is 0 where the bytes at the start are not UTF-8 (overlong forms,
// surrogates and values above U+10FFFF are not).
struct CodePoint {
  std::uint32_t value = 0;
  std::size_t length = 0;
};

constexpr CodePoint decode_utf8(std::string_view text) {
  if (text.empty()) return {};
  const auto at = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const std::uint32_t first = at(0);
  if (first < 0x80) return {first, 1};
  const std::size_t length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (first < 0xC2 || first > 0xF4 || text.size() < length) return {};
  std::uint32_t value = first & (0x7Fu >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (!is_utf8_continuation(text[i])) return {};
    value = (value << 6) | (at(i) & 0x3Fu);
  }
  constexpr std::uint32_t smallest[] = {0, 0, 0x80, 0x800, 0x10000};
  const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
  if (value < smallest[length] || value > 0x10FFFF || surrogate) return {};
  return {value, length};
}

}  // namespace retort::compiler::source
