// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: statements that the runtime could not execute as they stand.
#pragma once

#include "chain/chain.hpp"
#include "diag/diagnostics.hpp"

namespace retort::compiler::lower {

// Whether the section runs in a transaction. The section's own word, but for layouts without
// directives: there a section whose only statement cannot run in one runs outside.
bool runs_in_transaction(const chain::SectionRef& section, dialect::Engine engine);

// Reports what is wrong with the statements of one section, which must exist.
void check_section(const chain::SectionRef& section, dialect::Engine engine,
                   diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::lower
