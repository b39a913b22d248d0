// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Which table and column of the source goes where.
#include <algorithm>
#include <array>
#include <string_view>

#include "adopt/tools.hpp"
#include "src/identifier.hpp"
#include "transfer/source.hpp"
#include "transfer/tables.hpp"
#include "transfer/text_value.hpp"

namespace retort::transfer_detail {
namespace {

constexpr std::size_t kept_problems = 100;
constexpr std::ptrdiff_t kept_of_a_column = 5;

struct SourceTable {
  std::string name;
  std::string type;  // table, virtual, shadow
  bool without_rowid = false;
  std::vector<std::string> columns;
  std::int64_t rows = 0;
  std::string sql;  // as its CREATE TABLE stands in the file
};

Status read_tables(sqlite3* source, std::vector<SourceTable>& tables) {
  SourceRows rows;
  Status status = rows.open(source,
                            "SELECT name, type, wr, (SELECT sql FROM sqlite_schema AS s"
                            " WHERE s.type = 'table' AND s.name = l.name)"
                            " FROM pragma_table_list AS l WHERE schema = 'main'"
                            " AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\\_%'"
                            " ESCAPE '\\' ORDER BY name");
  bool more = true;
  while (status.ok() && (status = rows.next(more), status.ok() && more)) {
    tables.push_back({rows.text(0), rows.text(1), rows.integer(2) != 0, {}, 0, rows.text(3)});
  }
  for (SourceTable& table : tables) {
    if (!status.ok()) break;
    // Hidden columns belong to virtual tables; generated ones are computed again by the target.
    status = rows.open(source, "SELECT name FROM pragma_table_xinfo(" +
                                   detail::quoted_identifier(table.name) + ") WHERE hidden <> 1");
    while (status.ok() && (status = rows.next(more), status.ok() && more)) {
      table.columns.push_back(rows.text(0));
    }
    if (status.ok())
      status = rows.open(source, "SELECT count(*) FROM " + detail::quoted_identifier(table.name));
    if (status.ok()) status = rows.next(more);
    if (status.ok() && more) table.rows = rows.integer(0);
  }
  return status;
}

// The first of SQLite's names for the rowid that no column has taken.
std::string rowid_name(const SourceTable& table) {
  if (table.without_rowid) return {};
  for (const char* const name : {"rowid", "_rowid_", "oid"}) {
    const bool taken =
        std::any_of(table.columns.begin(), table.columns.end(),
                    [&](const std::string& column) { return equal_ignoring_case(column, name); });
    if (!taken) return name;
  }
  return {};
}

// How portable tables say that a column is kept in another way than its type: by its CHECK.
void read_storage(const std::string& sql, Column& column) {
  const std::array<std::string, 2> spellings = {column.name,
                                                detail::quoted_identifier(column.name)};
  for (const std::string& name : spellings) {
    const std::string range = "CHECK (abs(" + name + ") < 1";
    if (const std::size_t found = sql.find(range); found != std::string::npos) {
      const std::size_t at = sql.find_first_not_of('0', found + range.size());
      if (at != std::string::npos && sql.compare(at, 4, " * 1") == 0) {
        const std::size_t end = sql.find_first_not_of('0', at + 4);
        if (end != std::string::npos && sql[end] == ')') {
          column.source_scale = static_cast<int>(end - at - 4);
        }
      }
    }
    const std::string moment =
        "CHECK (" + name + " BETWEEN -62135596800000000 AND 253402300799999999)";
    if (sql.find(moment) != std::string::npos) column.unit = TimeUnit::microseconds;
    const std::string interval = "CHECK (abs(" + name + ") <= 9223372036854775807)";
    if (sql.find(interval) != std::string::npos) column.source_microseconds = true;
  }
}

void match_columns(const SourceTable& from, Table& to, TransferReport& report) {
  const std::string rowid = rowid_name(from);
  to.has_rowid = !rowid.empty();
  to.name = from.name;
  to.rows = from.rows;
  to.select = "SELECT " + rowid;
  int index = to.has_rowid ? 1 : 0;
  for (const std::string& name : from.columns) {
    const auto found =
        std::find_if(to.columns.begin(), to.columns.end(),
                     [&](const Column& column) { return equal_ignoring_case(column.name, name); });
    if (found == to.columns.end()) {
      add_problem(report, {from.name, name, false, 0, "the target has no such column"});
      continue;
    }
    found->source_column = index;
    read_storage(from.sql, *found);
    if (index++ > 0) to.select += ", ";
    to.select += detail::quoted_identifier(name);
  }
  to.select += " FROM " + detail::quoted_identifier(from.name);
  for (const Column& column : to.columns) {
    if (column.source_column >= 0 || column.generated) continue;
    if (column.not_null && !column.has_default) {
      add_problem(report, {from.name, column.name, false, 0,
                           "the source has no such column, and the target's is NOT NULL without a "
                           "default"});
    } else {
      report.notes.push_back(from.name + "." + column.name +
                             ": not in the source, gets the target's default");
    }
  }
}

}  // namespace

void add_problem(TransferReport& report, TransferProblem problem) {
  ++report.problem_count;
  if (report.problems.size() >= kept_problems) return;
  // A column of the wrong kind must not hide the others.
  const auto same = std::count_if(
      report.problems.begin(), report.problems.end(), [&](const TransferProblem& other) {
        return other.table == problem.table && other.column == problem.column;
      });
  if (same < kept_of_a_column) report.problems.push_back(std::move(problem));
}

Status match_source(sqlite3* source, const std::vector<std::string>& exclude, Target& target,
                    TransferReport& report) {
  std::vector<SourceTable> tables;
  if (Status status = read_tables(source, tables); !status.ok()) return status;
  std::vector<std::string> ledgers = {"retort_ledger"};
  detail::append_tool_tables(ledgers);
  std::vector<Table> matched;
  for (const SourceTable& table : tables) {
    const bool ledger = std::any_of(ledgers.begin(), ledgers.end(), [&](const std::string& name) {
      return equal_ignoring_case(name, table.name);
    });
    if (ledger) continue;
    const bool excluded = std::any_of(exclude.begin(), exclude.end(), [&](const std::string& name) {
      return equal_ignoring_case(name, table.name);
    });
    const auto found =
        std::find_if(target.tables.begin(), target.tables.end(),
                     [&](const Table& t) { return equal_ignoring_case(t.name, table.name); });
    if (excluded) {
      report.notes.push_back(table.name + ": left behind, as asked");
    } else if (found != target.tables.end()) {
      matched.push_back(*found);
      match_columns(table, matched.back(), report);
    } else if (table.type == "virtual" || table.rows == 0) {
      report.notes.push_back(table.name + ": not in the target, left behind");
    } else {
      add_problem(report, {table.name, "", false, 0,
                           "the target has no such table; leave it behind with --exclude"});
    }
  }
  target.tables = std::move(matched);
  return {};
}

}  // namespace retort::transfer_detail
