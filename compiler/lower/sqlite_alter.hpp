// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: from one model of a table to another one on SQLite.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "lower/sql_table.hpp"
#include "lower/table_diff.hpp"

namespace retort::compiler::lower {

// What fills a column of the new table: SQL over the columns of the old one. Columns that are not
// named are copied, or get their default where they are new.
using CopyRules = std::map<std::uint32_t, std::string>;

struct SqliteAlter {
  std::vector<std::string> statements;
  bool rebuilt = false;  // foreign keys must be off around the transaction
  std::string refused;   // why there is no way, or empty
};

// Whether SQLite's own ALTER TABLE makes this change at the oldest supported release.
bool is_native(const TableDiff& diff, const schema::Schema& from, const CopyRules& rules,
               const Target& target);

// `from` and `to` are the schemas around the change; indexes and triggers of the table that go or
// come are part of it where the table is rebuilt, and are not touched where it is not.
// `known`: what the database holds before it, where that is more than `from`.
SqliteAlter sqlite_alter(const TableDiff& diff, const schema::Schema& from,
                         const schema::Schema& to, const CopyRules& rules, const Target& target,
                         const schema::Schema* known = nullptr);

}  // namespace retort::compiler::lower
