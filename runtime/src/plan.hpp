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
  const LedgerScript* stored = nullptr;  // where `script` comes from the ledger
  std::string_view id;                   // in the chain or in `stored`
};

struct Steps {
  std::vector<RunStep> list;
  std::vector<std::unique_ptr<LedgerScript>> stored;  // owns what the steps point at

  void clear() noexcept {
    list.clear();
    stored.clear();
  }
};

// A mark for each revision of a chain, '\0' or not. A string, because every C++ program has its
// code, while that of a vector would be ours to bring.
using Marks = std::string;
Marks mark_ancestors(const Chain& chain, std::uint32_t index);

// Whether the chain can be run on this database at all.
Status check_chain(const Chain& chain, const Traits& traits);

// Where a step comes from: "a, b" for a merge, empty for the first revision; for an unknown
// revision what was applied before it.
std::string origin_of(const RunStep& step, const Chain& chain);

// Where the database stands, from a ledger that was read.
Standing standing_of(const Ledger& ledger, const Chain& chain);

// The first of the chain's revisions that is applied in another form; base_index: none.
std::uint32_t first_changed(const Ledger& ledger);

// Code::newer_database where the ledger holds revisions that the chain does not.
Status check_known(const Ledger& ledger, const Chain& chain);

// Turns a target into steps, given a ledger that was read. `steps` comes out empty when there is
// nothing to do.
using Planner = Status (*)(Ledger& ledger, const Chain& chain, Engine engine,
                           std::string_view target, Steps& steps);
Status plan_upgrade(Ledger& ledger, const Chain& chain, Engine engine, std::string_view target,
                    Steps& steps);
Status plan_downgrade(Ledger& ledger, const Chain& chain, Engine engine, std::string_view target,
                      Steps& steps);

}  // namespace retort::detail
