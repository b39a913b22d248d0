// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A section to its trees. In: the token ranges of its statements; out: one tree each.
#include "lower/statements.hpp"

#include "parse/statement.hpp"

namespace retort::compiler::lower {
namespace {

std::vector<ast::Statement> statements_of(const chain::SectionRef& section,
                                          parse::SqlDialect dialect,
                                          diag::Diagnostics& diagnostics) {
  std::vector<ast::Statement> statements;
  const lex::TokenizedFile& file = section.file->tokens;
  for (const lex::Statement& statement : section.part->statements) {
    statements.push_back(parse::parse_statement(file, statement, dialect, diagnostics));
  }
  return statements;
}

}  // namespace

std::vector<ast::Statement> portable_statements(const chain::SectionRef& section,
                                                diag::Diagnostics& diagnostics) {
  return statements_of(section, parse::SqlDialect::portable, diagnostics);
}

std::vector<ast::Statement> native_statements(const chain::SectionRef& section,
                                              dialect::Engine engine) {
  diag::Diagnostics unheard;
  const bool sqlite = engine == dialect::Engine::sqlite;
  return statements_of(section, sqlite ? parse::SqlDialect::sqlite : parse::SqlDialect::postgres,
                       unheard);
}

}  // namespace retort::compiler::lower
