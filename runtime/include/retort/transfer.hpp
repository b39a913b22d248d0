// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Moves a program's data from SQLite to PostgreSQL and proves that it arrived:
//
//   retort::TransferReport report;
//   retort::Status status = retort::transfer(sqlite_db, postgres_db, chain, {}, report);
//
// What happens, in this order; any failure ends it and leaves the rows of the target as they were:
//
//   1. The source must stand at one revision that the chain knows, with PRAGMA integrity_check and
//      foreign_key_check clean. It is read in one read transaction and never written.
//   2. The target is upgraded to the source's revision (this commits, as every upgrade does), and
//      must hold no rows of the program's own.
//   3. Every value of every table is looked at. What the target's column cannot hold is reported
//   with
//      table, rowid and column, before a byte is copied.
//   4. In one transaction: the tables are emptied (migrations may have inserted rows), filled with
//      COPY without their foreign keys and user triggers, which are then put back and checked;
//      sequences are set behind the largest value; row counts, counts of values and one checksum
//      per column are compared between the two sides; commit. Then ANALYZE.
//
// Which tables: those of the schema in which the target's ledger lives, matched by name. How values
// are adapted and compared, type by type: docs/transfer.md.
//
// Memory: one row at a time. Threads: none. Needs the SQLite and the PostgreSQL driver.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "retort/migrate.hpp"
#include "retort/postgres.hpp"
#include "retort/sqlite.hpp"

namespace retort {

class TransferObserver {
 public:
  enum class Phase : std::uint8_t { examine, copy, verify };

  virtual ~TransferObserver() = default;
  // `rows` of the `index`th of `count` tables are done; `total` is how many there are in it.
  virtual void on_rows(Phase phase, std::string_view table, std::uint32_t index,
                       std::uint32_t count, std::int64_t rows, std::int64_t total) {
    (void)phase, (void)table, (void)index, (void)count, (void)rows, (void)total;
  }
};

struct TransferOptions {
  bool dry_run = false;  // steps 1 and 3 only; needs a target that stands at the source's revision
  bool replace = false;  // rows that the target holds are deleted, in the same transaction
  std::vector<std::string> exclude;  // tables of the source that stay behind
  std::int64_t lock_wait_ms = 10'000;
  TransferObserver* observer = nullptr;  // not owned
  Observer* upgrade_observer = nullptr;  // of step 2; not owned
  std::string_view applied_by;           // for the target's ledger
};

// A value, or a thing of the schema, that stands in the way.
struct TransferProblem {
  std::string table;
  std::string column;  // empty: the table as a whole
  bool has_rowid = false;
  std::int64_t rowid = 0;
  std::string text;

  // "words.count, rowid 17: 3000000000 does not fit integer"
  std::string to_string() const;
};

struct TransferredTable {
  std::string name;
  std::int64_t rows = 0;
  // Columns whose checksums were compared, and those where only the number of values was (their
  // type has no form that both sides share, e.g. jsonb).
  std::uint32_t compared_columns = 0;
  std::vector<std::string> counted_columns;
  // How values were read where there was a choice: "created_at: integers are seconds since 1970".
  std::vector<std::string> decisions;
};

struct TransferReport {
  std::string revision;  // where both sides stand
  std::vector<TransferredTable> tables;
  std::vector<TransferProblem> problems;  // a hundred at most, five of a column
  std::uint64_t problem_count = 0;
  std::vector<std::string> notes;  // what stayed behind, and why
};

// Code::verify_failed: there are problems in the report, or the two sides differ after the copy.
//
// Transaction effect: steps 2 and 4 commit, each whole or not at all.
Status transfer(sqlite::Database& source, postgres::Database& target, const Chain& chain,
                const TransferOptions& options, TransferReport& report);

// Opens a private temporary database and fills it from `path`, what `sqlite3 app.db .dump` wrote;
// it is gone when `database` is closed. The file may not ATTACH another one.
Status open_dump(const std::string& path, sqlite::Database& database);

}  // namespace retort
