// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Reading the source: one statement at a time, its rows as SourceValues.
#pragma once

#include <cstdint>
#include <string>

#include "retort/status.hpp"
#include "transfer/column.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace retort::transfer_detail {

class SourceRows {
 public:
  SourceRows() = default;
  SourceRows(const SourceRows&) = delete;
  SourceRows& operator=(const SourceRows&) = delete;
  ~SourceRows();

  // Replaces what was open before.
  Status open(sqlite3* connection, const std::string& sql);
  // `more` is false behind the last row.
  Status next(bool& more);

  int width() const;
  // The text or BLOB lives until next().
  SourceValue value(int column) const;
  std::int64_t integer(int column) const;
  std::string text(int column) const;

 private:
  sqlite3* connection_ = nullptr;
  sqlite3_stmt* statement_ = nullptr;
};

}  // namespace retort::transfer_detail
