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
  ledger_.refresh_traits();
  Status status;
  if (traits().lock_survives_commit) status = read_and_plan();
  while (status.ok() && next_ < steps_.list.size()) {
    status = current().script->transaction ? segment() : alone();
  }
  return status;
}

Status Run::read_and_plan() {
  steps_.clear();
  next_ = 0;
  Status status = ledger_.read();
  if (status.ok()) status = planner_(ledger_, chain_, traits().engine, target_, steps_);
  return status.ok() ? check_modes() : std::move(status);
}

// At the beginning of a transaction that is the lock. Sets again_ where the plan is another one
// now.
Status Run::look_again() {
  if (traits().lock_survives_commit) return {};
  bool unchanged = false;
  if (std::exchange(seen_under_lock_, true)) {
    if (Status status = ledger_.is_unchanged(unchanged); !status.ok()) return status;
  }
  again_ = !unchanged;
  return unchanged ? Status() : read_and_plan();
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
std::size_t Run::segment_end() const {
  const TransactionMode mode = options_.transaction_mode;
  const bool all = mode == TransactionMode::all;
  std::size_t end = next_ + 1;
  if (!all && (mode == TransactionMode::per_revision || !traits().one_transaction)) return end;
  while (end < steps_.list.size() && steps_.list[end].script->transaction &&
         (all || steps_.list[end].script->foreign_keys_off == current().script->foreign_keys_off)) {
    ++end;
  }
  return end;
}

bool Run::needs_foreign_keys_off(std::size_t end) const {
  bool off = false;
  for (std::size_t i = next_; i < end; ++i) off = off || steps_.list[i].script->foreign_keys_off;
  return off;
}

// A body that fails, or sets again_, has its transaction rolled back; the first error is the one
// that counts.
Status Run::in_transaction(bool foreign_keys_off, Status (Run::*body)()) {
  again_ = false;
  Status status =
      wait_while_busy(database_, options_, [&] { return database_.begin(foreign_keys_off); });
  if (!status.ok()) return status;
  status = (this->*body)();
  if (status.ok() && !again_) {
    // What a statement on its own has done is durable; so must be the note of it.
    const bool durable = next_ + 1 >= steps_.list.size() || !current().script->transaction;
    status = wait_while_busy(database_, options_, [&] { return database_.commit(durable); });
    if (status.ok()) return status;
  }
  Status rollback = database_.rollback();
  return status.ok() ? std::move(rollback) : std::move(status);
}

Status Run::segment() {
  foreign_keys_off_ = needs_foreign_keys_off(segment_end());
  Status status = in_transaction(foreign_keys_off_, &Run::segment_body);
  if (status.ok() && !again_) ++next_;
  return status;
}

// Leaves next_ at the segment's last step.
Status Run::segment_body() {
  if (Status status = look_again(); !status.ok()) return status;
  if (again_) {
    // Most often there is less to do than before, or nothing; if it still fits, go on with it.
    if (steps_.list.empty() || !current().script->transaction ||
        needs_foreign_keys_off(segment_end()) != foreign_keys_off_) {
      return {};
    }
    again_ = false;
  }
  announce();
  if (Status status = ledger_.create(); !status.ok()) return status;
  for (const std::size_t end = segment_end();;) {
    if (Status status = step(); !status.ok()) return status;
    if (next_ + 1 == end) break;
    ++next_;
  }
  return database_.check().at(current().id, 0, {}, 0, 0);
}

void Run::announce() {
  if (std::exchange(announced_, true) || options_.observer == nullptr) return;
  std::uint32_t statements = 0;
  for (const RunStep& step : steps_.list) statements += step.script->statement_count - step.done;
  options_.observer->on_run(direction_, static_cast<std::uint32_t>(steps_.list.size()), statements);
}

}  // namespace retort::detail
