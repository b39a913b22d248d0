// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The passes over the rows: examine, copy, compare.
#pragma once

#include <cstdint>
#include <vector>

#include "transfer/tables.hpp"

namespace retort::transfer_detail {

// What the two sides must agree on. The hash of a value covers its row's key, so that two rows that
// swapped a value differ; sums, so that the order of the rows does not count. In two halves of 32
// bits each, so that neither side overflows below 2^31 rows.
struct ColumnSum {
  std::int64_t values = 0;  // that are not NULL
  std::int64_t high = 0;
  std::int64_t low = 0;
};
struct TableSums {
  std::int64_t rows = 0;
  std::vector<ColumnSum> columns;  // as Table::columns; unused where the source has no column
};

// For callbacks: which of how many tables is at work.
struct Place {
  std::uint32_t index = 0;
  std::uint32_t count = 0;
  TransferObserver* observer = nullptr;
};

// Decides how numbers in time columns are read, then looks at every value. Problems and decisions
// go into the report.
Status examine(sqlite3* source, Table& table, const Place& place, TransferReport& report,
               TransferredTable& result);

// Sends the table through COPY. The target's transaction is open.
Status copy(sqlite3* source, PGconn* target, const Table& table, const Place& place,
            TableSums& sums);

// Code::verify_failed where the target's sums are others.
Status compare(PGconn* target, const Table& table, const TableSums& sums);

// Indices of the columns that stand for a row: the primary key, or all comparable ones.
std::vector<std::size_t> key_columns(const Table& table);
// In front of each value in what is hashed, and what stands for NULL.
inline constexpr char separator = '\x1f';
inline constexpr char null_mark = '\x01';

}  // namespace retort::transfer_detail
