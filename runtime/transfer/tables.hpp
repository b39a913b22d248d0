// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The tables on both sides, matched by name.
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "postgres/session.hpp"
#include "retort/transfer.hpp"
#include "transfer/column.hpp"

struct sqlite3;

namespace retort::transfer_detail {

struct Table {
  std::string name;    // in the source
  std::string quoted;  // in the target, with its schema
  std::vector<Column> columns;
  std::string select;      // reads the source's columns; the first one is the rowid where has_rowid
  bool has_rowid = false;  // WITHOUT ROWID tables have none
  std::int64_t rows = 0;   // of the source
};

// A foreign key of the target, to be dropped and put back.
struct ForeignKey {
  std::string table;  // qualified and quoted
  std::string name;   // quoted
  std::string definition;
  std::string comment;  // empty: none
};

struct Target {
  std::string schema;  // unquoted
  std::string ledger;  // qualified and quoted
  std::vector<Table> tables;
  std::vector<ForeignKey> foreign_keys;
};

// After a failed call: sql_error, or connection_lost.
Code failure_code(PGconn* connection);
// What the server said, behind "what: ". `result` may be null.
Status failure(PGconn* connection, const PGresult* result, std::string_view what);

// Counts all problems; keeps a hundred, and five of a column.
void add_problem(TransferReport& report, TransferProblem problem);

// The tables of the schema in which the ledger lives, in alphabetical order.
Status read_target(PGconn* connection, Target& target);

// Keeps the tables of `target` that the source has and matches their columns. What has no
// counterpart becomes a problem (a table with rows, a column) or a note (an empty table).
Status match_source(sqlite3* source, const std::vector<std::string>& exclude, Target& target,
                    TransferReport& report);

}  // namespace retort::transfer_detail
