// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A transaction:false revision: its statements are sent one by one, the ledger's row notes how many
// are done, and a later run goes on behind them. The note shares a transaction with its statement
// wherever the engine can do that, so that a crash cannot come between.
#include <utility>

#include "src/run.hpp"
#include "src/text.hpp"
#include "src/wait.hpp"

namespace retort::detail {

Status Run::alone(RunStep& step) {
  const std::int64_t begin = now_us();
  bool planned_again = false;
  if (Status status = claim(step, planned_again); !status.ok() || planned_again) return status;
  if (options_.observer != nullptr) options_.observer->on_step(describe(step));
  std::uint32_t done = step.done;
  while (done < step.script->statement_count) {
    bool gone = false;
    if (Status status = advance(step, done, gone); !status.ok()) return status;
    // Another process has finished the revision, or taken it back: look at everything again.
    if (gone) return wait_while_busy(database_, options_, [this] { return read_and_plan(); });
  }
  if (Status status = verify(step); !status.ok()) return status;
  const std::int64_t duration = now_us() - begin;
  if (Status status = finish(step, duration); !status.ok()) return status;
  if (options_.observer != nullptr) options_.observer->on_step_done(describe(step), duration);
  ++next_;
  return {};
}

// The row that says "in progress" is committed before the first statement is sent.
Status Run::claim(RunStep& step, bool& planned_again) {
  if (Status status = begin(false); !status.ok()) return status;
  Status status = claim_body(step, planned_again);
  return status.ok() && !planned_again ? std::move(status) : rolled_back(std::move(status));
}

Status Run::claim_body(RunStep& step, bool& planned_again) {
  bool unchanged = traits_.lock_survives_commit;
  if (!unchanged && !std::exchange(first_transaction_, false)) {
    if (Status status = ledger_.is_unchanged(unchanged); !status.ok()) return status;
  }
  if (!unchanged) {
    // Even where the new plan is the same: `step` is gone with the old one.
    planned_again = true;
    return read_and_plan();
  }
  announce();
  if (Status status = ledger_.create(); !status.ok()) return status;
  if (!step.resumed) {
    Progress progress;
    progress.running = true;
    progress.down = step.direction == Direction::downgrade;
    Status status =
        progress.down ? ledger_.set_progress(step.id, progress, 0) : record(step, -1, progress);
    if (!status.ok()) return status;
  }
  return commit(true);
}

// Sends the next statement and notes it.
Status Run::advance(RunStep& step, std::uint32_t& done, bool& gone) {
  const bool shared = database_.may_share_transaction(make_call(step, *step.script, done));
  if (shared) {
    if (Status status = begin(false); !status.ok()) return status;
  }
  bool moved = false;
  Status status = look_again(step, done, gone, moved);
  if (status.ok() && !gone && !moved) {
    status = statement_and_note(step, done, shared);
    if (status.ok()) {
      ++done;
      return status;
    }
  }
  return shared ? rolled_back(std::move(status)) : std::move(status);
}

// Where begin() is the lock, another process may be at work on the same revision.
Status Run::look_again(const RunStep& step, std::uint32_t& done, bool& gone, bool& moved) {
  if (traits_.lock_survives_commit) return {};
  bool found = false;
  Progress progress;
  if (Status status = ledger_.get_progress(step.id, found, progress); !status.ok()) return status;
  gone = !found || !progress.running || progress.down != (step.direction == Direction::downgrade);
  moved = !gone && progress.done != done;
  if (moved) done = progress.done;
  return {};
}

Status Run::statement_and_note(const RunStep& step, std::uint32_t done, bool shared) {
  if (step.resumed && done == step.done) {
    Call call = make_call(step, *step.script, done);
    call.in_transaction = shared;
    if (Status status = database_.clean_up(call); !status.ok()) return status;
  }
  if (Status status = statement(step, *step.script, done, shared); !status.ok()) return status;
  Progress progress;
  progress.running = true;
  progress.down = step.direction == Direction::downgrade;
  progress.done = done + 1;
  const auto note = [&] { return ledger_.set_progress(step.id, progress, 0); };
  Status status = shared ? note() : wait_while_busy(database_, options_, note);
  return status.ok() && shared ? commit(true) : std::move(status);
}

Status Run::finish(const RunStep& step, std::int64_t duration_us) {
  if (Status status = begin(false); !status.ok()) return status;
  Status status = step.direction == Direction::downgrade
                      ? ledger_.remove(step.id)
                      : ledger_.set_progress(step.id, Progress(), duration_us);
  if (status.ok()) status = commit(true);
  return status.ok() ? std::move(status) : rolled_back(std::move(status));
}

}  // namespace retort::detail
