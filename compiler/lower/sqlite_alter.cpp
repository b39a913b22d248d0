// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Which changes of a table SQLite can make itself. In: the difference of two models; out: native
// ALTER TABLE statements, or those of a rebuild.
//
// The rules are those of SQLite 3.37 (https://sqlite.org/lang_altertable.html): what a later
// release could do as well is rebuilt too, since the same text must run on both.
#include "lower/sqlite_alter.hpp"

#include <algorithm>

#include "lower/expression.hpp"
#include "lower/sqlite_rebuild.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {
namespace {

using schema::Column;
using schema::Constraint;
using schema::ConstraintKind;
using schema::quoted;
using schema::Schema;
using schema::Table;

using Trees = std::vector<schema::Tree>;

bool contains(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

// Constraints that are written at the column come and go with it.
bool belongs_to(const Constraint& constraint, const std::vector<const Column*>& columns,
                const Table& table, const Target& target) {
  const Column* column = own_column(constraint, table, target);
  return column != nullptr && std::find(columns.begin(), columns.end(), column) != columns.end();
}

bool can_add(const Column& column, const Table& table, const Target& target) {
  if (column.generated || column.identity != schema::Identity::none) return false;
  const std::string value = default_text(column, target);
  const bool constant = value.empty() || is_constant_default(column, target);
  if (!constant || (column.not_null && (value.empty() || value == "NULL"))) return false;
  return std::all_of(table.constraints.begin(), table.constraints.end(), [&](const Constraint& c) {
    if (!contains(c.columns, column.name)) return true;
    if (own_column(c, table, target) != &column) return false;
    return c.kind != ConstraintKind::foreign_key || value.empty();
  });
}

bool mentions(const Trees& trees, const std::string& name) {
  return std::any_of(trees.begin(), trees.end(), [&name](const schema::Tree& tree) {
    return tree && contains(columns_of(tree), name);
  });
}

bool is_indexed(const Schema& schema, const Table& table, const std::string& column) {
  for (const schema::Index* index : schema.indexes_of(table.name)) {
    if (index->uncertain || contains(index->include, column)) return true;
    Trees trees{index->where};
    for (const schema::IndexKey& key : index->keys) {
      if (key.column == column) return true;
      trees.push_back(key.expression);
    }
    if (mentions(trees, column)) return true;
  }
  return false;
}

// Views and triggers are looked through by SQLite when a column is dropped: one that reads the
// table at all is reason enough for the careful way.
bool is_read(const Schema& schema, const Table& table) {
  const std::string name = schema.key(table.name);
  for (const auto& [key, view] : schema.views) {
    if (view->uncertain || view->reads.count(name) != 0) return true;
  }
  for (const auto& [key, trigger] : schema.triggers) {
    if (trigger->words.count(name) != 0) return true;
  }
  return false;
}

bool can_drop(const Column& column, const Table& table, const Schema& schema,
              const Target& target) {
  if (table.columns.size() < 2 || is_indexed(schema, table, column.name)) return false;
  if (is_read(schema, table)) return false;
  for (const Constraint& constraint : table.constraints) {
    if (!contains(constraint.columns, column.name)) continue;
    if (own_column(constraint, table, target) != &column) return false;
  }
  Trees trees;
  for (const Column& other : table.columns) {
    if (&other != &column) trees.push_back(other.generated);
  }
  return !mentions(trees, column.name);
}

}  // namespace

bool is_native(const TableDiff& diff, const Schema& from, const CopyRules& rules,
               const Target& target) {
  if (diff.from->uncertain || diff.from->virtual_table) return true;
  for (const ColumnChange& change : diff.changed) {
    if (change.shape()) return false;
  }
  for (const Column* column : diff.added) {
    if (rules.count(column->id) != 0 || !can_add(*column, *diff.to, target)) return false;
  }
  for (const Column* column : diff.dropped) {
    if (!can_drop(*column, *diff.from, from, target)) return false;
  }
  for (const Constraint* constraint : diff.added_constraints) {
    if (!belongs_to(*constraint, diff.added, *diff.to, target)) return false;
  }
  for (const Constraint* constraint : diff.dropped_constraints) {
    if (!belongs_to(*constraint, diff.dropped, *diff.from, target)) return false;
  }
  return true;
}

SqliteAlter sqlite_alter(const TableDiff& diff, const Schema& from, const Schema& to,
                         const CopyRules& rules, const Target& target, const Schema* known) {
  SqliteAlter result;
  if (!is_native(diff, from, rules, target)) {
    return rebuild_table(diff, known == nullptr ? from : *known, to, rules, target);
  }
  const bool shape = std::any_of(diff.changed.begin(), diff.changed.end(),
                                 [](const ColumnChange& change) { return change.shape(); });
  if (diff.from->uncertain && (shape || !diff.added_constraints.empty())) {
    result.refused = "a statement that is not understood may have changed it";
    return result;
  }
  std::string name = diff.from->name;
  if (diff.renamed) {
    result.statements.push_back("ALTER TABLE " + quoted(name) + " RENAME TO " +
                                quoted(diff.to->name));
    name = diff.to->name;
  }
  const std::string alter = "ALTER TABLE " + quoted(name) + " ";
  for (const Column* column : diff.dropped) {
    result.statements.push_back(alter + "DROP COLUMN " + quoted(column->name));
  }
  for (const ColumnChange& change : diff.changed) {
    result.statements.push_back(alter + "RENAME COLUMN " + quoted(change.from->name) + " TO " +
                                quoted(change.to->name));
  }
  for (const Column* column : diff.added) {
    result.statements.push_back(alter + "ADD COLUMN " + column_text(*diff.to, *column, target));
  }
  return result;
}

}  // namespace retort::compiler::lower
