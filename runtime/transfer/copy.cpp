// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Rows of the source as lines of COPY's text format. The source's sums are made on the way, so that
// it is read only once more.
#include <cstdlib>
#include <string_view>

#include "src/identifier.hpp"
#include "transfer/hash.hpp"
#include "transfer/rows.hpp"
#include "transfer/source.hpp"
#include "transfer/text_value.hpp"

namespace retort::transfer_detail {
namespace {

constexpr std::size_t send_above = 128 * 1024;  // bytes; libpq sends what it was given at once
constexpr std::int64_t report_every = 4096;

bool is_sent(const Column& column) { return column.source_column >= 0 && !column.generated; }

std::string copy_sql(const Table& table) {
  std::string names;
  for (const Column& column : table.columns) {
    if (!is_sent(column)) continue;
    if (!names.empty()) names += ", ";
    names += detail::quoted_identifier(column.name);
  }
  return "COPY " + table.quoted + " (" + names + ") FROM STDIN";
}

// "COPY words, line 17, column count: …": the row's number in the order that we sent.
std::int64_t line_of(std::string_view context) {
  const std::size_t at = context.find(", line ");
  if (at == std::string_view::npos) return 0;
  return std::strtoll(std::string(context.substr(at + 7, 18)).c_str(), nullptr, 10);
}

std::string column_of(std::string_view context) {
  const std::size_t at = context.find(", column ");
  if (at == std::string_view::npos) return {};
  const std::string_view rest = context.substr(at + 9);
  return std::string(rest.substr(0, rest.find(':')));
}

// What the server refused, with the row of the source that it came from.
Status refused(sqlite3* source, PGconn* target, const Table& table, const PGresult* result) {
  const auto field = [&](int code) {
    const char* const text = PQresultErrorField(result, code);
    return std::string(text == nullptr ? "" : text);
  };
  const std::string context = field(PG_DIAG_CONTEXT);
  TransferProblem problem{table.name, column_of(context), false, 0, field(PG_DIAG_MESSAGE_PRIMARY)};
  if (problem.text.empty()) problem.text = PQerrorMessage(target);
  if (problem.column.empty()) problem.column = field(PG_DIAG_COLUMN_NAME);
  const std::int64_t line = line_of(context);
  SourceRows rows;
  bool more = false;
  // The same statement in the same read transaction gives the same order.
  if (table.has_rowid && line > 0 &&
      rows.open(source, table.select + " LIMIT 1 OFFSET " + std::to_string(line - 1)).ok() &&
      rows.next(more).ok() && more) {
    problem.has_rowid = true;
    problem.rowid = rows.integer(0);
  }
  return Status(failure_code(target), problem.to_string()).native(0, field(PG_DIAG_SQLSTATE));
}

// One row as a line of COPY and into the sums.
class RowWriter {
 public:
  RowWriter(const Table& table, TableSums& sums)
      : table_(table), sums_(sums), key_(key_columns(table)), cells_(table.columns.size()) {
    sums_.columns.assign(table.columns.size(), {});
  }

  // Empty, or why the row does not fit.
  std::string add(const SourceRows& rows, std::string& lines) {
    bool first = true;
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const Column& column = table_.columns[i];
      if (column.source_column < 0) continue;
      std::string why = convert(column, rows.value(column.source_column), cells_[i]);
      if (!why.empty()) return column.name + ": " + why;
      if (!is_sent(column)) continue;
      if (!first) lines += '\t';
      first = false;
      if (cells_[i].null) {
        lines += "\\N";
      } else {
        append_copy_field(lines, cells_[i].text);
      }
    }
    lines += '\n';
    add_sums();
    return {};
  }

 private:
  void append(std::size_t column) {
    if (cells_[column].null) {
      hashed_ += null_mark;
    } else {
      hashed_ += cells_[column].canonical;
    }
  }

  void add_sums() {
    ++sums_.rows;
    hashed_.clear();
    for (const std::size_t column : key_) {
      append(column);
      hashed_ += separator;
    }
    const std::size_t key_size = hashed_.size();
    for (std::size_t i = 0; i < cells_.size(); ++i) {
      const Column& column = table_.columns[i];
      if (column.source_column < 0) continue;
      sums_.columns[i].values += cells_[i].null ? 0 : 1;
      if (!is_comparable(column)) continue;
      hashed_.resize(key_size);
      append(i);
      const std::int64_t hash = hash_text(hashed_);
      sums_.columns[i].high += hash >> 32;
      sums_.columns[i].low += hash & 0xFFFFFFFF;
    }
  }

  const Table& table_;
  TableSums& sums_;
  std::vector<std::size_t> key_;
  std::vector<Cell> cells_;
  std::string hashed_;
};

Status send_rows(sqlite3* source, PGconn* target, const Table& table, const Place& place,
                 TableSums& sums) {
  SourceRows rows;
  Status status = rows.open(source, table.select);
  RowWriter writer(table, sums);
  std::string lines;
  bool more = true;
  while (status.ok() && (status = rows.next(more), status.ok() && more)) {
    const std::string why = writer.add(rows, lines);
    // examine() saw the same snapshot: this can only be a bug of ours.
    if (!why.empty()) return {Code::verify_failed, table.name + "." + why};
    if (lines.size() > send_above) {
      if (PQputCopyData(target, lines.data(), static_cast<int>(lines.size())) != 1) {
        return failure(target, nullptr, table.name);
      }
      lines.clear();
    }
    if (sums.rows % report_every == 0 && place.observer != nullptr) {
      place.observer->on_rows(TransferObserver::Phase::copy, table.name, place.index, place.count,
                              sums.rows, table.rows);
    }
  }
  if (status.ok() && !lines.empty() &&
      PQputCopyData(target, lines.data(), static_cast<int>(lines.size())) != 1) {
    return failure(target, nullptr, table.name);
  }
  return status;
}

}  // namespace

Status copy(sqlite3* source, PGconn* target, const Table& table, const Place& place,
            TableSums& sums) {
  postgres::detail::Result result(PQexec(target, copy_sql(table).c_str()));
  if (PQresultStatus(result.get()) != PGRES_COPY_IN) {
    return failure(target, result.get(), table.name);
  }
  Status status = send_rows(source, target, table, place, sums);
  PQputCopyEnd(target, status.ok() ? nullptr : "the transfer was given up");
  Status answer;
  while (result.reset(PQgetResult(target)), result != nullptr) {
    if (answer.ok() && PQresultStatus(result.get()) != PGRES_COMMAND_OK) {
      answer = refused(source, target, table, result.get());
    }
  }
  return status.ok() ? std::move(answer) : std::move(status);
}

}  // namespace retort::transfer_detail
