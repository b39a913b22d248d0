// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What a token can be. In a header of its own, so that the grammar, whose files take long to
// compile, includes little.
#pragma once

#include <cstdint>

namespace retort::compiler::lex {

enum class TokenKind : std::uint8_t {
  word,         // unquoted identifier or keyword
  quoted_name,  // "…"; U&"…" (PostgreSQL); […] and `…` (SQLite)
  string,  // '…'; E'…', U&'…', B'…', X'…', $tag$…$tag$ (PostgreSQL); x'…' (SQLite)
  number,
  parameter,    // $1 (PostgreSQL); ?1 :a @a $a (SQLite)
  op,           // an operator, as long as the engine's own lexer makes it
  punctuation,  // one of ( ) [ ] , . ; and ':' where it is no operator
  comment,      // a whole comment at statement level (between statements); others are not kept
  directive,    // a line comment at statement level whose text begins with "migrate:" or "retort:"
  copy_data,    // the rows of COPY … FROM stdin, without the closing "\\."
  backslash,    // a psql command up to the end of its line
  invalid,      // already diagnosed
};

}  // namespace retort::compiler::lex
