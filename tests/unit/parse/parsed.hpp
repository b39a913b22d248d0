// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the tests of this room share: a text, parsed, as its dump and its rendered diagnostics.
#pragma once

#include <string>

#include "ast/dump.hpp"
#include "diag/render.hpp"
#include "lex/lex.hpp"
#include "parse/parse.hpp"

namespace retort::compiler::parse {

struct Parsed {
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  lex::TokenizedFile tokens;
  ast::MigrationFile file;

  explicit Parsed(std::string_view text, bool directives = true,
                  dialect::Engine engine = dialect::Engine::sqlite) {
    const auto& source = sources.add("a.sql", text);
    tokens = lex::tokenize(source, {engine, directives}, diagnostics);
    file = parse_migration(tokens, diagnostics, {directives});
  }

  std::string dump() const { return ast::dump(file); }
  // Whole messages with their carets, without the last line that counts them.
  std::string errors() const { return diag::render_gnu(diagnostics, sources, {false, false}); }
  std::string_view slice(source::Span span) const { return sources.get(span.file).slice(span); }
};

}  // namespace retort::compiler::parse
