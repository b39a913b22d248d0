// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: PRAGMA foreign_keys in the files of other tools.
#pragma once

#include "chain/draft.hpp"

namespace retort::compiler::chain {

// Layouts whose sections have no options: a transactional section that switches foreign keys off,
// or defers them, becomes one that runs with foreign keys off, without these statements. `chain`
// owns what is left of it.
void take_foreign_keys(Draft& draft, Chain& chain, diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::chain
