// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Tokens to a MigrationFile: header keys, section directives, waivers. No Boost here; the grammar
// (Boost.Spirit X3) is in parse/grammar and nowhere else. docs/file-format.md is the manual.
#pragma once

#include <cstddef>

#include "ast/migration.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"

namespace retort::compiler::parse {

// Words behind a section directive that are read; more are diagnosed (limit-exceeded).
inline constexpr std::size_t max_directive_words = 16;

struct ParseOptions {
  // As in LexOptions: whether files have header keys and sections. Without them the first comment
  // lines are still read as message and text, and waivers and psql commands are as everywhere.
  bool directives = true;
};

// Reports unknown keys, directives and options (with "did you mean"), values of the wrong form,
// directives in the wrong place, SQL before the first section, psql commands. Never fails.
// Waivers are returned and also added to `diagnostics`.
ast::MigrationFile parse_migration(const lex::TokenizedFile& file, diag::Diagnostics& diagnostics,
                                   const ParseOptions& options = {});

}  // namespace retort::compiler::parse
