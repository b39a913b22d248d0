// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Another try for a statement that did not get its lock.
#pragma once

#include "postgres/session.hpp"

namespace retort::postgres::detail {

// Counts the tries of one statement, sleeps between them and ends them.
class Tries {
 public:
  explicit Tries(Session& session) noexcept;

  // After a try that was busy: pauses and returns true, or, when the run's lock wait is over,
  // returns false with what happened added to `status`.
  bool again(Status& status);

 private:
  Session& session_;
  std::int64_t began_ms_;
  std::int64_t next_report_ms_;
  std::int64_t pause_ms_;
  int count_ = 0;
};

// The oldest other transaction that holds a lock on something in this database, which is most often
// the one in the way: "pid 4711 (reports), in a transaction since 12:00:01 UTC"; empty: none.
std::string oldest_transaction(Session& session);

}  // namespace retort::postgres::detail
