// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The one transaction in which the target's rows change.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "transfer/tables.hpp"

namespace retort::transfer_detail {

class TargetTransaction {
 public:
  TargetTransaction(PGconn* connection, const Target& target)
      : connection_(connection), target_(target) {}
  TargetTransaction(const TargetTransaction&) = delete;
  TargetTransaction& operator=(const TargetTransaction&) = delete;
  ~TargetTransaction();  // rolls back what was not committed

  // BEGIN, the settings under which values are read, and the ledger's lock, which is polled.
  Status begin(std::int64_t lock_wait_ms);
  // The ledger's last revision of the chain must still be this one.
  Status check_revision(std::string_view chain, const std::string& revision);
  // Drops the foreign keys, switches the user's triggers off, empties the tables.
  Status empty_tables();
  // Behind the largest value, and behind what SQLite's AUTOINCREMENT has handed out.
  Status set_sequences(sqlite3* source);
  // Puts triggers and foreign keys back; the keys are checked against the rows.
  Status restore();
  Status commit();

 private:
  struct Trigger {
    std::string table;
    std::string name;
    char enabled = 'O';
  };

  Status run(const std::string& sql, std::string_view what);
  Status read_triggers();

  PGconn* connection_;
  const Target& target_;
  std::vector<Trigger> triggers_;
  bool open_ = false;
};

// Statistics for the planner. A failure changes nothing and is not reported.
void analyze(PGconn* connection, const Target& target);

}  // namespace retort::transfer_detail
