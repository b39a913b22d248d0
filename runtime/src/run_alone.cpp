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

Status Run::alone() {
  began_us_ = now_us();
  // The row that says "in progress" is committed before the first statement is sent.
  Status status = in_transaction(false, &Run::claim_body);
  if (!status.ok() || again_) return status;
  if (options_.observer != nullptr) options_.observer->on_step(describe());
  done_ = current().done;
  while (done_ < current().script->statement_count) {
    if (status = advance(); !status.ok()) return status;
    // Another process has finished the revision, or taken it back: look at everything again.
    if (again_) return wait_while_busy(database_, options_, [this] { return read_and_plan(); });
  }
  status = verify();
  if (status.ok()) status = in_transaction(false, &Run::finish_body);
  if (!status.ok()) return status;
  if (options_.observer != nullptr) {
    options_.observer->on_step_done(describe(), now_us() - began_us_);
  }
  ++next_;
  return status;
}

Progress Run::progress_of(std::uint32_t done) const {
  Progress progress;
  progress.running = true;
  progress.down = current().direction == Direction::downgrade;
  progress.done = done;
  return progress;
}

Status Run::claim_body() {
  if (Status status = look_again(); !status.ok() || again_) return status;
  announce();
  Status status = ledger_.create();
  if (!status.ok() || current().resumed) return status;
  return current().direction == Direction::downgrade
             ? ledger_.set_progress(current().id, progress_of(0), 0)
             : record(-1, progress_of(0));
}

// Sends the next statement and notes it, or finds that another process has been here. again_ where
// it has also finished.
Status Run::advance() {
  const Call call = make_call(*current().script, done_);
  const std::uint32_t before = done_;
  Status status;
  if (database_.may_share_transaction(call)) {
    status = in_transaction(false, &Run::advance_body);
  } else {
    again_ = false;
    status = advance_body();
  }
  // Not noted, because it was rolled back.
  if (!status.ok()) done_ = before;
  // Rolled back only to go on at another statement.
  if (done_ != before) again_ = false;
  return status;
}

Status Run::advance_body() {
  const std::uint32_t expected = done_;
  if (Status status = find_progress(); !status.ok() || again_) return status;
  Call call = make_call(*current().script, expected);
  const bool shared = database_.may_share_transaction(call);
  call.in_transaction = shared;
  if (current().resumed && expected == current().done) {
    if (Status status = database_.clean_up(call); !status.ok()) return status;
  }
  Status status = statement(expected, shared);
  if (!status.ok()) return status;
  done_ = expected + 1;
  return wait_while_busy(database_, options_,
                         [&] { return ledger_.set_progress(current().id, progress_of(done_), 0); });
}

// Where begin() is the lock, another process may be at work on the same revision: again_ if it is.
Status Run::find_progress() {
  if (traits().lock_survives_commit) return {};
  bool found = false;
  Progress progress;
  if (Status status = ledger_.get_progress(current().id, found, progress); !status.ok()) {
    return status;
  }
  const Progress expected = progress_of(done_);
  const bool same_direction = found && progress.running && progress.down == expected.down;
  again_ = !same_direction || progress.done != expected.done;
  if (same_direction) done_ = progress.done;
  return {};
}

Status Run::finish_body() {
  return current().direction == Direction::downgrade
             ? ledger_.remove(current().id)
             : ledger_.set_progress(current().id, Progress(), now_us() - began_us_);
}

}  // namespace retort::detail
