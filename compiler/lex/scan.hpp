// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One token at a time, by each engine's own rules, and the comments that both know. Everything
// takes [p, end) and never reads at or behind `end`.
#pragma once

#include <cstddef>
#include <cstdint>

#include "lex/char_class.hpp"
#include "lex/token.hpp"

namespace retort::compiler::lex {

enum class ScanError : std::uint8_t {
  none,
  unterminated_string,  // these three reach to `end`
  unterminated_name,
  unterminated_dollar_quote,
  unexpected_character,
  junk_behind_number,
};

struct Lexeme {
  const char* end;
  TokenKind kind;
  ScanError error = ScanError::none;
};

// p < end; *p is neither white space nor the beginning of a comment.
Lexeme scan_sqlite(const char* p, const char* end);
Lexeme scan_postgres(const char* p, const char* end);
// p is at a quote that continues an E'…' string on a later line (PostgreSQL).
Lexeme scan_escape_string(const char* p, const char* end);

// From an opening quote through the closing one; a doubled quote is content.
Lexeme scan_quoted(const char* p, const char* end, TokenKind kind, ScanError error);

// p behind "--": the end of the line, in front of its line end.
const char* line_comment_end(const char* p, const char* end, dialect::Engine dialect);

struct BlockComment {
  const char* end;
  bool closed;
  std::size_t depth;  // the deepest nesting met
};
// p is at "/*". PostgreSQL's nest, SQLite's do not.
BlockComment block_comment(const char* p, const char* end, dialect::Engine dialect);

inline const char* run(const char* p, const char* end, unsigned classes) {
  while (p != end && is(*p, classes)) ++p;
  return p;
}

inline bool at_line_comment(const char* p, const char* end) {
  return end - p >= 2 && p[0] == '-' && p[1] == '-';
}
inline bool at_block_comment(const char* p, const char* end) {
  return end - p >= 2 && p[0] == '/' && p[1] == '*';
}

}  // namespace retort::compiler::lex
