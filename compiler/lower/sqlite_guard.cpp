// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What stops a rebuild. In: the table and what the chain knows of it; out: queries.
//
// SQLite's RAISE() is for triggers only, and has no texts that are made at run time before 3.47. A
// path that json_extract() cannot read is an error that quotes the path, in every release.
#include "lower/sqlite_guard.hpp"

#include <vector>

#include "schema/names.hpp"

namespace retort::compiler::lower {
namespace {

using schema::quoted;
using schema::string_literal;

std::string fail(const std::string& text) { return "SELECT json_extract('{}', " + text + ")"; }

std::string literals(const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) list += (list.empty() ? "" : ", ") + string_literal(text);
  return "(" + list + ")";
}

}  // namespace

std::string unknown_objects(const schema::Table& table, const schema::Schema& known) {
  std::vector<std::string> objects;
  for (const schema::Index* index : known.indexes_of(table.name)) objects.push_back(index->name);
  for (const auto& [key, trigger] : known.triggers) {
    if (known.key(trigger->table) == known.key(table.name)) objects.push_back(trigger->name);
  }
  std::vector<std::string> columns;
  for (const schema::Column& column : table.columns) columns.push_back(column.name);
  const std::string name = string_literal(table.name);
  return fail(string_literal("table " + table.name + " has ") +
              " || what || ' that this chain did not make, and making the table anew would lose'") +
         "\n  FROM (SELECT type || ' ' || name AS what FROM sqlite_schema\n"
         "         WHERE tbl_name = " +
         name + " COLLATE NOCASE AND type IN ('index', 'trigger')\n" +
         "           AND sql IS NOT NULL AND name COLLATE NOCASE NOT IN " + literals(objects) +
         "\n         UNION ALL SELECT 'temporary trigger ' || name FROM sqlite_temp_schema\n"
         "         WHERE type = 'trigger' AND tbl_name = " +
         name + " COLLATE NOCASE\n         UNION ALL SELECT 'column ' || name FROM " +
         "pragma_table_xinfo(" + name + ")\n         WHERE name COLLATE NOCASE NOT IN " +
         literals(columns) + ")";
}

std::string no_such_row(std::string_view table, const std::string& condition,
                        const std::string& what, const std::string& row) {
  std::string text = string_literal(what + (row.empty() ? " in a row" : " in the row with rowid "));
  if (!row.empty()) text += " || " + row;
  return fail(text) + "\n  FROM " + quoted(table) + " WHERE " + condition + " LIMIT 1";
}

std::string same_count(std::string_view from, std::string_view to) {
  return fail("'the copy has ' || a || ' rows instead of ' || b") +
         "\n  FROM (SELECT (SELECT count(*) FROM " + quoted(to) + ") AS a, (SELECT count(*) FROM " +
         quoted(from) + ") AS b) WHERE a <> b";
}

}  // namespace retort::compiler::lower
