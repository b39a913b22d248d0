// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Begin, check and end of a transaction, and the foreign keys around it. BEGIN IMMEDIATE is the
// lock: it lets one writer in, whatever the journal mode.
#include <sqlite3.h>

#include <utility>

#include "retort/sqlite.hpp"
#include "sqlite/error.hpp"
#include "src/text.hpp"

namespace retort::sqlite {

Status Database::check_idle() {
  if (connection_ == nullptr) return detail::fail(Code::not_open, "the database is not open");
  if (sqlite3_get_autocommit(connection_) == 0) {
    return detail::fail(Code::open_transaction,
                        "the connection is inside a transaction; commit it or roll it back first");
  }
  for (sqlite3_stmt* statement = sqlite3_next_stmt(connection_, nullptr); statement != nullptr;
       statement = sqlite3_next_stmt(connection_, statement)) {
    if (sqlite3_stmt_busy(statement) == 0) continue;
    const char* sql = sqlite3_sql(statement);
    return detail::fail(Code::busy,
                        "a statement of the program is still running on this connection; reset it "
                        "first: %",
                        sql == nullptr ? "" : sql);
  }
  return {};
}

Status Database::try_lock(const Options&) {
  running_ = true;
  return {};
}

Status Database::unlock() {
  running_ = false;
  forget_statement();
  restore_foreign_keys();
  return {};
}

Status Database::run(const char* sql) {
  if (sqlite3_exec(connection_, sql, nullptr, nullptr, nullptr) == SQLITE_OK) return {};
  return last_error(connection_);
}

Status Database::begin(bool foreign_keys_off) {
  foreign_keys_off_ = foreign_keys_off;
  has_baseline_ = false;
  baseline_failed_ = false;
  if (foreign_keys_off) {
    if (Status status = switch_foreign_keys_off(); !status.ok()) return status;
  }
  Status status = run("BEGIN IMMEDIATE");
  if (!status.ok()) restore_foreign_keys();
  return status;
}

Status Database::switch_foreign_keys_off() {
  int on = 0;
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &on);
  if (on == 0) return {};
  if (Status status = run("PRAGMA foreign_keys = OFF"); !status.ok()) return status;
  // The pragma says nothing where it has no effect, and then a rebuild would delete child rows.
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_ENABLE_FKEY, -1, &on);
  if (on != 0)
    return detail::fail(Code::sql_error, "foreign_keys cannot be switched off on this connection");
  restore_foreign_keys_ = true;
  return {};
}

void Database::restore_foreign_keys() noexcept {
  // Without effect inside a transaction: then unlock() tries again.
  if (!restore_foreign_keys_ || sqlite3_get_autocommit(connection_) == 0) return;
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_ENABLE_FKEY, 1, nullptr);
  // A rebuild that stopped between its PRAGMAs has left this on: it is no part of a transaction.
  sqlite3_db_config(connection_, SQLITE_DBCONFIG_LEGACY_ALTER_TABLE, 0, nullptr);
  restore_foreign_keys_ = false;
}

// Rows without their parent that were there before are not the migration's: they are noted before
// its first statement. In a TEMP table, because there may be any number of them.
Status Database::take_baseline() {
  has_baseline_ = true;
  Status status =
      run("CREATE TEMP TABLE retort_violations AS "
          "SELECT \"table\" AS child, \"rowid\" AS row, parent FROM pragma_foreign_key_check");
  // A foreign key that does not fit its parent is an error here; it may be what the migration
  // mends.
  baseline_failed_ = status.code() == Code::sql_error;
  return baseline_failed_ ? Status() : std::move(status);
}

Status Database::check() {
  if (!foreign_keys_off_ || !has_baseline_) return {};
  class Sink final : public RowSink {
   public:
    void on_row(const Row& row) override {
      if (count++ == 0) message = row.text(0);
    }
    std::int64_t count = 0;
    std::string message;
  } sink;
  const std::string sql = detail::format(
      "SELECT coalesce('row ' || \"rowid\", 'a row') || ' of table ''' || \"table\" ||"
      " ''' has no parent in ''' || parent || '''' FROM"
      " (SELECT \"table\", \"rowid\", parent FROM pragma_foreign_key_check%)",
      baseline_failed_ ? "" : " EXCEPT SELECT child, row, parent FROM temp.retort_violations");
  Status status = query(sql, nullptr, 0, &sink);
  forget_statement();  // it would keep the table below from being dropped
  if (baseline_failed_) return status.code() == Code::sql_error ? Status() : std::move(status);
  if (status.ok()) status = run("DROP TABLE temp.retort_violations");
  if (!status.ok() || sink.count == 0) return status;
  return detail::fail(Code::foreign_key_violation,
                      sink.count > 1 ? "%, nor have % other rows" : "%", sink.message,
                      sink.count - 1)
      .native(SQLITE_CONSTRAINT_FOREIGNKEY);
}

Status Database::commit(bool) {
  Status status = run("COMMIT");
  if (status.ok()) {
    restore_foreign_keys();
  } else if (status.native_code() == SQLITE_CONSTRAINT_FOREIGNKEY) {
    // Deferred constraints: SQLite does not say of which row.
    return Status(Code::foreign_key_violation, status.message()).native(status.native_code());
  }
  return status;
}

Status Database::rollback() {
  // Some errors, such as a full disk, have already rolled back.
  Status status;
  if (sqlite3_get_autocommit(connection_) == 0) status = run("ROLLBACK");
  restore_foreign_keys();
  return status;
}

}  // namespace retort::sqlite
