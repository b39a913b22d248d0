// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// inspect() and plan(): the ledger compared with the chain, for reading. Nothing is locked or
// written.
#include <utility>

#include "retort/migrate.hpp"
#include "src/plan.hpp"
#include "src/wait.hpp"

namespace retort {

using detail::Ledger;
using detail::LedgerRow;
using detail::RunStep;

namespace {

PlannedStep to_planned(const RunStep& step) {
  PlannedStep planned;
  planned.direction = step.direction;
  planned.id = step.id;
  if (step.stored == nullptr) {
    planned.revision = step.revision;
    planned.message = step.revision->message;
    planned.script = step.script;
  } else {
    planned.ledger_sql = step.stored->sql();
  }
  return planned;
}

// Whether the target lies below where the database stands, so that reaching it is a downgrade.
Status find_direction(const Ledger& ledger, const Chain& chain, std::string_view target,
                      Direction& direction) {
  direction = Direction::upgrade;
  if (!target.empty() && target[0] == '-') {
    direction = Direction::downgrade;
    return {};
  }
  const Standing standing = detail::standing_of(ledger, chain);
  std::uint32_t index = base_index;
  if (Status status = resolve(chain, target, &standing, index); !status.ok()) return status;
  bool applied = index == base_index;
  bool behind = false;
  for (const LedgerRow& row : ledger.rows()) {
    if (row.index == base_index) continue;
    applied = applied || row.index == index;
    behind = behind || index == base_index || row.index > index;
  }
  if (applied && behind) direction = Direction::downgrade;
  return {};
}

Status read(Database& database, const Chain& chain, Ledger& ledger) {
  if (Status status = detail::check_chain(chain, database.traits()); !status.ok()) return status;
  const Options options;
  return detail::wait_while_busy(database, options, [&] { return ledger.read(); });
}

Plan make_plan(Database& database, const Chain& chain, std::string_view target,
               const Direction* direction) {
  Plan result;
  Ledger ledger(database, chain);
  result.status = read(database, chain, ledger);
  if (!result.status.ok()) return result;
  Direction found = Direction::upgrade;
  if (direction != nullptr) {
    found = *direction;
  } else {
    result.status = find_direction(ledger, chain, target, found);
    if (!result.status.ok()) return result;
  }
  detail::Steps steps;
  const detail::Planner planner =
      found == Direction::downgrade ? detail::plan_downgrade : detail::plan_upgrade;
  result.status = planner(ledger, chain, database.traits().engine, target, steps);
  if (!result.status.ok()) return result;
  for (const RunStep& step : steps.list) result.steps.push_back(to_planned(step));
  return result;
}

}  // namespace

Plan plan(Database& database, const Chain& chain, std::string_view target) {
  return make_plan(database, chain, target, nullptr);
}

Plan plan(Database& database, const Chain& chain, std::string_view target, Direction direction) {
  return make_plan(database, chain, target, &direction);
}

Inspection inspect(Database& database, const Chain& chain) {
  Inspection result;
  Ledger ledger(database, chain);
  result.status = read(database, chain, ledger);
  if (!result.status.ok()) return result;
  result.has_ledger = ledger.exists();

  std::vector<bool> applied(chain.revision_count, false);
  for (const LedgerRow& row : ledger.rows()) {
    if (row.progress.running) {
      result.in_progress = row.revision;
    } else {
      result.applied.push_back(row.revision);
      if (row.index != base_index) applied[row.index] = true;
    }
    if (row.index == base_index) {
      result.unknown.push_back(row.revision);
    } else if (!row.same_digest) {
      result.changed.push_back(row.revision);
    }
  }
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    if (!applied[i]) result.pending.push_back(&chain.revisions[i]);
  }
  for (std::uint32_t index : detail::standing_of(ledger, chain).current) {
    result.current.emplace_back(chain.revisions[index].id);
  }
  // The ledger does not say what an unknown revision revises; the last one was applied on top.
  if (!result.unknown.empty()) {
    if (ledger.rows().back().index == base_index) result.current.clear();
    result.current.push_back(result.unknown.back());
  }
  result.at_head = result.pending.empty() && result.unknown.empty() && result.changed.empty() &&
                   result.in_progress.empty();
  return result;
}

}  // namespace retort
