// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Two schemas in, what goes, comes and changes out. Tables are the same where their id is.
#include <algorithm>
#include <functional>
#include <set>

#include "lower/expression.hpp"
#include "lower/schema_change.hpp"

namespace retort::compiler::lower {
namespace {

using schema::Constraint;
using schema::ConstraintKind;
using schema::Schema;
using schema::Table;

// Tables that others refer to come first; within a cycle, and without one, the order of creation.
std::vector<const Table*> in_order(std::vector<const Table*> tables, const Schema& schema) {
  std::sort(tables.begin(), tables.end(),
            [](const Table* a, const Table* b) { return a->id < b->id; });
  std::vector<const Table*> ordered;
  std::set<std::string> done;
  const std::function<void(const Table*)> visit = [&](const Table* table) {
    if (!done.insert(schema.key(table->name)).second) return;
    for (const Constraint& constraint : table->constraints) {
      if (constraint.kind != ConstraintKind::foreign_key) continue;
      const Table* target = schema.table(constraint.target);
      if (std::find(tables.begin(), tables.end(), target) != tables.end()) visit(target);
    }
    ordered.push_back(table);
  };
  for (const Table* table : tables) visit(table);
  return ordered;
}

bool same_view(const schema::View& a, const schema::View& b) {
  if (&a == &b) return true;  // the very same object has not changed
  return a.columns == b.columns && canonical_select(*a.query) == canonical_select(*b.query);
}

void diff_views(SchemaDiff& diff) {
  for (const auto& [key, view] : diff.from->views) {
    const schema::View* other = diff.to->view(view->name);
    if (other == nullptr || !same_view(*view, *other)) diff.dropped_views.push_back(view.get());
  }
  for (const auto& [key, view] : diff.to->views) {
    const schema::View* other = diff.from->view(view->name);
    if (other == nullptr || !same_view(*view, *other)) diff.created_views.push_back(view.get());
  }
  const auto by_age = [](const schema::View* a, const schema::View* b) { return a->id < b->id; };
  std::sort(diff.created_views.begin(), diff.created_views.end(), by_age);
  std::sort(diff.dropped_views.begin(), diff.dropped_views.end(),
            [&](const schema::View* a, const schema::View* b) { return by_age(b, a); });
}

// Of the table in the other schema that is the same one. Nearly always it has the same name, and a
// look for the id goes through all tables.
const Table* twin(const Table& table, const Schema& there) {
  const Table* other = there.table(table.name);
  return other != nullptr && other->id == table.id ? other : there.table_by_id(table.id);
}
const Table* twin(const Schema& here, const Schema& there, const std::string& name) {
  const Table* table = here.table(name);
  return table == nullptr ? nullptr : twin(*table, there);
}

void diff_indexes(SchemaDiff& diff) {
  const auto differs = [](const schema::Index& index, const Schema& here, const Schema& there) {
    const schema::Index* other = there.index(index.name);
    const Table* table = twin(here, there, index.table);
    if (other == &index && table != nullptr && table == here.table(index.table)) return false;
    return other == nullptr || table == nullptr ||
           there.key(other->table) != there.key(table->name) ||
           !same_index(index, *other, here.table(index.table), table);
  };
  for (const auto& [key, index] : diff.from->indexes) {
    if (twin(*diff.from, *diff.to, index->table) == nullptr) continue;  // goes with its table
    if (differs(*index, *diff.from, *diff.to)) diff.dropped_indexes.push_back(index.get());
  }
  for (const auto& [key, index] : diff.to->indexes) {
    if (differs(*index, *diff.to, *diff.from)) diff.created_indexes.push_back(index.get());
  }
}

void diff_enums(SchemaDiff& diff) {
  for (const auto& [key, item] : diff.from->enums) {
    if (diff.to->enumeration(item->name) == nullptr) diff.dropped_enums.push_back(item.get());
  }
  for (const auto& [key, item] : diff.to->enums) {
    if (diff.from->enumeration(item->name) == nullptr) diff.created_enums.push_back(item.get());
  }
}

}  // namespace

bool SchemaDiff::empty() const {
  return dropped.empty() && created.empty() && altered.empty() && dropped_indexes.empty() &&
         created_indexes.empty() && dropped_views.empty() && created_views.empty() &&
         dropped_enums.empty() && created_enums.empty();
}

SchemaDiff diff_schemas(const Schema& from, const Schema& to) {
  SchemaDiff diff;
  diff.from = &from;
  diff.to = &to;
  for (const auto& [key, table] : from.tables) {
    const Table* other = twin(*table, to);
    if (other == nullptr) {
      diff.dropped.push_back(table.get());
    } else if (other != table.get()) {  // the very same object has not changed
      TableDiff change = diff_tables(*table, *other, from, to);
      if (!change.empty()) diff.altered.push_back(std::move(change));
    }
  }
  for (const auto& [key, table] : to.tables) {
    if (twin(*table, from) == nullptr) diff.created.push_back(table.get());
  }
  diff.created = in_order(std::move(diff.created), to);
  diff.dropped = in_order(std::move(diff.dropped), from);
  std::reverse(diff.dropped.begin(), diff.dropped.end());
  diff_indexes(diff);
  diff_views(diff);
  diff_enums(diff);
  return diff;
}

std::vector<const Constraint*> forward_keys(const std::vector<const Table*>& tables,
                                            std::size_t index, const Schema& schema) {
  std::vector<const Constraint*> keys;
  for (const Constraint& constraint : tables[index]->constraints) {
    if (constraint.kind != ConstraintKind::foreign_key) continue;
    const Table* target = schema.table(constraint.target);
    const auto place = std::find(tables.begin(), tables.end(), target);
    if (place != tables.end() && place - tables.begin() > static_cast<std::ptrdiff_t>(index)) {
      keys.push_back(&constraint);
    }
  }
  return keys;
}

SchemaChange change_schema(const SchemaDiff& diff, const Target& target) {
  return target.sqlite() ? change_sqlite(diff, target) : change_postgres(diff, target);
}

}  // namespace retort::compiler::lower
