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

constexpr auto invalid = Code::invalid_argument;

// "-N" where the database stands at a revision that the chain does not know: its parents are not in
// the ledger, so rows are counted instead. False where the target is something else.
bool count_rows(const Ledger& ledger, std::string_view target, std::uint32_t& index,
                Status& status) {
  const std::vector<LedgerRow>& rows = ledger.rows();
  if (rows.empty() || rows.back().index != base_index || target[0] != '-') return false;
  std::string_view digits = target.substr(1);
  const std::int64_t steps = take_number(digits);
  if (steps < 0 || !digits.empty()) return false;
  const auto count = static_cast<std::int64_t>(rows.size());
  index = base_index;
  if (steps == count) return true;
  if (steps > count) {
    status = fail(invalid, "'%' goes % beyond the base", target, steps - count);
    return true;
  }
  const LedgerRow& row = rows[static_cast<std::size_t>(count - steps - 1)];
  index = row.index;
  if (index == base_index) {
    status = fail(invalid,
                  "'%' ends at '%', which this program does not know; name a revision of this "
                  "program",
                  target, row.revision);
  }
  return true;
}

Status find_target(const Ledger& ledger, const Chain& chain, std::string_view target,
                   std::uint32_t& index) {
  if (target.empty()) return fail(invalid, "downgrade needs a target: -1, a revision or base");
  if (target[0] == '+') return fail(invalid, "'%' points up; use upgrade %", target, target);
  Status status;
  if (count_rows(ledger, target, index, status)) return status;
  const Standing standing = standing_of(ledger, chain);
  status = resolve(chain, target, &standing, index);
  if (!status.ok() || index == base_index) return status;
  for (const LedgerRow& row : ledger.rows()) {
    if (row.index == index && !row.progress.running) return {};
  }
  const std::string_view last =
      ledger.rows().empty() ? std::string_view("base") : ledger.rows().back().revision;
  return fail(invalid, "'%' is not below '%': it is not applied", chain.revisions[index].id, last);
}

Status irreversible(const LedgerRow& row, const Revision* revision) {
  Status status =
      fail(Code::irreversible, "revision '%' cannot be reverted: %", row.revision,
           revision == nullptr ? "the ledger holds no down SQL of it" : "it has no down section");
  if (revision == nullptr) return std::move(status).at(row.revision, 0, {}, 0, 0);
  return std::move(status).at(row.revision, 0, revision->path, 1, 1);
}

Status make_step(Ledger& ledger, const Chain& chain, Engine engine, std::size_t row_index,
                 Steps& steps, RunStep& step) {
  const LedgerRow& row = ledger.rows()[row_index];
  if (row.progress.running && !row.progress.down) {
    return fail(invalid,
                "revision '%' stopped after % statements; finish it with upgrade before "
                "downgrading",
                row.revision, row.progress.done);
  }
  step.direction = Direction::downgrade;
  step.resumed = row.progress.running;
  step.done = row.progress.done;
  if (row.index != base_index) {
    step.revision = &chain.revisions[row.index];
    step.body = find_body(*step.revision, engine);
    step.script = &step.body->down;
    step.id = step.revision->id;
    if (row.same_content) {
      const bool reversible = step.script->present && !step.body->irreversible;
      return reversible ? Status() : irreversible(row, step.revision);
    }
  }
  // What was applied is not what this program holds: only the ledger knows how to take it back.
  LedgerScript& stored = *steps.stored.emplace_back(std::make_unique<LedgerScript>());
  bool has_down = false;
  if (Status status = ledger.load_down(row.revision, stored, has_down); !status.ok()) return status;
  if (!has_down) return irreversible(row, nullptr);
  stored.revision = row.revision;
  if (row_index > 0) stored.before = ledger.rows()[row_index - 1].revision;
  step.script = &stored.script();
  step.id = stored.revision;
  step.stored = &stored;
  return {};
}

}  // namespace

Status plan_downgrade(Ledger& ledger, const Chain& chain, Engine engine, std::string_view target,
                      Steps& steps) {
  std::uint32_t index = base_index;
  if (Status status = find_target(ledger, chain, target, index); !status.ok()) return status;
  const std::vector<LedgerRow>& rows = ledger.rows();
  // Behind the target: later in the chain, or unknown to it.
  const auto is_behind = [index](const LedgerRow& row) {
    return row.index == base_index || index == base_index || row.index > index;
  };
  std::size_t count = 0;
  for (const LedgerRow& row : rows) count += is_behind(row);
  steps.list = std::vector<RunStep>(count);
  count = 0;
  for (std::size_t i = rows.size(); i-- > 0;) {
    if (!is_behind(rows[i])) continue;
    Status status = make_step(ledger, chain, engine, i, steps, steps.list[count++]);
    if (!status.ok()) return status;
  }
  return {};
}

}  // namespace retort::detail
