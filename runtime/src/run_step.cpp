// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One revision inside a transaction: its statements, its verify queries, its row in the ledger, and
// what the observer is told of them.
#include <utility>

#include "src/run.hpp"
#include "src/text.hpp"
#include "src/wait.hpp"

namespace retort::detail {

Status Run::step() {
  const std::int64_t begin = now_us();
  if (options_.observer != nullptr) options_.observer->on_step(describe());
  for (std::uint32_t i = 0; i < current().script->statement_count; ++i) {
    if (Status status = statement(i, true); !status.ok()) return status;
  }
  Status status = verify();
  const std::int64_t duration = now_us() - begin;
  if (status.ok()) {
    status = current().direction == Direction::downgrade ? ledger_.remove(current().id)
                                                         : record(duration, Progress());
  }
  if (!status.ok() || options_.observer == nullptr) return status;
  status = database_.flush();
  if (status.ok()) options_.observer->on_step_done(describe(), duration);
  return status;
}

Status Run::record(std::int64_t duration_us, const Progress& progress) {
  return ledger_.insert(ledger_.next_seq(), *current().revision, options_.applied_by, duration_us,
                        progress);
}

Status Run::verify() {
  if (current().direction == Direction::downgrade) return {};
  const Script& script = current().body->verify;
  for (std::uint32_t i = 0; script.present && i < script.statement_count; ++i) {
    Call call = make_call(script, i);
    call.in_transaction = current().script->transaction;
    if (Status status = database_.verify(call); !status.ok()) return status;
  }
  return {};
}

Status Run::statement(std::uint32_t index, bool in_transaction) {
  const Script& script = *current().script;
  Call call = make_call(script, index);
  call.in_transaction = in_transaction;
  Observer* const observer = options_.observer;
  if (observer == nullptr) return send(call);
  const Step described = describe();
  if (!observer->on_statement(described, script, index)) {
    return locate(fail(Code::interrupted, "stopped on request"), call);
  }
  const std::int64_t begin = now_us();
  Status status = send(call);
  if (status.ok()) status = database_.flush();
  if (status.ok()) observer->on_statement_done(described, script, index, now_us() - begin);
  return status;
}

// Inside a transaction nobody can be in the way; a statement on its own may have to wait for
// others. Where the lock is more than a transaction, the driver waits: it knows for whom.
Status Run::send(const Call& call) {
  if (call.in_transaction || traits().lock_survives_commit) return database_.execute(call);
  return wait_while_busy(database_, options_, [&] { return database_.execute(call); });
}

Call Run::make_call(const Script& script, std::uint32_t index) const {
  Call call;
  call.chain = chain_.name;
  call.revision = current().id;
  call.script = &script;
  call.index = index;
  call.statement_timeout_ms =
      script.statement_timeout_ms > 0 ? script.statement_timeout_ms : options_.statement_timeout_ms;
  call.lock_timeout_ms =
      script.lock_timeout_ms > 0 ? script.lock_timeout_ms : options_.lock_timeout_ms;
  return call;
}

Step Run::describe() {
  const RunStep& step = current();
  origin_ = origin_of(step, chain_);
  Step described;
  described.direction = step.direction;
  if (step.stored == nullptr) {
    described.revision = step.revision;
    described.message = step.revision->message;
  }
  described.id = step.id;
  described.from = origin_;
  described.index = static_cast<std::uint32_t>(next_);
  described.count = static_cast<std::uint32_t>(steps_.list.size());
  return described;
}

}  // namespace retort::detail
