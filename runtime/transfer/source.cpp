// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A thin layer over sqlite3_stmt, so that nothing else of the transfer calls SQLite.
#include "transfer/source.hpp"

#include <sqlite3.h>

namespace retort::transfer_detail {
namespace {

std::string_view bytes_of(const void* data, int size) {
  return data == nullptr
             ? std::string_view()
             : std::string_view(static_cast<const char*>(data), static_cast<std::size_t>(size));
}

}  // namespace

SourceRows::~SourceRows() { sqlite3_finalize(statement_); }

Status SourceRows::open(sqlite3* connection, const std::string& sql) {
  sqlite3_finalize(statement_);
  statement_ = nullptr;
  connection_ = connection;
  const int code = sqlite3_prepare_v2(connection, sql.c_str(), static_cast<int>(sql.size()),
                                      &statement_, nullptr);
  if (code == SQLITE_OK) return {};
  return Status(Code::sql_error,
                std::string("cannot read the source: ") + sqlite3_errmsg(connection))
      .native(sqlite3_extended_errcode(connection));
}

Status SourceRows::next(bool& more) {
  const int code = sqlite3_step(statement_);
  more = code == SQLITE_ROW;
  if (more || code == SQLITE_DONE) return {};
  return Status(Code::sql_error,
                std::string("cannot read the source: ") + sqlite3_errmsg(connection_))
      .native(sqlite3_extended_errcode(connection_));
}

int SourceRows::width() const { return sqlite3_column_count(statement_); }

SourceValue SourceRows::value(int column) const {
  SourceValue result;
  switch (sqlite3_column_type(statement_, column)) {
    case SQLITE_INTEGER:
      result.type = SourceValue::Type::integer;
      result.integer = sqlite3_column_int64(statement_, column);
      break;
    case SQLITE_FLOAT:
      result.type = SourceValue::Type::real;
      result.real = sqlite3_column_double(statement_, column);
      break;
    case SQLITE_TEXT: {
      result.type = SourceValue::Type::text;
      const auto* const data = sqlite3_column_text(statement_, column);
      result.bytes = bytes_of(data, sqlite3_column_bytes(statement_, column));
      break;
    }
    case SQLITE_BLOB: {
      result.type = SourceValue::Type::blob;
      const auto* const data = sqlite3_column_blob(statement_, column);
      result.bytes = bytes_of(data, sqlite3_column_bytes(statement_, column));
      break;
    }
    default:
      break;
  }
  return result;
}

std::int64_t SourceRows::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

std::string SourceRows::text(int column) const {
  const auto* const data = sqlite3_column_text(statement_, column);
  return std::string(bytes_of(data, sqlite3_column_bytes(statement_, column)));
}

}  // namespace retort::transfer_detail
