// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The ledger's rows and a target in, the steps of a downgrade out: everything behind the target in
// chain order, the newest first. A file of its own, so that programs that only upgrade do not link
// it.
#include <utility>

#include "src/plan.hpp"
#include "src/text.hpp"

namespace retort::detail {
namespace {

Status invalid(std::initializer_list<std::string_view> parts) {
  return {Code::invalid_argument, concat(parts)};
}

// "-N" where the database stands at a revision that the chain does not know: its parents are not in
// the ledger, so rows are counted instead. False where the target is something else.
bool count_rows(const Ledger& ledger, std::string_view target, std::uint32_t& index,
                Status& status) {
  if (ledger.rows().empty() || ledger.rows().back().index != base_index || target[0] != '-') {
    return false;
  }
  std::string_view digits = target.substr(1);
  const std::int64_t steps = take_number(digits);
  if (steps < 0 || !digits.empty()) return false;
  const auto count = static_cast<std::int64_t>(ledger.rows().size());
  if (steps > count) {
    status = invalid({"'", target, "' goes ", Number(steps - count), " beyond the base"});
    return true;
  }
  index = base_index;
  if (steps == count) return true;
  const LedgerRow& row = ledger.rows()[static_cast<std::size_t>(count - steps - 1)];
  index = row.index;
  if (index == base_index) {
    status = invalid({"'", target, "' ends at '", row.revision,
                      "', which this program does not know; name a revision of this program"});
  }
  return true;
}

Status find_target(const Ledger& ledger, const Chain& chain, std::string_view target,
                   std::uint32_t& index) {
  if (target.empty()) return invalid({"downgrade needs a target: -1, a revision or base"});
  if (target[0] == '+') return invalid({"'", target, "' points up; use upgrade ", target});
  Status status;
  if (count_rows(ledger, target, index, status)) return status;
  const Standing standing = standing_of(ledger, chain);
  status = resolve(chain, target, &standing, index);
  if (!status.ok() || index == base_index) return status;
  for (const LedgerRow& row : ledger.rows()) {
    if (row.index == index && !row.progress.running) return {};
  }
  return invalid({"'", chain.revisions[index].id, "' is not below '", last_applied(ledger),
                  "': it is not applied"});
}

Status irreversible(const LedgerRow& row, const Revision* revision) {
  Status status(Code::irreversible,
                concat({"revision '", row.revision, "' cannot be reverted: ",
                        revision == nullptr ? "the ledger holds no down SQL of it"
                                            : "it has no down section"}));
  status.at(row.revision, 0, revision == nullptr ? std::string_view() : revision->path,
            revision != nullptr, revision != nullptr);
  return status;
}

Status make_step(Ledger& ledger, const Chain& chain, Engine engine, std::size_t row_index,
                 RunStep& step) {
  const LedgerRow& row = ledger.rows()[row_index];
  if (row.progress.running && !row.progress.down) {
    return invalid({"revision '", row.revision, "' stopped after ", Number(row.progress.done),
                    " statements; finish it with upgrade before downgrading"});
  }
  step.direction = Direction::downgrade;
  step.id = row.revision;
  step.resumed = row.progress.running;
  step.done = row.progress.done;
  if (row.index != base_index) {
    step.revision = &chain.revisions[row.index];
    step.body = find_body(*step.revision, engine);
    step.from = parents_of(chain, *step.revision);
    step.script = &step.body->down;
    if (step.body->content_hash == row.content_hash) {
      return step.script->present && !step.body->irreversible ? Status()
                                                              : irreversible(row, step.revision);
    }
  } else if (row_index > 0) {
    step.from = ledger.rows()[row_index - 1].revision;
  }
  // What was applied is not what this program holds: only the ledger knows how to take it back.
  step.stored = std::make_unique<LedgerScript>();
  bool has_down = false;
  if (Status status = ledger.load_down(row.revision, *step.stored, has_down); !status.ok()) {
    return status;
  }
  if (!has_down) return irreversible(row, nullptr);
  step.script = &step.stored->script();
  return {};
}

}  // namespace

Status plan_downgrade(Ledger& ledger, const Chain& chain, Engine engine, std::string_view target,
                      std::vector<RunStep>& steps) {
  std::uint32_t index = base_index;
  if (Status status = find_target(ledger, chain, target, index); !status.ok()) return status;
  const std::size_t count = ledger.rows().size();
  for (std::size_t i = count; i-- > 0;) {
    const std::uint32_t applied = ledger.rows()[i].index;
    // Behind the target: later in the chain, or unknown to it.
    if (applied != base_index && index != base_index && applied <= index) continue;
    RunStep step;
    if (Status status = make_step(ledger, chain, engine, i, step); !status.ok()) return status;
    steps.push_back(std::move(step));
  }
  return {};
}

}  // namespace retort::detail
