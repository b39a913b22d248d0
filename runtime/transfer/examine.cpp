// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The pass before the copy: every value is converted once and thrown away, so that what does not
// fit is known, all of it, before the target is touched.
#include "src/identifier.hpp"
#include "transfer/rows.hpp"
#include "transfer/source.hpp"

namespace retort::transfer_detail {
namespace {

constexpr std::int64_t report_every = 4096;  // rows between two calls of the observer

struct Tally {
  std::int64_t rounded = 0;
  std::int64_t shifted = 0;
};

bool is_moment(const Column& column) {
  return column.kind == Kind::timestamp || column.kind == Kind::timestamptz ||
         column.kind == Kind::date;
}

// One unit for the whole column, or none.
Status decide_unit(sqlite3* source, const Table& table, const std::string& name, Column& column,
                   TransferredTable& result) {
  SourceRows rows;
  const std::string quoted = detail::quoted_identifier(name);
  Status status = rows.open(source, "SELECT min(" + quoted + "), max(" + quoted + ") FROM " +
                                        detail::quoted_identifier(table.name) + " WHERE typeof(" +
                                        quoted + ") IN ('integer', 'real')");
  bool more = false;
  if (status.ok()) status = rows.next(more);
  if (!status.ok() || !more) return status;
  const auto number = [&](int index, double& value) {
    const SourceValue found = rows.value(index);
    if (found.type == SourceValue::Type::null) return false;
    value =
        found.type == SourceValue::Type::integer ? static_cast<double>(found.integer) : found.real;
    return true;
  };
  double smallest = 0;
  double largest = 0;
  if (!number(0, smallest) || !number(1, largest)) return {};
  // Otherwise the column's CHECK has said it.
  if (column.unit == TimeUnit::none) column.unit = unit_of(smallest, largest);
  if (column.unit != TimeUnit::none) {
    result.decisions.push_back(column.name + ": numbers are " +
                               std::string(unit_text(column.unit)));
  }
  return {};
}

void note_tally(const Table& table, const std::vector<Tally>& tallies, TransferredTable& result) {
  for (std::size_t i = 0; i < tallies.size(); ++i) {
    const Column& column = table.columns[i];
    if (tallies[i].rounded > 0) {
      result.decisions.push_back(column.name + ": " + std::to_string(tallies[i].rounded) +
                                 " values are rounded to " + column.type);
    }
    if (tallies[i].shifted > 0) {
      result.decisions.push_back(column.name + ": " + std::to_string(tallies[i].shifted) +
                                 " times with a zone become UTC");
    }
  }
}

void examine_row(const SourceRows& rows, const Table& table, std::vector<Tally>& tallies,
                 TransferReport& report) {
  Cell cell;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    if (column.source_column < 0) continue;
    std::string why = convert(column, rows.value(column.source_column), cell);
    if (!why.empty()) {
      add_problem(report, {table.name, column.name, table.has_rowid,
                           table.has_rowid ? rows.integer(0) : 0, std::move(why)});
      continue;
    }
    tallies[i].rounded += cell.rounded ? 1 : 0;
    tallies[i].shifted += cell.shifted ? 1 : 0;
  }
}

}  // namespace

std::vector<std::size_t> key_columns(const Table& table) {
  std::vector<std::size_t> key;
  std::vector<std::size_t> all;
  bool whole = true;
  for (std::size_t i = 0; i < table.columns.size(); ++i) {
    const Column& column = table.columns[i];
    const bool usable = column.source_column >= 0 && is_comparable(column);
    if (usable) all.push_back(i);
    if (column.key_position == 0) continue;
    key.push_back(i);
    whole = whole && usable;
  }
  return whole && !key.empty() ? key : all;
}

Status examine(sqlite3* source, Table& table, const Place& place, TransferReport& report,
               TransferredTable& result) {
  std::size_t matched = 0;
  for (Column& column : table.columns) {
    if (column.source_column < 0) continue;
    ++matched;
    if (is_comparable(column)) {
      ++result.compared_columns;
    } else {
      result.counted_columns.push_back(column.name);
    }
    if (!is_moment(column)) continue;
    Status status = decide_unit(source, table, column.name, column, result);
    if (!status.ok()) return status;
  }
  if (matched == 0) return {};
  SourceRows rows;
  Status status = rows.open(source, table.select);
  std::vector<Tally> tallies(table.columns.size());
  bool more = true;
  std::int64_t count = 0;
  while (status.ok() && (status = rows.next(more), status.ok() && more)) {
    examine_row(rows, table, tallies, report);
    if (++count % report_every == 0 && place.observer != nullptr) {
      place.observer->on_rows(TransferObserver::Phase::examine, table.name, place.index,
                              place.count, count, table.rows);
    }
  }
  note_tally(table, tallies, result);
  return status;
}

}  // namespace retort::transfer_detail
