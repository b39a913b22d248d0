// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A run: lock, plan under the lock, steps in transactions, unlock.
#pragma once

#include "src/plan.hpp"

namespace retort::detail {

class Run {
 public:
  Run(Database& database, const Chain& chain, const Options& options, Planner planner,
      std::string_view target, Direction direction);

  Status execute();

 private:
  // run.cpp: the transactions
  Status locked();
  Status read_and_plan();
  Status check_modes() const;
  std::size_t segment_end(std::size_t begin) const;
  bool needs_foreign_keys_off(std::size_t begin, std::size_t end) const;
  Status segment();
  Status segment_body(std::size_t end, bool foreign_keys_off, bool& planned_again);
  Status begin(bool foreign_keys_off);
  Status commit(bool durable);
  Status rolled_back(Status status);
  void announce();

  // run_step.cpp: one revision
  Status step(RunStep& step);
  Status record(const RunStep& step, std::int64_t duration_us, const Progress& progress);
  Status section(const RunStep& step, const Script& script, std::uint32_t first);
  Status verify(const RunStep& step);
  Status statement(const RunStep& step, const Script& script, std::uint32_t index,
                   bool in_transaction);
  Status send(const Call& call);
  Call make_call(const RunStep& step, const Script& script, std::uint32_t index) const;
  Step describe(const RunStep& step);

  // run_alone.cpp: a transaction:false revision
  Status alone(RunStep& step);
  Status claim(RunStep& step, bool& planned_again);
  Status claim_body(RunStep& step, bool& planned_again);
  Status advance(RunStep& step, std::uint32_t& done, bool& gone);
  Status look_again(const RunStep& step, std::uint32_t& done, bool& gone, bool& moved);
  Status statement_and_note(const RunStep& step, std::uint32_t done, bool shared);
  Status finish(const RunStep& step, std::int64_t duration_us);

  Database& database_;
  const Chain& chain_;
  const Options& options_;
  const Planner planner_;
  const std::string_view target_;
  const Direction direction_;
  Traits traits_;
  Ledger ledger_;
  Steps steps_;
  std::string origin_;             // of the step that the observer is told of
  std::size_t next_ = 0;           // the step to run
  bool first_transaction_ = true;  // the ledger was not yet read under the lock
  bool announced_ = false;
};

}  // namespace retort::detail
