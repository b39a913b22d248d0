// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Tokens and comments of a part. In: a range of text and its dialect; out: tokens, and the
// statements that statements.cpp cuts from them. The loop is the hot path: no allocation for a
// token, words and lone punctuation are scanned in place, words are compared with keywords only
// where a splitter watches.
#include "lex/part_lexer.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstdio>
#include <utility>

#include "lex/limits.hpp"

namespace retort::compiler::lex {
namespace {

// "\i" of "\i words.sql"; empty where there is none.
std::string_view backslash_word(const char* p, const char* end) {
  if (*p != '\\') return {};
  const char* stop = p + 1;
  while (stop != end && ((*stop >= 'a' && *stop <= 'z') || (*stop >= 'A' && *stop <= 'Z'))) ++stop;
  return {p, static_cast<std::size_t>(stop - p)};
}

// What a token that begins with a byte can be.
enum class Start : std::uint8_t { other, blank, word, punctuation, digit, dash, slash };

constexpr std::array<Start, 256> make_starts(unsigned space) {
  std::array<Start, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const char byte = static_cast<char>(static_cast<unsigned char>(i));
    if (is(byte, space)) table[i] = Start::blank;
    if (is(byte, name_start)) table[i] = Start::word;
    if (is(byte, digit)) table[i] = Start::digit;
    if (byte == '(' || byte == ')' || byte == ',' || byte == ';') table[i] = Start::punctuation;
    if (byte == '-') table[i] = Start::dash;
    if (byte == '/') table[i] = Start::slash;
  }
  return table;
}

constexpr auto sqlite_starts = make_starts(sqlite_space);
constexpr auto postgres_starts = make_starts(postgres_space);

}  // namespace

PartLexer::PartLexer(FileState& file, Part& part, PartRange range)
    : file_(file),
      part_(part),
      range_(range),
      base_(file.text.data()),
      p_(base_ + range.begin),
      end_(base_ + range.end),
      first_finding_(file.findings.size()) {
  assert(*end_ == '\0' || *end_ == '-');  // run() relies on it
}

// Behind a range stands the NUL that ends the string of the text, or the "--" of a directive:
// neither is white space nor part of a word, so that the short loops need not ask for the end.
std::uint32_t PartLexer::run() {
  const auto& starts = postgres() ? postgres_starts : sqlite_starts;
  while (!done_) {
    const char* p = p_;
    auto start = Start::blank;
    while ((start = starts[static_cast<unsigned char>(*p)]) == Start::blank) ++p;
    if (start == Start::word) {
      const char* stop = p + 1;
      while (is(*stop, name_part)) ++stop;
      // One letter may begin a literal: E'' x'' U&"".
      if (stop - p > 1 || (*stop != '\'' && *stop != '&')) {
        add_token(p, stop, TokenKind::word);
        continue;
      }
    } else if (start == Start::punctuation) {
      add_token(p, p + 1, TokenKind::punctuation);
      continue;
    } else if (start == Start::digit) {
      const char* stop = p + 1;
      while (is(*stop, digit)) ++stop;
      if (*stop != '.' && !is(*stop, name_part)) {
        add_token(p, stop, TokenKind::number);
        continue;
      }
    }
    p_ = p;
    if (p == end_) {
      end_of_range();
    } else if (start == Start::dash && at_line_comment(p, end_)) {
      line_comment();
    } else if (start == Start::slash && at_block_comment(p, end_)) {
      block_comment();
    } else {
      next_token();
    }
  }
  return offset(p_);
}

// Whatever the loop does not scan in place.
void PartLexer::next_token() {
  const char* begin = p_;
  Lexeme lexeme{};
  bool continued = false;
  if (postgres()) {
    continued = *p_ == '\'' && escape_string_ != no_token && continues_escape_string();
    lexeme = continued ? scan_escape_string(p_, end_) : scan_postgres(p_, end_);
  } else {
    lexeme = scan_sqlite(p_, end_);
  }
  if (lexeme.kind == TokenKind::backslash) {
    backslash(begin, lexeme.end);
    return;
  }
  const std::uint32_t index = next_index();
  if (lexeme.kind == TokenKind::string && (continued || lower(*begin) == 'e')) {
    escape_string_ = index;
  }
  add_token(begin, lexeme.end, lexeme.kind);
  if (lexeme.kind == TokenKind::string || lexeme.kind == TokenKind::quoted_name) note_quote(index);
  if (lexeme.error != ScanError::none) report_scan_error(lexeme.error, file_.tokens[index]);
}

inline void PartLexer::add_token(const char* begin, const char* end, TokenKind kind) {
  // Filled in place: a copy would be read back before its parts are written.
  Token& token = file_.tokens.emplace_back();
  token.begin = offset(begin);
  token.length = static_cast<std::uint32_t>(end - begin);
  token.kind = kind;
  p_ = end;
  if (kind == TokenKind::punctuation && *begin == ';') {
    semicolon();
    watching_ = watches();
    return;
  }
  if (watching_) watch(token, next_index() - 1);
  if (kind == TokenKind::punctuation) {
    if (*begin == '(') open_parenthesis(next_index() - 1);
    if (*begin == ')') close_parenthesis(token);
  }
}

void PartLexer::watch(const Token& token, std::uint32_t index) {
  if (!statement_open()) statement_first_ = index;
  if (postgres()) {
    postgres_.token(token.kind, text(token), parentheses_.size() + deeper_parentheses_, index);
  } else {
    const bool joined = token.begin > range_.begin && is(base_[token.begin - 1], name_part);
    sqlite_.token(token.kind, text(token), joined, index);
  }
  watching_ = watches();
}

// Remembers a quote with a section directive inside, for the case that it was not meant to hold it.
void PartLexer::note_quote(std::uint32_t index) {
  constexpr std::uint32_t shortest = sizeof("'\n--+goose'") - 1;
  const Token& token = file_.tokens[index];
  if (!range_.directives || token.length < shortest) return;
  if (find_section_line(file_.text, token.begin, token.begin + token.length, range_.style)) {
    swallowing_.push_back(index);
  }
}

void PartLexer::line_comment() {
  const char* begin = p_;
  const char* stop = line_comment_end(begin + 2, end_, part_.dialect);
  const Token token{offset(begin), static_cast<std::uint32_t>(stop - begin), TokenKind::comment};
  const CommentRole role = comment_role(text(token), range_.style);
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
  if (!comment.closed) unterminated_token(next_index() - 1);
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
    // SQLite knows no backslash at all: this was written for psql.
    if (const auto command = backslash_word(base_ + token.begin, end_); command.size() > 1) {
      const auto end = token.begin + static_cast<std::uint32_t>(command.size());
      report({diag::Kind::backslash_command,
              token.begin,
              end,
              {std::string(command), {}},
              command == "\\i" || command == "\\ir" ? "copy the file's statements here"
                                                    : "delete the line, or say it in SQL"});
      return;
    }
    char shown[8] = {byte};
    const unsigned value = static_cast<unsigned char>(byte);
    if (value < 0x20 || value == 0x7F) std::snprintf(shown, sizeof shown, "\\x%02X", value);
    report({diag::Kind::unexpected_character, token.begin, token.begin + 1, {shown, {}}, {}});
  } else if (error == ScanError::junk_behind_number) {
    // Points to the first character that no number holds: in the token, or right behind "1.".
    const char* const begin = base_ + token.begin;
    const char* const stop = std::min(begin + token.length, end_ - 1);
    const bool hexadecimal =
        token.length > 2 && begin[0] == '0' && lower(begin[1]) == 'x' && is(begin[2], hex_digit);
    const unsigned digits = hexadecimal ? hex_digit : digit;
    const char* first = begin + (hexadecimal ? 2 : 0);
    while (first < stop &&
           (is(*first, digits) || *first == '.' || (*first == '_' && is(first[1], digits)))) {
      ++first;
    }
    const std::uint32_t at = offset(first);
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
