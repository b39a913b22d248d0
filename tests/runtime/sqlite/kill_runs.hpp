// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Upgrades in a process of their own that is killed on the way, for any chain.
#pragma once

#include "retort/migrate.hpp"
#include "sqlite/snapshot.hpp"

namespace retort::test {

enum class Moment { before_statement, after_statement, after_step };

// Upgrades `file` in another process, which kills itself at the `count`th of these moments, from 0.
// False where the upgrade ended before there were so many.
bool upgrade_and_kill(const std::string& file, const Chain& chain, int count, Moment moment,
                      TransactionMode mode);

// Whether an upgrade of the file that was left behind succeeds and gives the chain's last schema.
::testing::AssertionResult finishes(const std::string& file, const Chain& chain,
                                    const Snapshots& snapshots);

// Fresh files, killed before and after every statement and after every revision, in every
// transaction mode that fits the chain, and `random` times at any time. Each is checked to be at a
// revision, then finished. Returns the number of kills.
int kill_everywhere(const Chain& chain, const std::string& journal_mode, int random);

}  // namespace retort::test
