// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Text to tokens and statement boundaries, true to each engine's own rules: PostgreSQL as psql
// cuts, SQLite as its shell does (docs/lexer.md has the table of differences and the oracles).
#pragma once

#include <cstdint>

#include "diag/diagnostics.hpp"
#include "dialect/dialect.hpp"
#include "lex/token.hpp"
#include "source/source_file.hpp"

namespace retort::compiler::lex {

// Whose directives these are. Each begins a part; what it means is for the reader to say.
enum class DirectiveStyle : std::uint8_t {
  retort,       // "migrate:…"
  goose,        // a comment that mentions "+goose"
  dbmate,       // "migrate:up" and "migrate:down"; other words are a comment
  sql_migrate,  // "+migrate …"
};

struct LexOptions {
  // The dialect of the leading part and of sections that name no engine.
  dialect::Engine default_dialect = dialect::Engine::sqlite;
  // Whether "migrate:" comments are directives that begin parts (layouts retort and dbmate), or
  // ordinary comments (layout numbered: the whole file is one part).
  bool directives = true;
  DirectiveStyle style = DirectiveStyle::retort;
};

// Never fails: what is wrong is diagnosed and lexing goes on behind it, at the latest at the next
// section directive that stands at the start of a line. The file outlives the result.
TokenizedFile tokenize(const source::SourceFile& file, const LexOptions& options,
                       diag::Diagnostics& diagnostics);

// The canonical bytes of the statements of a part, on which content hashes stand: per token its
// kind and length-prefixed text; unquoted words in lower case; comments, white space and the ';'
// between statements do not count; empty statements do not exist. The format is frozen as
// "sha256-tokens-1" (docs/lexer.md): any change needs a new tag.
std::string canonical_tokens(const TokenizedFile& file, const Part& part);

}  // namespace retort::compiler::lex
