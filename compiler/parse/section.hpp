// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: a section directive and its words.
#pragma once

#include <optional>

#include "ast/migration.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"
#include "parse/blocks.hpp"

namespace retort::compiler::parse {

// Nothing where not even a "did you mean" tells which section was meant. `understood` becomes false
// where something was diagnosed that may make sections of this file seem to be missing or double.
std::optional<ast::Section> parse_section(const lex::TokenizedFile& file, const Block& block,
                                          diag::Diagnostics& diagnostics, bool& understood);

}  // namespace retort::compiler::parse
