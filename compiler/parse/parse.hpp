// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Tokens to a MigrationFile: header keys, section directives, waivers. No Boost here; the grammar
// (Boost.Spirit X3) is in parse/grammar and nowhere else.
#pragma once

#include "ast/migration.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"

namespace retort::compiler::parse {

// Reports unknown keys, directives and options (with "did you mean"), values of the wrong form,
// directives in the wrong place, SQL before the first section, psql commands. Never fails.
// Waivers are returned and also added to `diagnostics`.
ast::MigrationFile parse_migration(const lex::TokenizedFile& file, diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::parse
