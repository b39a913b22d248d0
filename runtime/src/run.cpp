// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The frame of a run: what is locked when, where transactions begin and end, and what is looked at
// again because another process may have come between.
#include "src/run.hpp"

#include <utility>

#include "src/text.hpp"
#include "src/wait.hpp"

namespace retort::detail {

Run::Run(Database& database, const Chain& chain, const Options& options, Planner planner,
         std::string_view target, Direction direction)
    : database_(database),
      chain_(chain),
      options_(options),
      planner_(planner),
      target_(target),
      direction_(direction),
      traits_(database.traits()),
      ledger_(database, chain) {}

Status Run::execute() {
  // First without the lock: a refusal, or nothing to do, must not make anybody wait.
  Status status = wait_while_busy(database_, options_, [this] { return read_and_plan(); });
  if (!status.ok() || steps_.list.empty()) return status;
  status = database_.check_idle();
  if (!status.ok()) return status;
  status = wait_while_busy(database_, options_, [this] { return database_.try_lock(options_); });
  if (!status.ok()) return status;
  status = locked();
  Status unlocked = database_.unlock();
  return status.ok() ? std::move(unlocked) : std::move(status);
}

Status Run::locked() {
  traits_ = database_.traits();  // how the lock holds, some drivers know only now
  if (traits_.lock_survives_commit) {
    first_transaction_ = false;
    if (Status status = read_and_plan(); !status.ok()) return status;
  }
  while (next_ < steps_.list.size()) {
    Status status = steps_.list[next_].script->transaction ? segment() : alone(steps_.list[next_]);
    if (!status.ok()) return status;
  }
  return {};
}

Status Run::read_and_plan() {
  steps_.clear();
  next_ = 0;
  if (Status status = ledger_.read(); !status.ok()) return status;
  Status status = planner_(ledger_, chain_, traits_.engine, target_, steps_);
  return status.ok() ? check_modes() : status;
}

Status Run::check_modes() const {
  for (const RunStep& step : steps_.list) {
    if (step.script->transaction) continue;
    const bool all = options_.transaction_mode == TransactionMode::all;
    if (!all && !step.script->foreign_keys_off) continue;
    return fail(Code::invalid_argument, "revision '%' says transaction:false: %", step.id,
                all ? "transaction mode 'all' is not possible"
                    : "foreign_keys:off needs a transaction")
        .at(step.id, 0, {}, 0, 0);
  }
  return {};
}

// A segment is what runs in one transaction. Foreign keys can only be switched outside of one, and
// a revision must do the same whichever others are pending with it (with foreign keys off, its ON
// DELETE CASCADE would do nothing): so the setting's change ends a segment.
std::size_t Run::segment_end(std::size_t begin) const {
  const TransactionMode mode = options_.transaction_mode;
  const bool one = mode == TransactionMode::all ||
                   (mode == TransactionMode::automatic && traits_.one_transaction);
  std::size_t end = begin + 1;
  if (!one) return end;
  while (end < steps_.list.size() && steps_.list[end].script->transaction &&
         (mode == TransactionMode::all || steps_.list[end].script->foreign_keys_off ==
                                              steps_.list[begin].script->foreign_keys_off)) {
    ++end;
  }
  return end;
}

bool Run::needs_foreign_keys_off(std::size_t begin, std::size_t end) const {
  for (std::size_t i = begin; i < end; ++i) {
    if (steps_.list[i].script->foreign_keys_off) return true;
  }
  return false;
}

Status Run::segment() {
  const std::size_t end = segment_end(next_);
  const bool foreign_keys_off = needs_foreign_keys_off(next_, end);
  if (Status status = begin(foreign_keys_off); !status.ok()) return status;
  bool planned_again = false;
  Status status = segment_body(end, foreign_keys_off, planned_again);
  return status.ok() && !planned_again ? std::move(status) : rolled_back(std::move(status));
}

// Sets `planned_again` where another process has changed the ledger in a way that this transaction
// does not fit: the caller rolls it back and goes on with the new plan.
Status Run::segment_body(std::size_t end, bool foreign_keys_off, bool& planned_again) {
  if (!traits_.lock_survives_commit) {
    bool unchanged = false;
    if (!std::exchange(first_transaction_, false)) {
      if (Status status = ledger_.is_unchanged(unchanged); !status.ok()) return status;
    }
    if (!unchanged) {
      if (Status status = read_and_plan(); !status.ok()) return status;
      planned_again = true;
      if (steps_.list.empty() || !steps_.list[0].script->transaction) return {};
      end = segment_end(0);
      if (needs_foreign_keys_off(0, end) != foreign_keys_off) return {};
      planned_again = false;
    }
  }
  announce();
  if (Status status = ledger_.create(); !status.ok()) return status;
  for (std::size_t i = next_; i < end; ++i) {
    if (Status status = step(steps_.list[i]); !status.ok()) return status;
  }
  if (Status status = database_.check(); !status.ok()) {
    return std::move(status).at(steps_.list[end - 1].id, 0, {}, 0, 0);
  }
  Status status = commit(end == steps_.list.size());
  if (status.ok()) next_ = end;
  return status;
}

Status Run::begin(bool foreign_keys_off) {
  return wait_while_busy(database_, options_, [&] { return database_.begin(foreign_keys_off); });
}

Status Run::commit(bool durable) {
  return wait_while_busy(database_, options_, [&] { return database_.commit(durable); });
}

// Keeps the first error: what fails while cleaning up is its consequence.
Status Run::rolled_back(Status status) {
  Status rollback = database_.rollback();
  return status.ok() ? std::move(rollback) : std::move(status);
}

void Run::announce() {
  if (std::exchange(announced_, true) || options_.observer == nullptr) return;
  std::uint32_t statements = 0;
  for (const RunStep& step : steps_.list) statements += step.script->statement_count - step.done;
  options_.observer->on_run(direction_, static_cast<std::uint32_t>(steps_.list.size()), statements);
}

}  // namespace retort::detail
