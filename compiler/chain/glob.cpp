// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Pattern matching without backtracking: the set of pattern positions that are reachable, byte by
// byte of the path. In: pattern and path; out: whether they fit.
#include "chain/glob.hpp"

#include <vector>

namespace retort::compiler::chain {
namespace {

bool is_double_star(std::string_view pattern, std::size_t at) {
  return pattern.substr(at, 2) == "**";
}

// Adds `at` and every position that is reachable from it without reading a byte.
void add(std::string_view pattern, std::size_t at, std::vector<char>& reachable) {
  while (true) {
    if (reachable[at] != 0) return;
    reachable[at] = 1;
    if (at == pattern.size() || pattern[at] != '*') return;
    if (pattern.substr(at, 3) == "**/") reachable[at + 2] = 1;  // one '/' may follow …
    if (is_double_star(pattern, at)) {
      const bool folders = pattern.substr(at, 3) == "**/";
      at += folders ? 3 : 2;  // … or nothing at all
    } else {
      at += 1;
    }
  }
}

void step(std::string_view pattern, std::size_t at, char byte, std::vector<char>& next) {
  if (at == pattern.size()) return;
  if (is_double_star(pattern, at)) {
    // Not add(): behind a byte, "**/" needs its '/'. Entering `at` from the left came before.
    next[at] = 1;
    add(pattern, at + 2, next);
  } else if (pattern[at] == '*') {
    if (byte != '/') add(pattern, at, next);
  } else if (pattern[at] == byte || (pattern[at] == '?' && byte != '/')) {
    add(pattern, at + 1, next);
  }
}

}  // namespace

bool glob_match(std::string_view pattern, std::string_view path) {
  std::vector<char> current(pattern.size() + 1, 0), next(pattern.size() + 1, 0);
  add(pattern, 0, current);
  for (const char byte : path) {
    next.assign(pattern.size() + 1, 0);
    for (std::size_t at = 0; at <= pattern.size(); ++at) {
      if (current[at] != 0) step(pattern, at, byte, next);
    }
    current.swap(next);
  }
  return current[pattern.size()] != 0;
}

}  // namespace retort::compiler::chain
