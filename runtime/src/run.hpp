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
  Status look_again();
  Status check_modes() const;
  std::size_t segment_end() const;
  bool needs_foreign_keys_off(std::size_t end) const;
  Status in_transaction(bool foreign_keys_off, Status (Run::*body)());
  Status segment();
  Status segment_body();
  void announce();

  // run_step.cpp: one revision
  Status step();
  Status record(std::int64_t duration_us, const Progress& progress);
  Status verify();
  Status statement(std::uint32_t index, bool in_transaction);
  Status send(const Call& call);
  Call make_call(const Script& script, std::uint32_t index) const;
  Step describe();

  // run_alone.cpp: a transaction:false revision
  Status alone();
  Status claim_body();
  Status advance();
  Status advance_body();
  Status finish_body();
  Status find_progress();
  Progress progress_of(std::uint32_t done) const;

  const Traits& traits() const { return ledger_.traits(); }
  RunStep& current() { return steps_.list[next_]; }
  const RunStep& current() const { return steps_.list[next_]; }

  Database& database_;
  const Chain& chain_;
  const Options& options_;
  const Planner planner_;
  const std::string_view target_;
  const Direction direction_;
  Ledger ledger_;
  Steps steps_;
  std::size_t next_ = 0;  // the step to run
  std::string origin_;    // of the step that the observer is told of
  bool seen_under_lock_ = false;
  bool announced_ = false;
  // Set inside a transaction: it does not fit what another process has done meanwhile. It is rolled
  // back, and the run goes on with what there is to do now.
  bool again_ = false;
  bool foreign_keys_off_ = false;  // of the current segment
  // Of the current transaction:false revision: statements that are done, and when it began.
  std::uint32_t done_ = 0;
  std::int64_t began_us_ = 0;
};

}  // namespace retort::detail
