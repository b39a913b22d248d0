// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// UTF-8 as PostgreSQL and JSON take it: no overlong form, no surrogate, nothing above U+10FFFF.
#pragma once

#include <cstddef>
#include <string_view>

namespace retort::detail {

// The bytes of the sequence at `i`, which must lie in the text; 0 where there is none.
inline std::size_t utf8_length(std::string_view text, std::size_t i) noexcept {
  const auto byte_at = [text](std::size_t k) { return static_cast<unsigned char>(text[k]); };
  const unsigned lead = byte_at(i);
  if (lead < 0x80) return 1;
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || i + length > text.size()) return 0;
  for (std::size_t k = 1; k < length; ++k) {
    if ((byte_at(i + k) & 0xC0u) != 0x80u) return 0;
  }
  const unsigned second = byte_at(i + 1);
  const bool overlong = (lead == 0xE0 && second < 0xA0) || (lead == 0xF0 && second < 0x90);
  const bool outside = (lead == 0xED && second >= 0xA0) || (lead == 0xF4 && second >= 0x90);
  return overlong || outside ? 0 : length;
}

}  // namespace retort::detail
