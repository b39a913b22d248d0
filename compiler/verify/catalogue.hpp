// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what sqlite_schema holds at one moment.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "verify/connection.hpp"

namespace retort::compiler::verify {

struct CatalogueRow {
  std::string_view type;  // table, index, view, trigger
  std::string_view name;
  std::string_view table;  // the table or view that it belongs to
  std::string_view sql;

  friend bool operator==(const CatalogueRow&, const CatalogueRow&) = default;
};

// The rows of sqlite_schema in one string, so that two catalogues are compared by their bytes. What
// is no schema is left out: automatic indexes (the table's text says the same), sqlite_sequence and
// the statistics of ANALYZE (both are data).
class Catalogue {
 public:
  bool operator==(const Catalogue& other) const { return bytes_ == other.bytes_; }

  std::vector<CatalogueRow> rows() const;
  // Names, in lower case, of the objects whose row is in one of the two only, and of the tables of
  // such indexes: a key came or went.
  static std::set<std::string> changed(const Catalogue& before, const Catalogue& after);

 private:
  friend class CatalogueReader;
  std::string bytes_;
};

// Reads the catalogue, at no cost where the schema has not changed since the last reading.
class CatalogueReader {
 public:
  // `connection` outlives the reader and may be opened later.
  explicit CatalogueReader(const Connection& connection) : connection_(connection) {}
  ~CatalogueReader();
  CatalogueReader(const CatalogueReader&) = delete;
  CatalogueReader& operator=(const CatalogueReader&) = delete;

  // Empty on success, else SQLite's message. The catalogue lives until the next call.
  std::string read(const Catalogue*& catalogue);
  // Behind a roll-back: the same schema cookie may soon stand for another schema.
  void forget() { version_ = -1; }

 private:
  std::string read_version(std::int64_t& version);
  std::string read_rows();

  const Connection& connection_;
  sqlite3_stmt* version_statement_ = nullptr;
  sqlite3_stmt* rows_statement_ = nullptr;
  std::int64_t version_ = -1;
  Catalogue catalogue_;
};

}  // namespace retort::compiler::verify
