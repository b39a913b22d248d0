// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One pass over the bytes of a file. In: its text; out: findings for NUL bytes and broken UTF-8.
#include "lex/bytes.hpp"

#include <algorithm>
#include <cstdio>
#include <cstring>

#include "lex/limits.hpp"
#include "source/utf8.hpp"

namespace retort::compiler::lex {
namespace {

// Passes bytes of 0x01 to 0x7F, the usual case, 32 at once.
std::size_t plain_prefix(std::string_view text, std::size_t at) {
  constexpr std::uint64_t ones = 0x0101010101010101u;
  constexpr std::uint64_t highs = 0x8080808080808080u;
  std::uint64_t words[4];
  while (text.size() - at >= sizeof words) {
    std::memcpy(words, text.data() + at, sizeof words);
    std::uint64_t found = 0;
    // Borrows reach into a higher byte only behind a zero, which is found anyway.
    for (const std::uint64_t word : words) found |= word | (word - ones);
    if ((found & highs) != 0) break;
    at += sizeof words;
  }
  while (at < text.size() && text[at] > 0) ++at;
  return at;
}

}  // namespace

std::vector<std::uint32_t> check_bytes(std::string_view text, Findings& findings) {
  std::vector<std::uint32_t> places;
  std::size_t at = 0;
  while (places.size() < max_lexical_errors && (at = plain_prefix(text, at)) < text.size()) {
    const char byte = text[at];
    const std::size_t length = byte == '\0' ? 0 : source::decode_utf8(text.substr(at, 4)).length;
    if (length > 0) {
      at += length;
      continue;
    }
    const auto offset = static_cast<std::uint32_t>(at);
    places.push_back(offset);
    if (byte == '\0') {
      findings.add({diag::Kind::nul_byte, offset, offset + 1, {}, {}});
    } else {
      char shown[3];
      std::snprintf(shown, sizeof shown, "%02X",
                    static_cast<unsigned>(static_cast<unsigned char>(byte)));
      findings.add(
          {diag::Kind::invalid_utf8, offset, offset + 1, {shown, {}}, "save the file as UTF-8"});
    }
    at = std::min(text.find('\n', at), text.size());
  }
  return places;
}

}  // namespace retort::compiler::lex
