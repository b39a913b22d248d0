// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The rows of one chain in the table retort_ledger. docs/ledger-format.md says what they mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "retort/database.hpp"
#include "retort/revision.hpp"

namespace retort::detail {

class LedgerScript;

// How far a transaction:false revision got. Statements of up count from 0; those of down are stored
// as -1, -2, … so that the row also says in which direction it was going.
struct Progress {
  bool running = false;
  bool down = false;
  std::uint32_t done = 0;
};

struct LedgerRow {
  std::int64_t seq = 0;
  std::string revision;
  std::string digest;
  std::string content_hash;
  Progress progress;
  std::uint32_t index = base_index;  // in the chain; base_index: unknown to it
};

// The row to write for a revision.
struct NewRow {
  std::int64_t seq = 0;
  const Revision* revision = nullptr;
  const Body* body = nullptr;
  std::string_view applied_by;
  std::int64_t duration_us = -1;  // negative: nothing was run
  Progress progress;
};

class Ledger {
 public:
  Ledger(Database& database, const Chain& chain);

  // The one read at the head: whether the last row is the chain's last revision with its digest.
  // False also where there is no ledger yet.
  Status at_head(bool& result);

  // Reads all rows of the chain, in the order in which they were applied.
  Status read();
  bool exists() const noexcept { return exists_; }
  const std::vector<LedgerRow>& rows() const noexcept { return rows_; }
  std::int64_t next_seq() const noexcept { return rows_.empty() ? 1 : rows_.back().seq + 1; }

  // Whether the last row in the database is the row that the last read(), insert() or remove()
  // left.
  Status is_unchanged(bool& result);

  Status create();
  Status insert(const NewRow& row);
  Status remove(std::string_view revision);
  Status remove_all();
  Status set_progress(std::string_view revision, const Progress& progress,
                      std::int64_t duration_us);
  // `found` is false where another process has removed the row.
  Status get_progress(std::string_view revision, bool& found, Progress& progress);

  // Whether another chain's revision is completely applied.
  Status is_applied(const Dependency& dependency, bool& result);
  // The down section of an applied revision. `has_down` is false where none was shipped.
  Status load_down(std::string_view revision, LedgerScript& script, bool& has_down);

 private:
  Status change(const char* pattern, std::initializer_list<Value> values);
  // Rows for which `condition` holds, with the parameters $1, $2, …
  Status select(const char* condition, std::initializer_list<Value> values,
                std::vector<LedgerRow>& rows);

  Database& database_;
  const Chain& chain_;
  Traits traits_;
  bool exists_ = false;
  std::vector<LedgerRow> rows_;
  std::string insert_sql_;
};

}  // namespace retort::detail
