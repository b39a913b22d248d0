// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The loop over a part. In: a range of text and its dialect; out: tokens, and the statements that
// statements.cpp cuts from them. This is the hot path: no allocation for a token, and words are
// compared with keywords only where a splitter watches.
#include "lex/part_lexer.hpp"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "lex/limits.hpp"

namespace retort::compiler::lex {

PartLexer::PartLexer(FileState& file, Part& part, PartRange range)
    : file_(file),
      part_(part),
      range_(range),
      base_(file.text.data()),
      p_(base_ + range.begin),
      end_(base_ + range.end) {}

std::uint32_t PartLexer::run() {
  const unsigned space = postgres() ? postgres_space : sqlite_space;
  while (!done_) {
    p_ = lex::run(p_, end_, space);
    if (p_ == end_) {
      end_of_range();
    } else if (at_line_comment(p_, end_)) {
      line_comment();
    } else if (at_block_comment(p_, end_)) {
      block_comment();
    } else {
      next_token();
    }
  }
  return offset(p_);
}

void PartLexer::next_token() {
  const char* begin = p_;
  if (!postgres()) {
    add_token(begin, scan_sqlite(p_, end_));
    return;
  }
  Lexeme lexeme{};
  const bool continued = *p_ == '\'' && escape_string_ != no_token && continues_escape_string();
  if (continued) {
    lexeme = scan_escape_string(p_, end_);
  } else {
    lexeme = scan_postgres(p_, end_);
  }
  if (lexeme.kind == TokenKind::backslash) {
    backslash(begin, lexeme.end);
    return;
  }
  if (lexeme.kind == TokenKind::string && (continued || lower(*begin) == 'e')) {
    escape_string_ = next_index();
  }
  add_token(begin, lexeme);
}

void PartLexer::add_token(const char* begin, Lexeme lexeme) {
  const std::uint32_t index = next_index();
  const Token token{offset(begin), static_cast<std::uint32_t>(lexeme.end - begin), lexeme.kind};
  p_ = lexeme.end;
  if (lexeme.kind == TokenKind::punctuation && *begin == ';') {
    file_.tokens.push_back(token);
    semicolon();
    return;
  }
  file_.tokens.push_back(token);
  if (!statement_open()) statement_first_ = index;
  if (lexeme.kind == TokenKind::punctuation) {
    if (*begin == '(') open_parenthesis(index);
    if (*begin == ')') close_parenthesis(token);
  }
  if (postgres() ? postgres_.watches() : sqlite_.watches()) watch(token, index);
  if (lexeme.error != ScanError::none) report_scan_error(lexeme.error, token);
}

void PartLexer::watch(const Token& token, std::uint32_t index) {
  if (postgres()) {
    postgres_.token(token.kind, text(token), parentheses_.size() + deeper_parentheses_, index);
    return;
  }
  const bool joined = token.begin > range_.begin && is(base_[token.begin - 1], name_part);
  sqlite_.token(token.kind, text(token), joined, index);
}

void PartLexer::line_comment() {
  const char* begin = p_;
  const char* stop = line_comment_end(begin + 2, end_, part_.dialect);
  const Token token{offset(begin), static_cast<std::uint32_t>(stop - begin), TokenKind::comment};
  const CommentRole role = comment_role(text(token));
  const bool section = range_.directives && role == CommentRole::section;
  if (section && may_end_at_directive()) {
    if (!statement_open() || begins_line(file_.text, token.begin)) {
      finish_part(token.begin);
      return;
    }
  }
  p_ = stop;
  if (statement_open()) return;
  file_.tokens.push_back(token);
  if (role == CommentRole::remark) file_.tokens.back().kind = TokenKind::directive;
}

void PartLexer::block_comment() {
  const char* begin = p_;
  const BlockComment comment = lex::block_comment(p_, end_, part_.dialect);
  p_ = comment.end;
  const Token token{offset(begin), static_cast<std::uint32_t>(p_ - begin), TokenKind::comment};
  if (comment.depth > max_comment_depth) {
    report({diag::Kind::limit_exceeded,
            token.begin,
            token.begin + 2,
            {"nesting of comments", std::to_string(max_comment_depth)},
            {}});
  }
  // An unterminated one may be cut at a directive, so it must be in the list.
  if (!statement_open() || !comment.closed) file_.tokens.push_back(token);
  if (!comment.closed) {
    unterminated_token(next_index() - 1);
  }
}

// psql runs the command where it stands; with the exception of those that newer pg_dump writes
// around a dump, the room parse refuses them.
void PartLexer::backslash(const char* begin, const char* end) {
  p_ = end;
  const Token token{offset(begin), static_cast<std::uint32_t>(end - begin), TokenKind::backslash};
  const std::string_view command = text(token).substr(0, text(token).find_first_of(" \t\r"));
  if (command == "\\restrict" || command == "\\unrestrict") return;
  if (statement_open()) {
    statement_has_error_ = true;
    close_statement(next_index());
  }
  file_.tokens.push_back(token);
}

// Whether the text between the last piece of an E'…' string and the quote at p_ makes the latter a
// continuation: white space and line comments with a line end among them.
bool PartLexer::continues_escape_string() const {
  if (escape_string_ + 1 != next_index()) return false;
  const Token& last = file_.tokens.back();
  bool line_end = false;
  for (const char* at = base_ + last.begin + last.length; at < p_;) {
    if (at_line_comment(at, p_)) {
      at = line_comment_end(at + 2, p_, part_.dialect);
    } else if (is(*at, postgres_space)) {
      line_end = line_end || *at == '\n' || *at == '\r';
      ++at;
    } else {
      return false;
    }
  }
  return line_end;
}

void PartLexer::open_parenthesis(std::uint32_t index) {
  if (parentheses_.size() < max_parenthesis_depth) {
    parentheses_.push_back(index);
    return;
  }
  if (deeper_parentheses_++ > 0) return;
  const Token& token = file_.tokens[index];
  report({diag::Kind::limit_exceeded,
          token.begin,
          token.begin + 1,
          {"nesting of parentheses", std::to_string(max_parenthesis_depth)},
          {}});
}

void PartLexer::close_parenthesis(const Token& token) {
  if (deeper_parentheses_ > 0) {
    --deeper_parentheses_;
  } else if (!parentheses_.empty()) {
    parentheses_.pop_back();
  } else {
    report({diag::Kind::unbalanced_parenthesis, token.begin, token.begin + 1, {}, {}});
  }
}

void PartLexer::report(Finding finding) {
  if (statement_open()) statement_has_error_ = true;
  file_.findings.add(std::move(finding));
}

void PartLexer::report_scan_error(ScanError error, const Token& token) {
  if (error == ScanError::unexpected_character) {
    const char byte = base_[token.begin];
    if (byte == '\0') {  // has a diagnostic of its own
      statement_has_error_ = true;
      return;
    }
    char shown[8] = {byte};
    const unsigned value = static_cast<unsigned char>(byte);
    if (value < 0x20 || value == 0x7F) std::snprintf(shown, sizeof shown, "\\x%02X", value);
    report({diag::Kind::unexpected_character, token.begin, token.begin + 1, {shown, {}}, {}});
  } else if (error == ScanError::junk_behind_number) {
    const bool hexadecimal = token.length > 2 && lower(base_[token.begin + 1]) == 'x';
    const char* first = base_ + token.begin + (hexadecimal ? 2 : 0);
    while (first != end_ && (*first == '.' || is(*first, hexadecimal ? hex_digit : digit))) ++first;
    const std::uint32_t at = std::min(offset(first), token.begin + token.length);
    report({diag::Kind::unexpected_character,
            at,
            at + 1,
            {std::string(1, base_[at]), {}},
            "put a blank between the number and the word behind it"});
  } else {
    unterminated_token(next_index() - 1);
  }
}

}  // namespace retort::compiler::lex
