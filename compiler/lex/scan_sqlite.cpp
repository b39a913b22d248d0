// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One token as SQLite's tokenizer makes it (src/tokenize.c). In: a position that is neither white
// space nor a comment; out: kind and end of the token there.
#include <cstring>

#include "lex/scan.hpp"

namespace retort::compiler::lex {
namespace {

constexpr bool next_is(const char* p, const char* end, char byte) { return p != end && *p == byte; }

Lexeme word(const char* p, const char* end) {
  const char* stop = run(p + 1, end, name_part);
  const bool blob = stop - p == 1 && lower(*p) == 'x' && next_is(stop, end, '\'');
  if (blob) return scan_quoted(stop, end, TokenKind::string, ScanError::unterminated_string);
  return {stop, TokenKind::word};
}

Lexeme bracketed_name(const char* p, const char* end) {
  const auto size = static_cast<std::size_t>(end - p);
  const void* close = std::memchr(p, ']', size);
  if (close == nullptr) return {end, TokenKind::quoted_name, ScanError::unterminated_name};
  return {static_cast<const char*>(close) + 1, TokenKind::quoted_name};
}

// Digits with the separators of SQLite 3.46.
const char* digits(const char* p, const char* end, unsigned classes) {
  while (p != end && (is(*p, classes) || (*p == '_' && end - p >= 2 && is(p[1], classes)))) ++p;
  return p;
}

Lexeme number(const char* p, const char* end) {
  const char* stop = p;
  const bool hexadecimal = p[0] == '0' && end - p >= 3 && lower(p[1]) == 'x' && is(p[2], hex_digit);
  if (hexadecimal) {
    stop = digits(p + 2, end, hex_digit);
  } else {
    stop = digits(p, end, digit);
    if (next_is(stop, end, '.')) stop = digits(stop + 1, end, digit);
    if (stop != end && lower(*stop) == 'e') {
      const char* exponent = stop + 1;
      if (exponent != end && (*exponent == '+' || *exponent == '-')) ++exponent;
      if (exponent != end && is(*exponent, digit)) stop = digits(exponent, end, digit);
    }
  }
  if (stop == end || !is(*stop, name_part)) return {stop, TokenKind::number};
  // sqlite3_complete takes "1create" for one word and "1.create" for two; so do we.
  if (is(stop[-1], name_part)) stop = run(stop, end, name_part);
  return {stop, TokenKind::number, ScanError::junk_behind_number};
}

// :a @a $a, the undocumented #a, and Tcl's $a::b. Tcl's $a(…) is left out: the shell would cut at
// a ';' inside.
Lexeme named_parameter(const char* p, const char* end) {
  const char* stop = p + 1;
  bool named = false;
  while (stop != end) {
    if (is(*stop, name_part)) {
      named = true;
      ++stop;
    } else if (*stop == ':' && next_is(stop + 1, end, ':')) {
      stop += 2;
    } else {
      break;
    }
  }
  if (!named) return {p + 1, TokenKind::invalid, ScanError::unexpected_character};
  return {stop, TokenKind::parameter};
}

Lexeme op(const char* p, const char* end) {
  const char second = end - p >= 2 ? p[1] : '\0';
  const auto of_size = [p](int size) { return Lexeme{p + size, TokenKind::op}; };
  switch (*p) {
    case '-':
      if (second != '>') return of_size(1);
      return of_size(end - p >= 3 && p[2] == '>' ? 3 : 2);
    case '<':
      return of_size(second == '=' || second == '>' || second == '<' ? 2 : 1);
    case '>':
      return of_size(second == '=' || second == '>' ? 2 : 1);
    case '=':
      return of_size(second == '=' ? 2 : 1);
    case '|':
      return of_size(second == '|' ? 2 : 1);
    case '!':
      if (second == '=') return of_size(2);
      return {p + 1, TokenKind::invalid, ScanError::unexpected_character};
    default:
      return of_size(1);
  }
}

}  // namespace

Lexeme scan_sqlite(const char* p, const char* end) {
  switch (*p) {
    case '\'':
      return scan_quoted(p, end, TokenKind::string, ScanError::unterminated_string);
    case '"':
    case '`':
      return scan_quoted(p, end, TokenKind::quoted_name, ScanError::unterminated_name);
    case '[':
      return bracketed_name(p, end);
    case '(':
    case ')':
    case ',':
    case ';':
      return {p + 1, TokenKind::punctuation};
    case '.':
      if (p + 1 != end && is(p[1], digit)) return number(p, end);
      return {p + 1, TokenKind::punctuation};
    case '?':
      return {run(p + 1, end, digit), TokenKind::parameter};
    case ':':
    case '@':
    case '#':
    case '$':
      return named_parameter(p, end);
    case '-':
    case '<':
    case '>':
    case '=':
    case '|':
    case '!':
    case '+':
    case '*':
    case '/':
    case '%':
    case '&':
    case '~':
      return op(p, end);
    default:
      if (is(*p, name_start)) return word(p, end);
      if (is(*p, digit)) return number(p, end);
      return {p + 1, TokenKind::invalid, ScanError::unexpected_character};
  }
}

}  // namespace retort::compiler::lex
