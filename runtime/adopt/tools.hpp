// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to adoption: the tools that are known, as a table.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "retort/chain.hpp"

namespace retort::detail {

// A table that may be a ledger, as the catalogue has it.
struct FoundTable {
  std::string schema;  // PostgreSQL; empty on SQLite
  std::string name;
  std::vector<std::string> columns;  // in lower case

  std::string shown() const;   // for messages: "schema_migrations", "sqitch.changes"
  std::string quoted() const;  // for SQL
};

// How the ids of a ledger are compared with those of a chain.
enum class Compare : std::uint8_t {
  exact,
  name,     // exactly, with '_' for what a revision ID cannot have ("add-users" is "add_users")
  number,   // "7" is "0007"
  version,  // "1" is "1.0" is "01"
};

// What the rows mean.
enum class Meaning : std::uint8_t {
  heads,       // an applied revision has all its ancestors with it (Alembic)
  set,         // a row for each
  names_only,  // recognised, and not to be read
};

struct Tool {
  std::string_view name;
  std::string_view table;    // in lower case
  std::string_view columns;  // those that tell it, separated by blanks, in lower case
  bool only_columns;         // and it has no others
  Meaning meaning;
  Compare compare;
  // Rows of (id, state) in the order in which they were written; '%' is the table.
  std::string_view query;
};

// The second column of Tool::query. For one id the last row decides.
enum class State : std::uint8_t {
  taken_back = 0,
  applied = 1,
  failed = 2,
  up_to_here = 3,  // and everything before it
  ignored = 4,
};

// The tool whose ledger `table` is; null: nobody's that is known. `rails`: the database has Rails'
// table ar_internal_metadata. With `any_name` the columns alone decide.
const Tool* find_tool(const FoundTable& table, bool rails, bool any_name);

// The names of the tables of all tools for IN (…), in lower case.
std::string tool_table_list();

// The names of tables that belong to migration tools, and never to a chain's schema.
void append_tool_tables(std::vector<std::string>& names);

// Whether a table of this name can hardly be anything else, so that strange columns are worth a
// word.
bool is_telling_name(const FoundTable& table);

// SQLite's PRAGMA user_version, which many libraries count in.
extern const Tool user_version_tool;

}  // namespace retort::detail
