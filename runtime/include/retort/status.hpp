// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What every call of the runtime returns. Errors are values; nothing here throws.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace retort {

enum class Code : std::uint8_t {
  ok,
  invalid_argument,       // a target or option that makes no sense; the message says which
  wrong_engine,           // the chain is not compiled for this database's engine
  not_open,               // the Database holds no connection
  cannot_open,            // the file or server could not be opened
  not_a_database,         // the file exists and is something else
  read_only,              // the file or the connection may not be written
  busy,                   // another connection holds the lock; the message says who and since when
  open_transaction,       // the caller's connection is inside a transaction
  unknown_revision,       // the target names no revision of this chain
  newer_database,         // the ledger holds revisions that this program does not know
  changed_revision,       // an applied revision is not the one that this program holds
  bad_ledger,             // the ledger table is there and cannot be read as one
  missing_dependency,     // a revision of another chain must be applied first
  irreversible,           // a downgrade meets a revision without down
  sql_error,              // the engine refused a statement
  verify_failed,          // a migrate:verify query returned a row that is not true
  foreign_key_violation,  // rows without their parent at the end of a revision; rolled back
  disk_full,
  out_of_memory,
  connection_lost,  // the connection broke; nothing of the current revision was committed
  in_doubt,         // the connection broke during COMMIT: the next run finds out
  interrupted,      // the observer asked to stop; rolled back to the last commit
};

// The name of the code as written above, for logs and JSON.
std::string_view code_name(Code code) noexcept;

class [[nodiscard]] Status {
 public:
  Status() noexcept = default;  // ok
  Status(Code code, std::string message);
  Status(const Status& other);
  Status(Status&& other) noexcept : failure_(std::exchange(other.failure_, nullptr)) {}
  Status& operator=(Status other) noexcept {
    std::swap(failure_, other.failure_);
    return *this;
  }
  ~Status() {
    if (failure_ != nullptr) release();
  }

  bool ok() const noexcept { return failure_ == nullptr; }
  Code code() const noexcept;
  // One line, lower case, without the position; empty when ok.
  const std::string& message() const noexcept;

  // The engine's own error: SQLite's extended result code; 0 where there is none.
  int native_code() const noexcept;
  // PostgreSQL's five-character SQLSTATE; empty elsewhere.
  const std::string& sqlstate() const noexcept;

  // Where it happened: the revision, the index of the statement in its section, and the place in
  // the migration file that the statement was compiled from. Empty / 0 where no statement is
  // concerned.
  const std::string& revision() const noexcept;
  std::uint32_t statement_index() const noexcept;
  const std::string& file() const noexcept;
  std::uint32_t line() const noexcept;
  std::uint32_t column() const noexcept;

  // "migrations/0003_words.sql:12:1: error: no such table: wrds (revision 0003)", or the message
  // alone where there is no position. "ok" when ok.
  std::string to_string() const;

  // These add to an error and do nothing to a status that is ok.
  Status& native(int code, std::string_view sqlstate = {}) &;
  Status&& native(int code, std::string_view sqlstate = {}) && {
    return std::move(native(code, sqlstate));
  }
  Status& at(std::string_view revision, std::uint32_t statement_index, std::string_view file,
             std::uint32_t line, std::uint32_t column) &;
  Status&& at(std::string_view revision, std::uint32_t statement_index, std::string_view file,
              std::uint32_t line, std::uint32_t column) && {
    return std::move(at(revision, statement_index, file, line, column));
  }

 private:
  struct Failure;
  const std::string& text(std::string Failure::*member) const noexcept;
  void release() noexcept;

  // Null when ok: then a Status costs nothing to make, move and destroy.
  Failure* failure_ = nullptr;
};

}  // namespace retort
