// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Where a statement ends. Each engine has its own states; both are fed with the tokens of a
// statement, one by one, and asked at each ';'.
#pragma once

#include <cstdint>
#include <limits>
#include <string_view>

#include "lex/token.hpp"

namespace retort::compiler::lex {

inline constexpr std::uint32_t no_token = std::numeric_limits<std::uint32_t>::max();

// The state table of sqlite3_complete (src/complete.c). Parentheses mean nothing to it.
class SqliteSplitter {
 public:
  // Whether the next token can change the state; if not, token() may be left out.
  bool watches() const { return state_ != State::normal && state_ != State::trigger; }
  // `joined`: the byte before the token belongs to a name, so that for sqlite3_complete the token
  // continues a word. `index` is the token's own, for foreign_token().
  void token(TokenKind kind, std::string_view text, bool joined, std::uint32_t index);
  // True where the statement ends.
  bool semicolon();
  void reset() { *this = SqliteSplitter(); }

  // Inside CREATE TRIGGER and not behind its END.
  bool in_body() const { return state_ == State::trigger || state_ == State::trigger_semicolon; }
  // The first token behind a ';' of a trigger body that can begin no statement of a body: the END
  // is missing before it.
  std::uint32_t foreign_token() const { return foreign_token_; }

 private:
  enum class State : std::uint8_t {
    start,
    normal,
    explain,
    create,
    trigger,
    trigger_semicolon,
    trigger_end
  };
  enum class Word : std::uint8_t { other, explain, create, temp, trigger, end };
  static Word classify(std::string_view text);
  void step(Word word);

  State state_ = State::start;
  std::uint32_t foreign_token_ = no_token;
};

// psql's rules: parentheses (kept by the caller) and BEGIN ATOMIC … END; the latter as the server
// reads it, where END ends the body only behind ';' or ATOMIC, so that CASE … END and labels
// called "end" need no counting. And whether the statement is a COPY … FROM stdin.
class PostgresSplitter {
 public:
  bool watches() const { return state_ < State::plain; }
  // `depth`: parentheses open around the token.
  void token(TokenKind kind, std::string_view text, std::size_t depth, std::uint32_t index);
  // At a ';' outside parentheses: true where the statement ends.
  bool semicolon();
  void reset() { *this = PostgresSplitter(); }

  bool in_body() const { return state_ == State::body || state_ == State::body_start; }
  bool copies_from_stdin() const { return state_ == State::copy_stdin; }
  // The token BEGIN of the body that is open; STDIN of the COPY.
  std::uint32_t opening_token() const { return opening_token_; }

 private:
  enum class State : std::uint8_t {
    start,
    create,
    create_or,
    create_or_replace,
    routine,
    begin,
    body_start,
    copy,
    copy_from,
    // token() changes nothing in these:
    plain,
    body,
    copy_stdin
  };
  State after(std::string_view word, std::size_t depth, std::uint32_t index);

  State state_ = State::start;
  std::uint32_t opening_token_ = no_token;
};

}  // namespace retort::compiler::lex
