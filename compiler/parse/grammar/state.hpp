// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the grammar runs over and what it knows while it runs. No Boost: the expression parser is
// plain C++ and shares this with the rules.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lex/token_kind.hpp"
#include "parse/grammar/keyword.hpp"
#include "source/span.hpp"

namespace retort::compiler::parse::grammar {

// What a token is beside its kind: its one character, or one of these.
enum class Symbol : std::uint8_t {
  none = 0,
  double_colon = 1,
  named_argument,  // => and :=
  less_equal,
  greater_equal,
  not_equal,  // <> and !=
  concat,
  equal_equal,
  json_get,
  json_get_text,
  shift_left,
  shift_right,
};

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;
  Keyword keyword = no_keyword;
  lex::TokenKind kind = lex::TokenKind::invalid;
  std::uint8_t symbol = 0;  // a character or a Symbol
  std::uint32_t match = 0;  // of a '(': how many tokens further its ')' is; 0 if it has none

  bool is(char c) const { return symbol == static_cast<std::uint8_t>(c); }
  bool is(Symbol s) const { return symbol == static_cast<std::uint8_t>(s); }
  bool is(Keyword k) const { return keyword == k; }
};

// Behind the statement's tokens stand some of kind `invalid` that nothing matches, so nobody asks
// for the end before looking at a token, or at one of the next `lookahead`.
using Cursor = const Token*;
inline constexpr unsigned lookahead = 4;

// Recursion, and the height of a tree: PostgreSQL and SQLite have limits too (SQLite: 1000).
inline constexpr unsigned max_nesting = 200;
inline constexpr unsigned max_height = 1000;

struct State {
  std::string_view text;  // of the file
  source::FileId file = 0;
  bool sqlite = false;  // else PostgreSQL's grammar
  Cursor end = nullptr;

  bool recording = false;
  Cursor furthest = nullptr;
  std::vector<std::string_view> expected{};

  unsigned depth = 0;
  // The highest tree of what was read since somebody set it to 0.
  unsigned height = 0;
  Cursor too_deep = nullptr;

  std::string_view slice(const Token& token) const {
    return text.substr(token.begin, token.length);
  }
  std::string_view slice(Cursor first, Cursor behind) const {
    return text.substr(first->begin, behind[-1].begin + behind[-1].length - first->begin);
  }
  // Of the tokens [first, behind).
  source::Span span(Cursor first, Cursor behind) const {
    if (first == behind) return {file, first->begin, first->begin};
    return {file, first->begin, behind[-1].begin + behind[-1].length};
  }

  // Always false: `what` would have been right at this place.
  bool expect(Cursor at, std::string_view what) {
    if (!recording || at < furthest) return false;
    if (at > furthest) expected.clear();
    furthest = at;
    if (std::find(expected.begin(), expected.end(), what) == expected.end()) {
      expected.push_back(what);
    }
    return false;
  }
  bool accept(Cursor& at, Keyword keyword) {
    if (at->keyword == keyword) return ++at, true;
    return expect(at, info(keyword).word);
  }
  bool accept(Cursor& at, char c, std::string_view quoted) {
    if (at->is(c)) return ++at, true;
    return expect(at, quoted);
  }
  bool enough(Cursor at) {
    if (too_deep == nullptr) too_deep = at;
    return false;
  }
};

// Counts how deep the parser stands; false where that is too deep. What is read inside is one
// higher than the highest part of it.
class Nesting {
 public:
  Nesting(State& state, Cursor at) : state_(state), outer_(state.height) {
    state_.height = 0;
    ok_ = ++state_.depth <= max_nesting && state_.too_deep == nullptr;
    if (!ok_) state_.enough(at);
  }
  Nesting(const Nesting&) = delete;
  Nesting& operator=(const Nesting&) = delete;
  ~Nesting() {
    --state_.depth;
    state_.height = std::max(outer_, state_.height + 1);
  }
  explicit operator bool() const { return ok_; }

 private:
  State& state_;
  unsigned outer_;
  bool ok_;
};

}  // namespace retort::compiler::parse::grammar
