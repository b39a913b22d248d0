// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the command line: what another migration tool left in the database.
#pragma once

#include "cli/verbs.hpp"

namespace retort::cli {

// --adopt: takes over. exit_done also where there was nothing to take.
int adopt_foreign_ledger(Session& session);

// Without --adopt, before an upgrade: where another tool's ledger is there and ours is not, says
// what was found and how to go on, and returns exit_failed. exit_done otherwise.
int ask_for_adoption(Session& session);

// For verbs that only read, where our ledger holds nothing: a note where another tool was here.
void mention_foreign_ledger(Session& session);

}  // namespace retort::cli
