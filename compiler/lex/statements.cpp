// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Cuts tokens into statements. In: a ';', a section directive or the end of the range; out: a
// Statement, and the rows behind COPY … FROM stdin as a token.
#include <cstring>
#include <string>

#include "lex/limits.hpp"
#include "lex/part_lexer.hpp"

namespace retort::compiler::lex {

void PartLexer::semicolon() {
  const std::uint32_t index = next_index() - 1;
  if (!statement_open()) return;
  if (postgres()) {
    if (!parentheses_.empty() && range_.recover) return;
    if (parentheses_.empty() && !postgres_.semicolon()) return;
    if (parentheses_.empty() && postgres_.copies_from_stdin()) {
      copy_data();
      return;
    }
  } else {
    if (!sqlite_.semicolon()) return;
    if (swallowed_by_trigger()) {
      unterminated_body();
      return;
    }
  }
  if (!parentheses_.empty()) {
    unterminated_parenthesis();
    return;
  }
  close_statement(index);
}

void PartLexer::close_statement(std::uint32_t last) {
  const auto& tokens = file_.tokens;
  const bool rows = tokens[last - 1].kind == TokenKind::copy_data;
  const Token& first = tokens[statement_first_];
  const Token& final = tokens[last - (rows ? 2 : 1)];
  if (final.begin + final.length - first.begin > max_statement_size) {
    report({diag::Kind::limit_exceeded,
            first.begin,
            first.begin + first.length,
            {"size of this statement", std::to_string(max_statement_size) + " bytes"},
            {}});
  }
  part_.statements.push_back({statement_first_, last, statement_has_error_});
  statement_first_ = no_token;
  statement_has_error_ = false;
  parentheses_.clear();
  deeper_parentheses_ = 0;
  escape_string_ = no_token;
  sqlite_.reset();
  postgres_.reset();
  watching_ = true;
}

bool PartLexer::may_end_at_directive() const {
  if (!statement_open()) return true;
  return parentheses_.empty() && !(postgres() ? postgres_.in_body() : sqlite_.in_body());
}

// A trigger that swallowed both a section directive and a statement that no body can hold lacks its
// END, although the END of a later trigger made it look complete.
bool PartLexer::swallowed_by_trigger() const {
  return sqlite_.foreign_token() != no_token && directive_behind(statement_first_).has_value();
}

void PartLexer::finish_part(std::uint32_t at) {
  if (swallowed_by_trigger()) {
    unterminated_body();
    return;
  }
  if (!cut_at_swallowed_directive(next_index(), true)) end_part(at);
}

void PartLexer::end_part(std::uint32_t at) {
  if (statement_open()) {
    if (postgres() && postgres_.copies_from_stdin()) unterminated_copy();
    close_statement(next_index());
  }
  p_ = base_ + at;
  done_ = true;
}

void PartLexer::end_of_range() {
  if (!statement_open()) {
    finish_part(range_.end);
  } else if (!postgres() && sqlite_.in_body()) {
    unterminated_body();
  } else if (!parentheses_.empty()) {
    unterminated_parenthesis();
  } else if (postgres() && postgres_.in_body()) {
    unterminated_body();
  } else {
    finish_part(range_.end);
  }
}

// The ';' gets no token, so that the rows are the last token of their statement.
void PartLexer::copy_data() {
  file_.tokens.pop_back();
  const char* begin = copy_data_begin();
  const char* line = begin;
  bool closed = false;
  while (line != end_ && !closed) {
    const void* found = std::memchr(line, '\n', static_cast<std::size_t>(end_ - line));
    const char* line_end = found == nullptr ? end_ : static_cast<const char*>(found);
    closed = std::string_view(line, static_cast<std::size_t>(line_end - line)) == "\\.";
    p_ = found == nullptr ? end_ : line_end + 1;
    if (!closed) line = p_;
  }
  const auto size = static_cast<std::uint32_t>(line - begin);
  file_.tokens.push_back({offset(begin), size, TokenKind::copy_data});
  note_quote(next_index() - 1);
  if (closed) {
    close_statement(next_index());
  } else {
    unterminated_token(next_index() - 1);
  }
}

// Behind the line of the COPY, on which only comments may follow.
const char* PartLexer::copy_data_begin() {
  const void* found = std::memchr(p_, '\n', static_cast<std::size_t>(end_ - p_));
  const char* line_end = found == nullptr ? end_ : static_cast<const char*>(found);
  const char* at = p_;
  while (at != line_end) {
    if (is(*at, postgres_space)) {
      ++at;
    } else if (at_line_comment(at, line_end)) {
      at = line_comment_end(at + 2, line_end, part_.dialect);
    } else if (const BlockComment comment = at_block_comment(at, line_end)
                                                ? lex::block_comment(at, line_end, part_.dialect)
                                                : BlockComment{at, false, 0};
               comment.closed) {
      at = comment.end;
    } else {
      report({diag::Kind::after_copy,
              offset(at),
              offset(line_end),
              {},
              "put it behind the rows and their end '\\.'"});
      break;
    }
  }
  return found == nullptr ? end_ : line_end + 1;
}

}  // namespace retort::compiler::lex
