// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Two models of a table in, the list of differences out. Expressions are compared as text with the
// columns' names replaced by their ids, so that a rename changes nothing.
#include "lower/table_diff.hpp"

#include <algorithm>
#include <functional>

#include "lower/expression.hpp"

namespace retort::compiler::lower {
namespace {

using schema::Column;
using schema::Constraint;
using schema::Schema;
using schema::Table;
using schema::Tree;

// Column names as ids: "#3".
std::string id_of(const Table* table, const std::string& name) {
  const Column* column = table == nullptr ? nullptr : table->find(name);
  return column == nullptr ? name : "#" + std::to_string(column->id);
}

std::string ids_of(const Table* table, const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += id_of(table, name) + ",";
  return text;
}

std::string tree_key(const Tree& tree, const Table* table) {
  if (!tree) return {};
  return canonical_tree(tree, [table](const std::string& name) { return id_of(table, name); });
}

std::string target_key(const Constraint& constraint, const Schema& schema) {
  const Table* target = schema.table(constraint.target);
  if (target == nullptr)
    return constraint.target + "|" + ids_of(nullptr, constraint.target_columns);
  std::vector<std::string> columns = constraint.target_columns;
  if (columns.empty() && target->primary_key() != nullptr) columns = target->primary_key()->columns;
  return "@" + std::to_string(target->id) + "|" + ids_of(target, columns);
}

std::string constraint_key(const Constraint& constraint, const Table& table, const Schema& schema) {
  std::string key = std::to_string(static_cast<int>(constraint.kind)) + "|" + constraint.name +
                    "|" + ids_of(&table, constraint.columns) + "|" +
                    tree_key(constraint.check, &table);
  if (constraint.kind == schema::ConstraintKind::foreign_key) {
    key += "|" + target_key(constraint, schema) + "|" + constraint.on_delete + "|" +
           constraint.on_update + "|" + constraint.match;
  }
  key += constraint.deferrable ? "d" : "";
  key += constraint.initially_deferred ? "i" : "";
  // SQLite checks every row anyway when it gets a constraint.
  if (schema.dialect == dialect::Engine::postgres) key += constraint.not_valid ? "v" : "";
  key += constraint.nulls_not_distinct ? "n" : "";
  return key;
}

ColumnChange diff_columns(const Column& from, const Column& to, const Table& from_table,
                          const Table& to_table) {
  ColumnChange change{&from, &to};
  change.renamed = from.name != to.name;
  change.type =
      from.type != to.type || from.storage != to.storage || from.collation != to.collation;
  change.not_null = from.not_null != to.not_null;
  change.default_value =
      tree_key(from.default_value, nullptr) != tree_key(to.default_value, nullptr);
  change.identity = from.identity != to.identity;
  change.generated = tree_key(from.generated, &from_table) != tree_key(to.generated, &to_table) ||
                     (from.generated && from.stored != to.stored);
  return change;
}

std::string index_key(const schema::Index& index, const Table* table) {
  std::string key = index.name + (index.unique ? "|u|" : "|") + index.method + "|";
  for (const schema::IndexKey& part : index.keys) {
    key += part.column.empty() ? tree_key(part.expression, table) : id_of(table, part.column);
    key += (part.descending ? " desc " : " ") + part.nulls + " " + part.collation + " " +
           part.operator_class + ",";
  }
  return key + "|" + ids_of(table, index.include) + "|" + tree_key(index.where, table);
}

}  // namespace

TableDiff diff_tables(const Table& from, const Table& to, const Schema& from_schema,
                      const Schema& to_schema) {
  TableDiff diff;
  diff.from = &from;
  diff.to = &to;
  diff.renamed = from.name != to.name;
  for (const Column& column : to.columns) {
    const Column* old = from.find_id(column.id);
    if (old == nullptr) {
      diff.added.push_back(&column);
      continue;
    }
    const ColumnChange change = diff_columns(*old, column, from, to);
    if (change.renamed || change.shape()) diff.changed.push_back(change);
  }
  for (const Column& column : from.columns) {
    if (to.find_id(column.id) == nullptr) diff.dropped.push_back(&column);
  }
  std::vector<std::string> old_keys;
  std::vector<std::string> new_keys;
  for (const Constraint& c : from.constraints) {
    old_keys.push_back(constraint_key(c, from, from_schema));
  }
  for (const Constraint& c : to.constraints) new_keys.push_back(constraint_key(c, to, to_schema));
  const auto has = [](const std::vector<std::string>& keys, const std::string& key) {
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  };
  for (std::size_t i = 0; i < old_keys.size(); ++i) {
    if (!has(new_keys, old_keys[i])) diff.dropped_constraints.push_back(&from.constraints[i]);
  }
  for (std::size_t i = 0; i < new_keys.size(); ++i) {
    if (!has(old_keys, new_keys[i])) diff.added_constraints.push_back(&to.constraints[i]);
  }
  return diff;
}

bool same_index(const schema::Index& from, const schema::Index& to, const Table* from_table,
                const Table* to_table) {
  return index_key(from, from_table) == index_key(to, to_table);
}

}  // namespace retort::compiler::lower
