// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What both engines' scanners share: quotes with doubling, line and block comments. In: a position;
// out: where the thing ends.
#include <cstring>

#include "lex/scan.hpp"

namespace retort::compiler::lex {
namespace {

const char* find(const char* p, const char* end, char byte) {
  const void* found = std::memchr(p, byte, static_cast<std::size_t>(end - p));
  return found == nullptr ? end : static_cast<const char*>(found);
}

}  // namespace

Lexeme scan_quoted(const char* p, const char* end, TokenKind kind, ScanError error) {
  const char quote = *p++;
  while (true) {
    p = find(p, end, quote);
    if (p == end) return {end, kind, error};
    ++p;
    if (p == end || *p != quote) return {p, kind};
    ++p;
  }
}

const char* line_comment_end(const char* p, const char* end, dialect::Engine dialect) {
  const char* line_end = find(p, end, '\n');
  // A lone carriage return is a line end to PostgreSQL, not to SQLite.
  return dialect == dialect::Engine::postgres ? find(p, line_end, '\r') : line_end;
}

BlockComment block_comment(const char* p, const char* end, dialect::Engine dialect) {
  const bool nested = dialect == dialect::Engine::postgres;
  std::size_t depth = 1;
  std::size_t deepest = 1;
  p += 2;
  while (end - p >= 2) {
    if (p[0] == '*' && p[1] == '/') {
      p += 2;
      if (--depth == 0) return {p, true, deepest};
    } else if (nested && p[0] == '/' && p[1] == '*') {
      p += 2;
      if (++depth > deepest) deepest = depth;
    } else {
      ++p;
    }
  }
  return {end, false, deepest};
}

}  // namespace retort::compiler::lex
