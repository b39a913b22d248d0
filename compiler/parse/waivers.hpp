// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: "-- retort: …" comments.
#pragma once

#include <vector>

#include "ast/migration.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"
#include "parse/blocks.hpp"

namespace retort::compiler::parse {

// In the order of the file, each once.
std::vector<ast::Waiver> parse_waivers(const lex::TokenizedFile& file, const Blocks& blocks,
                                       diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::parse
