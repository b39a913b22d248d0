// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: "-- retort: …" comments.
#pragma once

#include "ast/migration.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"
#include "parse/blocks.hpp"

namespace retort::compiler::parse {

// Fills the file's waivers and storage choices, in the order of the file, each once.
void parse_annotations(const lex::TokenizedFile& file, const Blocks& blocks,
                       ast::MigrationFile& result, diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::parse
