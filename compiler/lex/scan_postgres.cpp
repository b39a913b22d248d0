// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One token as PostgreSQL's scanner makes it (src/backend/parser/scan.l), and psql's backslash
// commands. In: a position that is neither white space nor a comment; out: kind and end there.
#include <cstring>

#include "lex/scan.hpp"

namespace retort::compiler::lex {
namespace {

constexpr bool next_is(const char* p, const char* end, char byte) { return p != end && *p == byte; }

Lexeme string(const char* p, const char* end) {
  return scan_quoted(p, end, TokenKind::string, ScanError::unterminated_string);
}

// A word, or one of the literals that begin with a letter: E'' B'' X'' U&'' U&"".
Lexeme word(const char* p, const char* end) {
  const char* stop = run(p + 1, end, name_part);
  if (stop - p == 1 && stop != end) {
    const char letter = lower(*p);
    if (*stop == '\'') {
      if (letter == 'e') return scan_escape_string(stop, end);
      if (letter == 'b' || letter == 'x') return string(stop, end);
    } else if (letter == 'u' && *stop == '&' && end - stop >= 2) {
      if (stop[1] == '\'') return string(stop + 1, end);
      if (stop[1] == '"') {
        return scan_quoted(stop + 1, end, TokenKind::quoted_name, ScanError::unterminated_name);
      }
    }
  }
  return {stop, TokenKind::word};
}

// Digits with the separators of PostgreSQL 16.
const char* digits(const char* p, const char* end, unsigned classes) {
  while (p != end && (is(*p, classes) || (*p == '_' && end - p >= 2 && is(p[1], classes)))) ++p;
  return p;
}

Lexeme number(const char* p, const char* end) {
  if (p[0] == '0' && end - p >= 3) {
    const char base = lower(p[1]);
    const char* first = p + 2 + (p[2] == '_' ? 1 : 0);
    const bool other_base = base == 'x' || base == 'o' || base == 'b';
    const unsigned classes = base == 'x' ? hex_digit : digit;
    if (other_base && first != end && is(*first, classes)) {
      return {digits(first, end, classes), TokenKind::number};
    }
  }
  const char* stop = digits(p, end, digit);
  // "1..2" is a range of PL/pgSQL: 1, then "..".
  if (next_is(stop, end, '.') && !next_is(stop + 1, end, '.')) stop = digits(stop + 1, end, digit);
  if (stop != end && lower(*stop) == 'e') {
    const char* exponent = stop + 1;
    if (exponent != end && (*exponent == '+' || *exponent == '-')) ++exponent;
    if (exponent != end && is(*exponent, digit)) stop = digits(exponent, end, digit);
  }
  return {stop, TokenKind::number};
}

// $1, $$…$$, $tag$…$tag$.
Lexeme dollar(const char* p, const char* end) {
  if (p + 1 != end && is(p[1], digit)) return {run(p + 1, end, digit), TokenKind::parameter};
  const char* tag_end = p + 1;
  if (tag_end != end && is(*tag_end, name_start)) {
    while (tag_end != end && is(*tag_end, name_part) && *tag_end != '$') ++tag_end;
  }
  if (!next_is(tag_end, end, '$')) {
    return {p + 1, TokenKind::invalid, ScanError::unexpected_character};
  }
  ++tag_end;
  const auto tag_size = static_cast<std::size_t>(tag_end - p);
  const char* at = tag_end;
  while (static_cast<std::size_t>(end - at) >= tag_size) {
    const auto room = static_cast<std::size_t>(end - at) - tag_size + 1;
    const void* found = std::memchr(at, '$', room);
    if (found == nullptr) break;
    at = static_cast<const char*>(found);
    if (std::memcmp(at, p, tag_size) == 0) return {at + tag_size, TokenKind::string};
    ++at;
  }
  return {end, TokenKind::string, ScanError::unterminated_dollar_quote};
}

// A run of operator characters up to a comment; '+' and '-' end an operator only if it contains
// one of ~!@#^&|`?% (so that "a=-1" is "=" and "-").
Lexeme op(const char* p, const char* end) {
  const char* stop = p;
  bool special = false;
  while (stop != end && is(*stop, postgres_operator)) {
    if (at_line_comment(stop, end) || at_block_comment(stop, end)) break;
    special = special || is(*stop, postgres_special);
    ++stop;
  }
  const auto ends_in_sign = [&] { return stop[-1] == '+' || stop[-1] == '-'; };
  while (!special && stop - p > 1 && ends_in_sign()) --stop;
  return {stop, TokenKind::op};
}

Lexeme backslash(const char* p, const char* end) {
  const void* line_end = std::memchr(p, '\n', static_cast<std::size_t>(end - p));
  return {line_end == nullptr ? end : static_cast<const char*>(line_end), TokenKind::backslash};
}

}  // namespace

Lexeme scan_escape_string(const char* p, const char* end) {
  ++p;
  while (p != end) {
    if (*p == '\\') {
      p += end - p >= 2 ? 2 : 1;
    } else if (*p != '\'') {
      ++p;
    } else if (next_is(p + 1, end, '\'')) {
      p += 2;
    } else {
      return {p + 1, TokenKind::string};
    }
  }
  return {end, TokenKind::string, ScanError::unterminated_string};
}

Lexeme scan_postgres(const char* p, const char* end) {
  switch (*p) {
    case '\'':
      return string(p, end);
    case '"':
      return scan_quoted(p, end, TokenKind::quoted_name, ScanError::unterminated_name);
    case '(':
    case ')':
    case '[':
    case ']':
    case ',':
    case ';':
      return {p + 1, TokenKind::punctuation};
    case '.':
      if (p + 1 != end && is(p[1], digit)) return number(p, end);
      if (next_is(p + 1, end, '.')) return {p + 2, TokenKind::op};
      return {p + 1, TokenKind::punctuation};
    case ':':
      if (p + 1 != end && (p[1] == ':' || p[1] == '=')) return {p + 2, TokenKind::op};
      return {p + 1, TokenKind::punctuation};
    case '$':
      return dollar(p, end);
    case '\\':
      return backslash(p, end);
    default:
      if (is(*p, name_start)) return word(p, end);
      if (is(*p, digit)) return number(p, end);
      if (is(*p, postgres_operator)) return op(p, end);
      return {p + 1, TokenKind::invalid, ScanError::unexpected_character};
  }
}

}  // namespace retort::compiler::lex
