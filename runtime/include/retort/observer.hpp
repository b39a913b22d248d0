// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Progress of a run, for progress bars, logs and echo. Every function has an empty default.
//
// Called on the thread that called upgrade() or downgrade(), between statements; an observer must
// not use the connection. The references live for the call only (the chain's own data lives
// longer).
#pragma once

#include <cstdint>
#include <string_view>

#include "retort/chain.hpp"

namespace retort {

enum class Direction : std::uint8_t { upgrade, downgrade };

struct Step {
  Direction direction = Direction::upgrade;
  const Revision* revision = nullptr;  // null where the down SQL comes from the ledger
  std::string_view id;
  std::string_view message;
  std::string_view from;    // "a, b" for a merge; empty at the base (Alembic's words)
  std::uint32_t index = 0;  // of this step in the run, from 0
  std::uint32_t count = 0;  // steps of the run
};

class Observer {
 public:
  virtual ~Observer() = default;

  // The plan is made under the lock and something will be run; not called when there is nothing to
  // do.
  virtual void on_run(Direction direction, std::uint32_t steps, std::uint32_t statements) {
    (void)direction, (void)steps, (void)statements;
  }
  virtual void on_step(const Step& step) { (void)step; }
  // Before a statement is sent. Return false to stop: the run rolls back and returns
  // Code::interrupted.
  virtual bool on_statement(const Step& step, const Script& script, std::uint32_t index) {
    (void)step, (void)script, (void)index;
    return true;
  }
  // After a statement succeeded.
  virtual void on_statement_done(const Step& step, const Script& script, std::uint32_t index,
                                 std::int64_t microseconds) {
    (void)step, (void)script, (void)index, (void)microseconds;
  }
  // The revision is done; it is durable only when upgrade() returns ok (see
  // Options::transaction_mode).
  virtual void on_step_done(const Step& step, std::int64_t microseconds) {
    (void)step, (void)microseconds;
  }
  // Waiting for the lock; `holder` says what is known of who has it. Called about once a second.
  virtual void on_wait(std::string_view holder, std::int64_t waited_ms) {
    (void)holder, (void)waited_ms;
  }
  // A message of the server (PostgreSQL NOTICE).
  virtual void on_notice(std::string_view text) { (void)text; }
};

}  // namespace retort
