// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: "-- retort: storage(column=choice)".
#pragma once

#include <vector>

#include "ast/migration.hpp"
#include "diag/diagnostics.hpp"
#include "lex/token.hpp"
#include "parse/grammar/grammar.hpp"

namespace retort::compiler::parse {

// Adds one choice per column; what is not understood is diagnosed. `covers` is the statement.
void parse_storage(const lex::TokenizedFile& file, const grammar::Annotation& found,
                   source::Span place, source::Span covers,
                   std::vector<ast::StorageChoice>& choices, diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::parse
