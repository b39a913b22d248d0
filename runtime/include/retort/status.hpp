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
  invalid_argument,      // a target or option that makes no sense; the message says which
  wrong_engine,          // the chain is not compiled for this database's engine
  not_open,              // the Database holds no connection
  cannot_open,           // the file or server could not be opened
  not_a_database,        // the file exists and is something else
  read_only,             // the file or the connection may not be written
  busy,                  // another connection holds the lock; the message says who and since when
  open_transaction,      // the caller's connection is inside a transaction
  unknown_revision,      // the target names no revision of this chain
  newer_database,        // the ledger holds revisions that this program does not know
  changed_revision,      // an applied revision is not the one that this program holds
  bad_ledger,            // the ledger table is there and cannot be read as one
  missing_dependency,    // a revision of another chain must be applied first
  irreversible,          // a downgrade meets a revision without down
  sql_error,             // the engine refused a statement
  verify_failed,         // a migrate:verify query returned a row that is not true
  foreign_key_violation, // rows without their parent at the end of a revision; rolled back
  disk_full,
  out_of_memory,
  connection_lost,       // the connection broke; nothing of the current revision was committed
  in_doubt,              // the connection broke during COMMIT: the next run finds out
  interrupted,           // the observer asked to stop; rolled back to the last commit
};

// The name of the code as written above, for logs and JSON.
std::string_view code_name(Code code) noexcept;

class [[nodiscard]] Status {
 public:
  Status() noexcept = default;  // ok
  Status(Code code, std::string message) : code_(code), message_(std::move(message)) {}

  bool ok() const noexcept { return code_ == Code::ok; }
  Code code() const noexcept { return code_; }
  // One line, lower case, without the position; empty when ok.
  const std::string& message() const noexcept { return message_; }

  // The engine's own error: SQLite's extended result code; 0 where there is none.
  int native_code() const noexcept { return native_code_; }
  // PostgreSQL's five-character SQLSTATE; empty elsewhere.
  const std::string& sqlstate() const noexcept { return sqlstate_; }

  // Where it happened: the revision, the index of the statement in its section, and the place in the
  // migration file that the statement was compiled from. Empty / 0 where no statement is concerned.
  const std::string& revision() const noexcept { return revision_; }
  std::uint32_t statement_index() const noexcept { return statement_index_; }
  const std::string& file() const noexcept { return file_; }
  std::uint32_t line() const noexcept { return line_; }
  std::uint32_t column() const noexcept { return column_; }

  // "migrations/0003_words.sql:12:1: error: no such table: wrds (revision 0003)", or the message
  // alone where there is no position. "ok" when ok.
  std::string to_string() const;

  Status& native(int code, std::string sqlstate = {});
  Status& at(std::string_view revision, std::uint32_t statement_index, std::string_view file,
             std::uint32_t line, std::uint32_t column);

 private:
  Code code_ = Code::ok;
  int native_code_ = 0;
  std::uint32_t statement_index_ = 0;
  std::uint32_t line_ = 0;
  std::uint32_t column_ = 0;
  std::string message_;
  std::string sqlstate_;
  std::string revision_;
  std::string file_;
};

}  // namespace retort
