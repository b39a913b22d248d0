// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The target computes the sums that copy() made of the source, from what it now holds.
#include <cstdlib>

#include "src/identifier.hpp"

#include "transfer/rows.hpp"

namespace retort::transfer_detail {
namespace {

std::string canonical_or_mark(const Column& column) {
  return "coalesce(" + canonical_sql(column, detail::quoted_identifier(column.name)) + ", chr(1))";
}

// count(*), then per column of the source: the number of values, and where it is comparable the two
// halves of the sum.
std::string sums_sql(const Table& table) {
  std::string key;
  for (const std::size_t column : key_columns(table)) {
    if (!key.empty()) key += " || ";
    key += canonical_or_mark(table.columns[column]) + " || chr(31)";
  }
  std::string outer = "SELECT count(*)";
  std::string middle;
  std::string inner = "SELECT " + (key.empty() ? "''" : key) + " AS k";
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.source_column < 0) continue;
    const std::string number = std::to_string(i);
    outer += ", count(n" + number + ")";
    middle += ", n" + number;
    inner += ", CASE WHEN " + detail::quoted_identifier(column.name) +
             " IS NOT NULL THEN 1 END AS n" + number;
    if (!is_comparable(column)) continue;
    outer +=
        ", coalesce(sum(h" + number + " >> 32), 0), coalesce(sum(h" + number + " & 4294967295), 0)";
    middle += ", hashtextextended((k || v" + number + ") COLLATE \"C\", 0) AS h" + number;
    inner += ", " + canonical_or_mark(column) + " AS v" + number;
  }
  return outer + " FROM (SELECT k" + middle + " FROM (" + inner + " FROM " + table.quoted +
         " OFFSET 0) AS canonical) AS hashed";
}

}  // namespace

Status compare(PGconn* target, const Table& table, const TableSums& sums) {
  const postgres::detail::Result result(PQexec(target, sums_sql(table).c_str()));
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
    return failure(target, result.get(), table.name + ": cannot be verified");
  }
  int field = 0;
  const auto next = [&] { return std::strtoll(PQgetvalue(result.get(), 0, field++), nullptr, 10); };
  const std::int64_t rows = next();
  if (rows != sums.rows) {
    return {Code::verify_failed, table.name + ": " + std::to_string(sums.rows) +
                                     " rows were sent and " + std::to_string(rows) + " arrived"};
  }
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.source_column < 0) continue;
    const ColumnSum& expected = sums.columns[i];
    bool equal = next() == expected.values;
    if (is_comparable(column)) {
      const std::int64_t high = next();
      const std::int64_t low = next();
      equal = equal && high == expected.high && low == expected.low;
    }
    if (!equal) {
      return {Code::verify_failed,
              table.name + "." + column.name + ": the values that arrived are not those sent"};
    }
  }
  return {};
}

}  // namespace retort::transfer_detail
