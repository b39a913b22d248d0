// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The SQLite driver: what a program includes to upgrade a SQLite database.
// Needs SQLite 3.37 or newer. Does not include sqlite3.h.
#pragma once

#include <string>
#include <string_view>

#include "retort/migrate.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace retort::sqlite {

// A connection to a SQLite database, opened here or lent by the program. Not for several threads at
// once. Movable, not copyable.
class Database final : public retort::Database {
 public:
  Database() noexcept;
  // Uses the program's own connection, which it keeps owning and which must outlive this object.
  // Functions, collations and PRAGMAs of the program stay in force.
  explicit Database(sqlite3* connection) noexcept;
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database() override;  // closes what open() opened

  // Opens or creates the file. A path, or a URL: sqlite:rel.db, sqlite:///rel.db,
  // sqlite:////abs.db, sqlite+driver:///…, ":memory:". Missing folders are not made. Closes what
  // was open before.
  Status open(std::string_view path_or_url);
  // As open(), without ever writing: for inspect().
  Status open_read_only(std::string_view path_or_url);
  void close() noexcept;

  // The connection, e.g. for the program's own queries; null when closed.
  sqlite3* handle() const noexcept;

  // --- What the engine-free part of the runtime calls: see retort/database.hpp ---

  Traits traits() const noexcept override;
  Status check_idle() override;
  Status try_lock(const Options& options) override;
  Status unlock() override;
  std::string lock_holder() override;
  Status begin(bool foreign_keys_off) override;
  Status check() override;
  Status commit(bool durable) override;
  Status rollback() override;
  Status execute(const Call& call) override;
  Status verify(const Call& call) override;
  Status clean_up(const Call& call) override;
  bool may_share_transaction(const Call& call) const override;
  Status flush() override;
  Status has_ledger(bool& result) override;
  Status query(std::string_view sql, const Value* values, std::uint32_t count,
               RowSink* sink) override;

 private:
  Status open_with(std::string_view path_or_url, int flags);
  Status prepare(std::string_view sql, sqlite3_stmt*& statement);
  Status run(const char* sql);
  Status run_call(const Call& call, bool verifying);
  Status step_all(const Call& call, sqlite3_stmt* statement, bool verifying);
  Status switch_foreign_keys_off();
  void restore_foreign_keys() noexcept;
  Status take_baseline();
  void forget_statement() noexcept;

  sqlite3* connection_ = nullptr;
  bool owned_ = false;
  bool running_ = false;               // between try_lock() and unlock()
  bool restore_foreign_keys_ = false;  // they were on, and are off for this transaction
  bool foreign_keys_off_ = false;      // asked for by begin()
  bool has_baseline_ = false;          // foreign_key_check was taken before the first statement
  bool baseline_failed_ = false;
  sqlite3_stmt* kept_ = nullptr;  // the last statement of query(), and its text
  std::string kept_sql_;
};

}  // namespace retort::sqlite
