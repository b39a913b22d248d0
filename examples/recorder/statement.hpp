// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A prepared statement that is finalized when it goes out of scope. Errors are thrown as
// std::runtime_error with SQLite's message: this program uses exceptions, retort does not.
#pragma once

#include <sqlite3.h>

#include <stdexcept>
#include <string>
#include <string_view>

namespace recorder {

class Statement {
 public:
  Statement(sqlite3* connection, std::string_view sql) : connection_(connection) {
    check(sqlite3_prepare_v2(connection, sql.data(), static_cast<int>(sql.size()), &statement_,
                             nullptr));
  }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  ~Statement() { sqlite3_finalize(statement_); }

  // Parameters count from 1. The text must live until the next step(), bind() or the end.
  Statement& bind(int index, std::string_view text) {
    check(sqlite3_bind_text64(statement_, index, text.data(), text.size(), SQLITE_STATIC,
                              SQLITE_UTF8));
    return *this;
  }
  Statement& bind(int index, double value) {
    check(sqlite3_bind_double(statement_, index, value));
    return *this;
  }
  Statement& bind(int index, int value) {
    check(sqlite3_bind_int(statement_, index, value));
    return *this;
  }
  // NULL where the text is empty.
  Statement& bind_optional(int index, std::string_view text) {
    if (!text.empty()) return bind(index, text);
    check(sqlite3_bind_null(statement_, index));
    return *this;
  }

  // True while there is a row.
  bool step() {
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    throw std::runtime_error(sqlite3_errmsg(connection_));
  }
  // To run it once more with other values.
  void reset() { check(sqlite3_reset(statement_)); }

  // Columns count from 0; NULL reads as the empty text or 0.
  std::string text(int column) const {
    const unsigned char* bytes = sqlite3_column_text(statement_, column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes),
            static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
  }
  double number(int column) const { return sqlite3_column_double(statement_, column); }

 private:
  void check(int code) const {
    if (code != SQLITE_OK) throw std::runtime_error(sqlite3_errmsg(connection_));
  }

  sqlite3* connection_;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace recorder
