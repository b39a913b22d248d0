// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A difference of schemas as SQLite's statements. What is in the way goes first; foreign keys may
// point forward, so tables need no order but to be dropped, children first.
#include "lower/schema_change.hpp"

#include "lower/column_storage.hpp"
#include "lower/literal.hpp"
#include "lower/sqlite_alter.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {
namespace {

using schema::quoted;

class SqliteChange {
 public:
  SqliteChange(const SchemaDiff& diff, const Target& target) : diff_(diff), target_(target) {}

  SchemaChange run() {
    for (const schema::View* view : diff_.dropped_views) add("DROP VIEW " + quoted(view->name));
    for (const schema::Index* index : diff_.dropped_indexes) {
      if (!goes_with_rebuild(index->table)) add("DROP INDEX " + quoted(index->name));
    }
    for (const TableDiff& table : diff_.altered) alter(table);
    for (const schema::Table* table : diff_.created) {
      add(create_table(*table, table->name, target_));
      for (const auto& [key, trigger] : diff_.to->triggers) {
        if (diff_.to->key(trigger->table) == diff_.to->key(table->name)) add(trigger->text);
      }
    }
    for (const schema::Table* table : diff_.dropped) add("DROP TABLE " + quoted(table->name));
    for (const schema::Index* index : diff_.created_indexes) {
      if (!comes_with_rebuild(index->table)) add(create_index(*index, target_));
    }
    for (const schema::View* view : diff_.created_views) add(create_view(*view, target_));
    return std::move(change_);
  }

 private:
  void add(std::string statement) { change_.statements.push_back(std::move(statement)); }

  bool rebuilds(const TableDiff& table) const {
    return !is_native(table, without_dropped(), {}, target_);
  }

  // The schema as it is once the indexes and views that go are gone.
  const schema::Schema& without_dropped() const {
    if (!reduced_) {
      reduced_.emplace(*diff_.from);
      for (const schema::Index* index : diff_.dropped_indexes) {
        reduced_->indexes.erase(reduced_->key(index->name));
      }
      for (const schema::View* view : diff_.dropped_views) {
        reduced_->views.erase(reduced_->key(view->name));
      }
    }
    return *reduced_;
  }

  bool goes_with_rebuild(const std::string& table) const {
    for (const TableDiff& change : diff_.altered) {
      if (diff_.from->key(change.from->name) == diff_.from->key(table)) return rebuilds(change);
    }
    return false;
  }

  bool comes_with_rebuild(const std::string& table) const {
    for (const TableDiff& change : diff_.altered) {
      if (diff_.to->key(change.to->name) == diff_.to->key(table)) return rebuilds(change);
    }
    return false;
  }

  void alter(const TableDiff& table) {
    CopyRules rules;
    for (const schema::Column* column : table.added) {
      if (!column->not_null || column->default_value || column->generated) continue;
      const std::string value = stored_placeholder(column->type, column->storage);
      if (!value.empty()) rules[column->id] = value;
    }
    SqliteAlter altered =
        sqlite_alter(table, without_dropped(), *diff_.to, rules, target_, diff_.from);
    for (std::string& statement : altered.statements) add(std::move(statement));
    change_.rebuilt = change_.rebuilt || altered.rebuilt;
    if (change_.refused.empty()) change_.refused = altered.refused;
  }

  const SchemaDiff& diff_;
  const Target& target_;
  SchemaChange change_;
  mutable std::optional<schema::Schema> reduced_;
};

}  // namespace

SchemaChange change_sqlite(const SchemaDiff& diff, const Target& target) {
  return SqliteChange(diff, target).run();
}

}  // namespace retort::compiler::lower
