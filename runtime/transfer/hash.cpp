// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Bob Jenkins' lookup3 (public domain) in the shape that PostgreSQL gave it in
// hash_bytes_extended(): the initial value, the reserved byte of the length and two of three words
// as the result.
#include "transfer/hash.hpp"

#include <cstddef>

namespace retort::transfer_detail {
namespace {

struct State {
  std::uint32_t a;
  std::uint32_t b;
  std::uint32_t c;
};

std::uint32_t rotate(std::uint32_t value, unsigned by) noexcept {
  return (value << by) | (value >> (32U - by));
}

void mix(State& s) noexcept {
  s.a -= s.c, s.a ^= rotate(s.c, 4), s.c += s.b;
  s.b -= s.a, s.b ^= rotate(s.a, 6), s.a += s.c;
  s.c -= s.b, s.c ^= rotate(s.b, 8), s.b += s.a;
  s.a -= s.c, s.a ^= rotate(s.c, 16), s.c += s.b;
  s.b -= s.a, s.b ^= rotate(s.a, 19), s.a += s.c;
  s.c -= s.b, s.c ^= rotate(s.b, 4), s.b += s.a;
}

void finish(State& s) noexcept {
  s.c ^= s.b, s.c -= rotate(s.b, 14);
  s.a ^= s.c, s.a -= rotate(s.c, 11);
  s.b ^= s.a, s.b -= rotate(s.a, 25);
  s.c ^= s.b, s.c -= rotate(s.b, 16);
  s.a ^= s.c, s.a -= rotate(s.c, 4);
  s.b ^= s.a, s.b -= rotate(s.a, 14);
  s.c ^= s.b, s.c -= rotate(s.b, 24);
}

// Up to four bytes, the first one lowest.
std::uint32_t word(std::string_view text) noexcept {
  std::uint32_t result = 0;
  for (std::size_t i = 0; i < text.size() && i < 4; ++i) {
    result |= static_cast<std::uint32_t>(static_cast<unsigned char>(text[i])) << (8 * i);
  }
  return result;
}

std::string_view part(std::string_view text, std::size_t begin) noexcept {
  return begin < text.size() ? text.substr(begin, 4) : std::string_view();
}

}  // namespace

std::int64_t hash_text(std::string_view text) noexcept {
  const std::uint32_t start = 0x9e3779b9U + static_cast<std::uint32_t>(text.size()) + 3923095U;
  State state{start, start, start};
  while (text.size() >= 12) {
    state.a += word(text);
    state.b += word(part(text, 4));
    state.c += word(part(text, 8));
    mix(state);
    text.remove_prefix(12);
  }
  state.a += word(text);
  state.b += word(part(text, 4));
  state.c += word(part(text, 8)) << 8U;  // the lowest byte is reserved for the length
  finish(state);
  return static_cast<std::int64_t>((static_cast<std::uint64_t>(state.b) << 32U) | state.c);
}

}  // namespace retort::transfer_detail
