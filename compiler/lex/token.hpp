// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The lexer's output: tokens, statements, and the parts of a file between directives.
#pragma once

#include <cstdint>
#include <vector>

#include "dialect/dialect.hpp"
#include "lex/token_kind.hpp"
#include "source/source_file.hpp"

namespace retort::compiler::lex {

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t length = 0;
  TokenKind kind = TokenKind::invalid;
};

// A statement: tokens [first, last) of TokenizedFile::tokens, without its ';'. Never empty. One
// that has an error may stop short of its end, for example behind a ';' inside a trigger body. A
// COPY … FROM stdin has its copy_data token last (its ';' is no token).
struct Statement {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  bool has_error = false;  // a lexical error inside was diagnosed
};

// From one section directive ("migrate:…") to the next, or from the start of the file to the first.
// A section that names both engines yields two parts with the same directive, one per dialect.
struct Part {
  dialect::Engine dialect = dialect::Engine::sqlite;
  std::uint32_t first_token = 0;  // of the directive; of the first token in the leading part
  std::uint32_t last_token = 0;   // behind the last
  bool has_directive = false;     // false for the leading part only
  std::vector<Statement> statements;
};

struct TokenizedFile {
  const source::SourceFile* file = nullptr;
  std::vector<Token> tokens;
  std::vector<Part> parts;  // at least one

  std::string_view text(const Token& token) const {
    return file->text().substr(token.begin, token.length);
  }
  source::Span span(const Token& token) const {
    return {file->id(), token.begin, token.begin + token.length};
  }
  // From the first token to the last, both included.
  source::Span span(const Statement& statement) const {
    const Token& last = tokens[statement.last - 1];
    return {file->id(), tokens[statement.first].begin, last.begin + last.length};
  }
};

}  // namespace retort::compiler::lex
