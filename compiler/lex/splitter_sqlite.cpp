// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statement ends as the sqlite3 shell sees them. In: tokens; out: does this ';' end the statement?
#include "lex/char_class.hpp"
#include "lex/splitter.hpp"

namespace retort::compiler::lex {
namespace {

// What can stand behind a ';' in a trigger body, END aside.
bool begins_body_statement(std::string_view text) {
  return equals_word(text, "insert") || equals_word(text, "update") ||
         equals_word(text, "delete") || equals_word(text, "replace") ||
         equals_word(text, "select") || equals_word(text, "with") || equals_word(text, "values");
}

}  // namespace

SqliteSplitter::Word SqliteSplitter::classify(std::string_view text) {
  switch (lower(text.front())) {
    case 'c':
      return equals_word(text, "create") ? Word::create : Word::other;
    case 't':
      if (equals_word(text, "trigger")) return Word::trigger;
      return equals_word(text, "temp") || equals_word(text, "temporary") ? Word::temp : Word::other;
    case 'e':
      if (equals_word(text, "end")) return Word::end;
      return equals_word(text, "explain") ? Word::explain : Word::other;
    default:
      return Word::other;
  }
}

void SqliteSplitter::step(Word word) {
  switch (state_) {
    case State::start:
      state_ = word == Word::explain  ? State::explain
               : word == Word::create ? State::create
                                      : State::normal;
      return;
    case State::explain:  // EXPLAIN QUERY PLAN CREATE …
      if (word == Word::create) state_ = State::create;
      if (word != Word::create && word != Word::other) state_ = State::normal;
      return;
    case State::create:
      if (word == Word::temp) return;
      state_ = word == Word::trigger ? State::trigger : State::normal;
      return;
    case State::trigger_semicolon:
      state_ = word == Word::end ? State::trigger_end : State::trigger;
      return;
    case State::trigger_end:
      state_ = State::trigger;
      return;
    case State::normal:
    case State::trigger:
      return;
  }
}

void SqliteSplitter::token(TokenKind kind, std::string_view text, bool joined,
                           std::uint32_t index) {
  const bool behind_semicolon = state_ == State::trigger_semicolon;
  if (kind == TokenKind::word && !joined) {
    step(classify(text));
    const bool foreign = behind_semicolon && state_ == State::trigger;
    if (foreign && foreign_token_ == no_token && !begins_body_statement(text)) {
      foreign_token_ = index;
    }
    return;
  }
  step(Word::other);
  if (kind != TokenKind::parameter) return;
  // sqlite3_complete does not know parameters: ":create" is ':' and a word to it.
  for (std::size_t i = 1; i < text.size();) {
    if (!is(text[i], name_part)) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && is(text[i], name_part)) ++i;
    const bool continues = is(text[begin - 1], name_part);
    step(continues ? Word::other : classify(text.substr(begin, i - begin)));
  }
}

bool SqliteSplitter::semicolon() {
  switch (state_) {
    case State::trigger:
    case State::trigger_semicolon:
      state_ = State::trigger_semicolon;
      return false;
    default:
      return true;
  }
}

}  // namespace retort::compiler::lex
