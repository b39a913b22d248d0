// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What a run has to do: the ledger compared with the chain, in steps. Reads, never writes.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "retort/migrate.hpp"
#include "retort/revision.hpp"
#include "src/down_script.hpp"
#include "src/ledger.hpp"

namespace retort::detail {

struct RunStep {
  Direction direction = Direction::upgrade;
  bool resumed = false;                // the ledger already holds a row in progress
  std::uint32_t done = 0;              // statements that an earlier run finished
  const Revision* revision = nullptr;  // null: unknown to the chain
  const Body* body = nullptr;          // null with `revision`
  const Script* script = nullptr;
  std::string_view id;                   // in the chain or in `stored`
  std::unique_ptr<LedgerScript> stored;  // where `script` comes from the ledger
};

// Whether the chain can be run on this database at all.
Status check_chain(const Chain& chain, const Traits& traits);

// Where a step comes from: "a, b" for a merge, empty for the first revision; for an unknown
// revision what was applied before it.
std::string origin_of(const RunStep& step, const Chain& chain);

// Where the database stands, from a ledger that was read.
Standing standing_of(const Ledger& ledger, const Chain& chain);

// The first of the chain's revisions that is applied in another form; base_index: none.
std::uint32_t first_changed(const Ledger& ledger, const Chain& chain, Engine engine);

// Code::newer_database where the ledger holds revisions that the chain does not.
Status check_known(const Ledger& ledger, const Chain& chain);

// Turns a target into steps, given a ledger that was read. `steps` comes out empty when there is
// nothing to do.
using Planner = Status (*)(Ledger& ledger, const Chain& chain, Engine engine,
                           std::string_view target, std::vector<RunStep>& steps);
Status plan_upgrade(Ledger& ledger, const Chain& chain, Engine engine, std::string_view target,
                    std::vector<RunStep>& steps);
Status plan_downgrade(Ledger& ledger, const Chain& chain, Engine engine, std::string_view target,
                      std::vector<RunStep>& steps);

}  // namespace retort::detail
