// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statement ends as psql and the server see them. In: tokens; out: does this ';' end the statement?
#include "lex/char_class.hpp"
#include "lex/splitter.hpp"

namespace retort::compiler::lex {

PostgresSplitter::State PostgresSplitter::after(std::string_view word, std::size_t depth,
                                                std::uint32_t index) {
  const auto is_word = [word](std::string_view expected) { return equals_word(word, expected); };
  switch (state_) {
    case State::start:
      if (is_word("create")) return State::create;
      return is_word("copy") ? State::copy : State::plain;
    case State::create:
      if (is_word("or")) return State::create_or;
      return is_word("function") || is_word("procedure") ? State::routine : State::plain;
    case State::create_or:
      return is_word("replace") ? State::create_or_replace : State::plain;
    case State::create_or_replace:
      return is_word("function") || is_word("procedure") ? State::routine : State::plain;
    case State::begin:
      if (depth == 0 && is_word("atomic")) return State::body_start;
      [[fallthrough]];
    case State::routine:
      if (depth != 0 || !is_word("begin")) return State::routine;
      opening_token_ = index;
      return State::begin;
    case State::body_start:
      return depth == 0 && is_word("end") ? State::plain : State::body;
    case State::copy:
      return depth == 0 && is_word("from") ? State::copy_from : State::copy;
    case State::copy_from:
      // The grammar takes STDOUT here too, and reads.
      if (!is_word("stdin") && !is_word("stdout")) return State::plain;
      opening_token_ = index;
      return State::copy_stdin;
    case State::plain:
    case State::body:
    case State::copy_stdin:
      break;
  }
  return state_;
}

void PostgresSplitter::token(TokenKind kind, std::string_view text, std::size_t depth,
                             std::uint32_t index) {
  if (kind == TokenKind::word) {
    state_ = after(text, depth, index);
    return;
  }
  switch (state_) {
    case State::begin:
      state_ = State::routine;
      return;
    case State::body_start:
      state_ = State::body;
      return;
    case State::routine:
    case State::copy:
      return;
    default:
      state_ = State::plain;
      return;
  }
}

bool PostgresSplitter::semicolon() {
  if (!in_body()) return true;
  state_ = State::body_start;
  return false;
}

}  // namespace retort::compiler::lex
