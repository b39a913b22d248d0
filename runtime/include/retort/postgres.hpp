// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The PostgreSQL driver: what a program includes to upgrade a PostgreSQL database.
// Needs PostgreSQL 12 or newer. Does not include libpq-fe.h.
//
// Locks: a session advisory lock, polled with pg_try_advisory_lock and taken before the ledger is
// created or touched. Behind a pooler (the server's process is not the one that the connection
// names, as with PgBouncer) a transaction's advisory lock is taken with each transaction instead;
// sections with transaction:false are then refused, because no lock would hold between their
// statements.
//
// The ledger: the table retort_ledger where search_path finds it, else made in current_schema().
// search_path and the timeouts are put back after each revision.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "retort/migrate.hpp"

struct pg_conn;

namespace retort::postgres {

namespace detail {
struct Session;
}

// The key of the advisory lock: "retort" in ASCII.
inline constexpr std::int64_t lock_key = 0x7265746f7274;

// A connection to a PostgreSQL database, opened here or lent by the program. Not for several
// threads at once. Movable, not copyable; a moved-from Database is closed.
class Database final : public retort::Database {
 public:
  Database() noexcept;
  // Uses the program's own connection (a PGconn*), which it keeps owning and which must outlive
  // this object. It must not be inside a transaction when the functions of retort/migrate.hpp are
  // called.
  explicit Database(pg_conn* connection);
  Database(Database&&) noexcept;
  Database& operator=(Database&&) noexcept;
  ~Database() override;  // closes what open() opened

  // A URL (postgres://, postgresql://, postgresql+driver://: the driver part is dropped) or libpq's
  // keyword string. What is not said comes from libpq's environment variables and ~/.pgpass.
  // application_name is "retort" where nothing else sets it. Closes what was open before.
  Status open(std::string_view url);
  void close() noexcept;

  // The connection, e.g. for the program's own queries; null when closed.
  pg_conn* handle() const noexcept;

  // --- what the engine-free part of the runtime calls: see database.hpp ---

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
  std::unique_ptr<detail::Session> session_;
};

}  // namespace retort::postgres
