// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The bytes on which content hashes stand, format "sha256-tokens-1" (docs/lexer.md). In: a part;
// out: its statements without anything that may change without changing what they do.
// Frozen: locks in the world hold hashes of these bytes.
#include <algorithm>

#include "lex/char_class.hpp"
#include "lex/lex.hpp"

namespace retort::compiler::lex {
namespace {

constexpr char statement_end = ';';

char kind_byte(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return 'w';
    case TokenKind::quoted_name:
      return 'q';
    case TokenKind::string:
      return 's';
    case TokenKind::number:
      return 'n';
    case TokenKind::parameter:
      return 'p';
    case TokenKind::op:
      return 'o';
    case TokenKind::punctuation:
      return '.';
    case TokenKind::copy_data:
      return 'd';
    case TokenKind::backslash:
      return 'b';
    case TokenKind::comment:
    case TokenKind::directive:
    case TokenKind::invalid:
      break;
  }
  return 'x';
}

void append_token(std::string& bytes, TokenKind kind, std::string_view text) {
  bytes.push_back(kind_byte(kind));
  const auto size = static_cast<std::uint32_t>(text.size());
  for (unsigned shift = 0; shift < 32; shift += 8) {
    bytes.push_back(static_cast<char>(static_cast<unsigned char>(size >> shift)));
  }
  if (kind == TokenKind::word) {
    for (const char byte : text) bytes.push_back(lower(byte));
  } else {
    bytes.append(text);
  }
}

}  // namespace

std::string canonical_tokens(const TokenizedFile& file, const Part& part) {
  std::string bytes;
  for (const Statement& statement : part.statements) {
    for (std::uint32_t i = statement.first; i < statement.last; ++i) {
      append_token(bytes, file.tokens[i].kind, file.text(file.tokens[i]));
    }
    bytes.push_back(statement_end);
  }
  return bytes;
}

}  // namespace retort::compiler::lex
