// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// sqlite_schema as a value. It is read after every section of every revision, so that reading is
// one scan into one buffer, and none at all where the schema cookie stands still.
#include "verify/catalogue.hpp"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

#include "dialect/ascii.hpp"

namespace retort::compiler::verify {
namespace {

void append_field(std::string& bytes, std::string_view text) {
  const auto length = static_cast<std::uint32_t>(text.size());
  char prefix[sizeof length];
  std::memcpy(prefix, &length, sizeof length);
  bytes.append(prefix, sizeof length).append(text);
}

std::string_view take_field(std::string_view& bytes) {
  std::uint32_t length = 0;
  std::memcpy(&length, bytes.data(), sizeof length);
  const std::string_view text = bytes.substr(sizeof length, length);
  bytes.remove_prefix(sizeof length + length);
  return text;
}

bool is_internal(std::string_view name) { return name.substr(0, 7) == "sqlite_"; }

// One more than the other's rows: sorted, each compared by all of its fields.
void add_names(const std::vector<CatalogueRow>& of, const std::vector<CatalogueRow>& without,
               std::set<std::string>& names) {
  const auto key = [](const CatalogueRow& row) { return std::tie(row.name, row.type, row.sql); };
  std::vector<CatalogueRow> sorted = without;
  const auto less = [key](const auto& a, const auto& b) { return key(a) < key(b); };
  std::sort(sorted.begin(), sorted.end(), less);
  for (const CatalogueRow& row : of) {
    if (std::binary_search(sorted.begin(), sorted.end(), row, less)) continue;
    names.insert(dialect::lower_case(row.name));
    if (row.type == "index") names.insert(dialect::lower_case(row.table));
  }
}

// As text_column(), without the copy that SQLite makes to put a NUL behind the text.
std::string_view bytes_column(sqlite3_stmt* statement, int column) {
  const void* bytes = sqlite3_column_blob(statement, column);
  if (bytes == nullptr) return {};
  return {static_cast<const char*>(bytes),
          static_cast<std::size_t>(sqlite3_column_bytes(statement, column))};
}

std::string prepare(sqlite3* connection, const char* sql, sqlite3_stmt*& statement) {
  if (statement != nullptr) return {};
  const int code =
      sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  return code == SQLITE_OK ? "" : sqlite3_errmsg(connection);
}

}  // namespace

std::vector<CatalogueRow> Catalogue::rows() const {
  std::vector<CatalogueRow> rows;
  std::string_view rest = bytes_;
  while (!rest.empty()) {
    CatalogueRow& row = rows.emplace_back();
    row.type = take_field(rest);
    row.name = take_field(rest);
    row.table = take_field(rest);
    row.sql = take_field(rest);
  }
  return rows;
}

std::set<std::string> Catalogue::changed(const Catalogue& before, const Catalogue& after) {
  std::set<std::string> names;
  if (before == after) return names;
  std::vector<CatalogueRow> old_rows = before.rows();
  std::vector<CatalogueRow> new_rows = after.rows();
  // Most revisions append: what both have at the front is skipped.
  const auto first =
      std::mismatch(old_rows.begin(), old_rows.end(), new_rows.begin(), new_rows.end());
  old_rows.erase(old_rows.begin(), first.first);
  new_rows.erase(new_rows.begin(), first.second);
  add_names(old_rows, new_rows, names);
  add_names(new_rows, old_rows, names);
  return names;
}

CatalogueReader::~CatalogueReader() {
  sqlite3_finalize(version_statement_);
  sqlite3_finalize(rows_statement_);
}

std::string CatalogueReader::read(const Catalogue*& catalogue) {
  catalogue = &catalogue_;
  std::int64_t version = 0;
  if (std::string error = read_version(version); !error.empty()) return error;
  if (version == version_) return {};
  version_ = version;
  return read_rows();
}

std::string CatalogueReader::read_version(std::int64_t& version) {
  sqlite3* const handle = connection_.handle();
  if (std::string error = prepare(handle, "PRAGMA schema_version", version_statement_);
      !error.empty()) {
    return error;
  }
  if (sqlite3_step(version_statement_) == SQLITE_ROW) {
    version = sqlite3_column_int64(version_statement_, 0);
  }
  return sqlite3_reset(version_statement_) == SQLITE_OK ? "" : sqlite3_errmsg(handle);
}

std::string CatalogueReader::read_rows() {
  sqlite3* const handle = connection_.handle();
  catalogue_.bytes_.clear();
  constexpr const char* query = "SELECT type, name, tbl_name, sql FROM main.sqlite_schema";
  if (std::string error = prepare(handle, query, rows_statement_); !error.empty()) return error;
  while (sqlite3_step(rows_statement_) == SQLITE_ROW) {
    if (is_internal(text_column(rows_statement_, 1))) continue;
    for (int column = 0; column < 4; ++column) {
      append_field(catalogue_.bytes_, bytes_column(rows_statement_, column));
    }
  }
  return sqlite3_reset(rows_statement_) == SQLITE_OK ? "" : sqlite3_errmsg(handle);
}

}  // namespace retort::compiler::verify
