// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What a driver is: the functions that the engine-free part of the runtime calls.
//
// Programs do not need this header: they include retort/sqlite.hpp (or the header of another
// engine) and pass the object to upgrade(). Whoever writes a driver, or a double for a test,
// implements this.
//
// A run is: check_idle, try_lock until it is not busy, then per transaction begin, execute and
// query, check, commit; at the end unlock. Every function returns a Status and none throws. After
// an error the runtime calls rollback() and unlock() and hands the first error to its caller.
//
// A driver may queue what execute() and query() were given and send it later, as long as results
// come in order: the error of a queued statement is then returned by a later call, with the
// position of the statement that it belongs to (see locate()). flush() and commit() leave nothing
// queued.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "retort/chain.hpp"
#include "retort/status.hpp"

namespace retort {

struct Options;

// One statement of one revision on its way to the engine.
struct Call {
  std::string_view chain;
  std::string_view revision;
  const Script* script = nullptr;
  std::uint32_t index = 0;                // of the statement in the script
  std::int64_t statement_timeout_ms = 0;  // in force for this statement; 0: none
  std::int64_t lock_timeout_ms = 0;
  bool in_transaction = true;  // between begin() and commit()

  const Statement& statement() const noexcept { return script->statements[index]; }
};

// `status` with the revision, the statement's index and the place in the migration file that
// `offset` bytes into the statement's text stand for; a negative offset means its beginning.
Status locate(Status status, const Call& call, std::int64_t offset = -1);

// A parameter of query(). The text must live until query() returns.
struct Value {
  enum class Kind : std::uint8_t { null, integer, text };
  Kind kind = Kind::null;
  union {
    std::string_view text = {};  // also where the kind is null
    std::int64_t integer;
  };

  Value() noexcept {}
  Value(std::int64_t number) noexcept : kind(Kind::integer), integer(number) {}
  Value(std::string_view string) noexcept : kind(Kind::text), text(string) {}
};

// A row of a result, valid during the call of RowSink::on_row(). A column that is NULL reads as an
// empty text and as 0.
class Row {
 public:
  virtual bool is_null(std::uint32_t column) const noexcept = 0;
  virtual std::int64_t integer(std::uint32_t column) const noexcept = 0;
  virtual std::string_view text(std::uint32_t column) const noexcept = 0;

 protected:
  ~Row() = default;
};

class RowSink {
 public:
  virtual void on_row(const Row& row) = 0;

 protected:
  ~RowSink() = default;
};

// What the engine-free part must know about an engine.
struct Traits {
  Engine engine = Engine::sqlite;
  // The lock of try_lock() stays over a commit. Where it does not, begin() is the lock, and the
  // ledger is read again behind every begin().
  bool lock_survives_commit = false;
  // TransactionMode::automatic puts everything that is pending into one transaction.
  bool one_transaction = true;
  // The ledger table's qualified name and its column definitions (docs/ledger-format.md).
  std::string_view ledger_table;
  std::string_view ledger_columns;
};

class Database {
 public:
  virtual ~Database() = default;

  virtual Traits traits() const noexcept = 0;

  // Whether a run may start: Code::not_open without a connection, Code::open_transaction inside a
  // transaction of the caller, Code::busy while a statement of the caller is still running.
  virtual Status check_idle() = 0;

  // --- The lock ---

  // One attempt that does not block: Code::busy when somebody else holds the lock of the ledger.
  // The driver may keep `options` (timeouts, observer for notices) until unlock().
  virtual Status try_lock(const Options& options) = 0;
  // Gives the lock back, restores what the run changed on the connection and frees what the driver
  // keeps for a run. Called once per successful try_lock(), also after an error.
  virtual Status unlock() = 0;
  // Who holds the lock, for messages: "pid 4711 (recorder), running for 35 s"; empty: not known.
  virtual std::string lock_holder() = 0;

  // --- Transactions ---

  // With `foreign_keys_off`, foreign keys are not enforced until the transaction ends, where the
  // engine enforces them by connection (SQLite); the driver restores the setting by itself.
  // Code::busy: somebody else is writing, the caller tries again.
  virtual Status begin(bool foreign_keys_off) = 0;
  // Before commit(): whether what was not enforced holds. Code::foreign_key_violation.
  virtual Status check() = 0;
  // `durable` is false where another commit of this run follows, so that this one need not wait for
  // the disk. Code::busy: the transaction is still open, the caller tries again. Code::in_doubt:
  // the connection broke and nobody knows.
  virtual Status commit(bool durable) = 0;
  // Does nothing where no transaction is open.
  virtual Status rollback() = 0;

  // --- Statements ---

  // Runs a statement and throws its rows away. Errors are located.
  virtual Status execute(const Call& call) = 0;
  // Runs a query of migrate:verify. Where a row's first column is not true: Code::verify_failed.
  virtual Status verify(const Call& call) = 0;
  // Before a statement of a transaction:false section that an earlier run began and did not finish:
  // removes what it left behind (PostgreSQL: an invalid index).
  virtual Status clean_up(const Call& call) = 0;
  // Whether this statement of a transaction:false section may be sent in one transaction with the
  // note of its progress, so that a crash cannot come between the two.
  virtual bool may_share_transaction(const Call& call) const = 0;
  // Waits for everything queued. Called before an observer is told that a statement is done.
  virtual Status flush() = 0;

  // --- The ledger ---

  virtual Status has_ledger(bool& result) = 0;
  // Runs one statement with parameters $1, $2, … (first used in this order) and hands its rows to
  // `sink`, which may be null. A driver should keep the statement prepared while the text is the
  // same.
  virtual Status query(std::string_view sql, const Value* values, std::uint32_t count,
                       RowSink* sink) = 0;
};

}  // namespace retort
