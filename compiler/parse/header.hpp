// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the comment lines before the first section.
#pragma once

#include "ast/migration.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"
#include "parse/blocks.hpp"

namespace retort::compiler::parse {

// `keys`: whether lines may be keys, or all are free text.
ast::Header parse_header(const lex::TokenizedFile& file, const Blocks& blocks, bool keys,
                         diag::Diagnostics& diagnostics);

// A key that decides about the chain and stands where nobody reads it.
void report_keys_in_sections(const lex::TokenizedFile& file, const Blocks& blocks,
                             diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::parse
