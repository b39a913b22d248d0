// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: which section of a file applies to which engine.
#pragma once

#include <vector>

#include "chain/draft.hpp"

namespace retort::compiler::chain {

// Fills draft.revision.bodies, one per engine, from the sections of its file. Reports sections that
// are missing, double, or for an engine that the chain does not have.
void assign_sections(Draft& draft, const std::vector<dialect::Engine>& engines,
                     diag::Diagnostics& diagnostics);

// Layouts of all kinds, behind the lock's check: an up section that is not empty and has no down is
// a warning; behind an empty one stands an empty down, which is what reverts it.
void complete_downs(Draft& draft, diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::chain
