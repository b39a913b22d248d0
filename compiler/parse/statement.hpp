// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One statement to its tree. No Boost here. docs/grammar.md says what is understood.
#pragma once

#include "ast/statement.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"

namespace retort::compiler::parse {

enum class SqlDialect : std::uint8_t {
  sqlite,    // a section of SQLite's own: what is not understood is Opaque
  postgres,  // the same for PostgreSQL
  portable,  // PostgreSQL's spelling (the part is lexed so); what is not understood is an error
};

// Never fails. A statement that is not understood becomes ast::Opaque; in a portable section it is
// also diagnosed (syntax, not-portable), and everywhere where it is nested too deeply
// (limit-exceeded). One that has a lexical error, diagnosed already, is Opaque in silence.
ast::Statement parse_statement(const lex::TokenizedFile& file, const lex::Statement& statement,
                               SqlDialect dialect, diag::Diagnostics& diagnostics);

// Where and why a statement is Opaque: for messages that nobody asked for by default (-v).
struct NotUnderstood {
  source::Span span;
  std::string text;  // "found 'x', expected …"
};
ast::Statement parse_statement(const lex::TokenizedFile& file, const lex::Statement& statement,
                               SqlDialect dialect, diag::Diagnostics& diagnostics,
                               NotUnderstood& reason);

}  // namespace retort::compiler::parse
