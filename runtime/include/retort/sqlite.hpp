// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The SQLite driver: what a program includes to upgrade a SQLite database.
// Needs SQLite 3.37 or newer. Does not include sqlite3.h.
#pragma once

#include "retort/migrate.hpp"

struct sqlite3;

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

  // Opens or creates the file. A path, or a URL: sqlite:rel.db, sqlite:///rel.db, sqlite:////abs.db,
  // sqlite+driver:///…, ":memory:". Missing folders are not made. Closes what was open before.
  Status open(std::string_view path_or_url);
  // As open(), without ever writing: for inspect().
  Status open_read_only(std::string_view path_or_url);
  void close() noexcept;

  // The connection, e.g. for the program's own queries; null when closed.
  sqlite3* handle() const noexcept;

  // --- what the engine-free part of the runtime calls: see database.hpp ---
};

}  // namespace retort::sqlite
