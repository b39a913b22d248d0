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
  std::uint32_t index = base_index;  // in the chain; base_index: unknown to it
  bool same_digest = false;          // as the chain's revision
  bool same_content = false;         // the revision itself, whatever stands before it
  Progress progress;
  std::string revision;
};

class Ledger final : private RowSink {
 public:
  Ledger(Database& database, const Chain& chain);

  // The one read at the head: whether the last row is the chain's last revision with its digest.
  // False also where there is no ledger yet.
  Status at_head(bool& result);

  // Reads all rows of the chain, in the order in which they were applied.
  Status read();
  bool exists() const noexcept { return exists_; }
  // Asks the driver again: where the ledger is and how the lock holds, some know only late.
  void refresh_traits() { traits_ = database_.traits(); }
  const Traits& traits() const noexcept { return traits_; }
  const std::vector<LedgerRow>& rows() const noexcept { return rows_; }
  std::int64_t next_seq() const noexcept { return rows_.empty() ? 1 : rows_.back().seq + 1; }

  // Whether the last row in the database is the row that the last read(), insert() or remove()
  // left. rows() is kept for that: after changes only its last row is right.
  Status is_unchanged(bool& result);

  Status create();
  // A negative duration: nothing was run.
  Status insert(std::int64_t seq, const Revision& revision, std::string_view applied_by,
                std::int64_t duration_us, const Progress& progress);
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
  void on_row(const Row& row) override;
  Status query(const char* pattern, std::string_view rest, const Value* values, std::uint32_t count,
               RowSink* sink);
  // Rows of a chain into found_; of one revision only, unless it is empty.
  Status select(const char* condition, std::string_view chain, std::string_view revision);
  Status change(const char* pattern, std::string_view revision);

  Database& database_;
  const Chain& chain_;
  Traits traits_;
  bool exists_ = false;
  std::uint32_t expected_ = 0;  // the index of the next row, if rows stand in chain order
  std::vector<LedgerRow> rows_;
  std::vector<LedgerRow> found_;
};

}  // namespace retort::detail
