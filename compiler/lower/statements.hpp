// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the statements of a section as trees.
#pragma once

#include <vector>

#include "ast/statement.hpp"
#include "chain/chain.hpp"
#include "diag/diagnostics.hpp"

namespace retort::compiler::lower {

// Reports what the grammar does not take; what is not understood is left out.
std::vector<ast::Statement> portable_statements(const chain::SectionRef& section,
                                                diag::Diagnostics& diagnostics);

// What is not understood is opaque, and nobody is told.
std::vector<ast::Statement> native_statements(const chain::SectionRef& section,
                                              dialect::Engine engine);

}  // namespace retort::compiler::lower
