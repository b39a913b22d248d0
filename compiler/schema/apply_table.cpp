// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// CREATE TABLE: columns, constraints, and the names of those that have none. In: the statement and
// the schema before it; out: the schema with the table.
#include <algorithm>
#include <array>

#include "schema/applier.hpp"
#include "schema/names.hpp"
#include "schema/scope.hpp"

namespace retort::compiler::schema {
namespace {

std::string action_text(ast::ReferentialAction action) {
  constexpr std::array<std::string_view, 6> texts = {"",        "",         "RESTRICT",
                                                     "CASCADE", "SET NULL", "SET DEFAULT"};
  return std::string(texts[static_cast<std::size_t>(action)]);
}

void set_timing(Constraint& constraint, const ast::ConstraintTiming& timing) {
  constraint.initially_deferred = timing.initially_deferred.value_or(false);
  constraint.deferrable = timing.deferrable.value_or(constraint.initially_deferred);
}

std::vector<std::string> key_columns(const ast::KeyConstraint& key) {
  std::vector<std::string> columns;
  for (const ast::IndexTerm& term : key.columns) {
    if (term.column) columns.push_back(term.column->text);
  }
  return columns;
}

void set_references(Constraint& constraint, const ast::References& references) {
  constraint.kind = ConstraintKind::foreign_key;
  constraint.target = references.table.name.text;
  constraint.target_columns = texts_of(references.columns);
  constraint.on_delete = action_text(references.on_delete);
  constraint.on_update = action_text(references.on_update);
  if (references.match == ast::MatchKind::full) constraint.match = "FULL";
}

template <class Source>
Constraint start(const Source& source) {
  Constraint constraint;
  constraint.span = source.span;
  constraint.named = source.name.has_value();
  if (source.name) constraint.name = source.name->text;
  constraint.not_valid = source.not_valid;
  set_timing(constraint, source.timing);
  return constraint;
}

bool same_columns(std::vector<std::string> a, std::vector<std::string> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  return a == b;
}

bool is_unique(const Schema& schema, const Table& table, const std::vector<std::string>& columns) {
  for (const Constraint& c : table.constraints) {
    const bool key = c.kind == ConstraintKind::primary_key || c.kind == ConstraintKind::unique;
    if (key && same_columns(c.columns, columns)) return true;
  }
  for (const Index* index : schema.indexes_of(table.name)) {
    if (index->uncertain) return true;
    std::vector<std::string> keys;
    for (const IndexKey& key : index->keys) keys.push_back(key.column);
    if (index->unique && !index->where && same_columns(keys, columns)) return true;
  }
  return false;
}

}  // namespace

void Applier::add_column_constraint(const ast::ColumnConstraint& source, Column& column,
                                    Table& table, std::vector<Constraint>& constraints) {
  if (std::holds_alternative<ast::NotNullConstraint>(source.node)) {
    column.not_null = true;
  } else if (const auto* value = std::get_if<ast::DefaultConstraint>(&source.node)) {
    column.default_value = tree_of(value->value);
  } else if (const auto* collate = std::get_if<ast::CollateConstraint>(&source.node)) {
    column.collation = collate->collation.name.text;
  } else if (const auto* generated = std::get_if<ast::GeneratedConstraint>(&source.node)) {
    column.generated = tree_of(generated->value);
    column.stored = generated->stored.value_or(false);
  } else if (const auto* identity = std::get_if<ast::IdentityConstraint>(&source.node)) {
    column.identity = identity->always ? Identity::always : Identity::by_default;
    column.not_null = true;
  } else if (const auto* check = std::get_if<ast::CheckConstraint>(&source.node)) {
    Constraint constraint = start(source);
    constraint.check = tree_of(check->condition);
    constraint.columns = columns_in(check->condition);
    constraints.push_back(std::move(constraint));
  } else if (const auto* key = std::get_if<ast::KeyConstraint>(&source.node)) {
    Constraint constraint = start(source);
    constraint.kind = key->primary ? ConstraintKind::primary_key : ConstraintKind::unique;
    constraint.columns = {column.name};
    constraint.nulls_not_distinct = key->nulls_not_distinct;
    constraint.autoincrement = key->autoincrement;
    if (key->autoincrement) column.identity = Identity::by_default;
    constraints.push_back(std::move(constraint));
  } else if (const auto* foreign = std::get_if<ast::ForeignKeyConstraint>(&source.node)) {
    Constraint constraint = start(source);
    set_references(constraint, foreign->references);
    constraint.columns = {column.name};
    constraints.push_back(std::move(constraint));
  }
  static_cast<void>(table);
}

Column Applier::make_column(const ast::ColumnDef& definition, Table& table,
                            std::vector<Constraint>& constraints) {
  Column column;
  column.id = schema_.next_id++;
  column.name = definition.name.text;
  column.span = definition.name.span;
  column.type_check = default_name(table.name, {column.name}, "type", {});
  if (definition.type) {
    column.type = type_of(*definition.type, &schema_);
    const bool spelling = options_.portable || schema_.dialect == dialect::Engine::postgres;
    if (spelling && is_serial(definition.type->name.text)) {
      column.identity = Identity::by_default;
      column.not_null = true;
    }
  }
  const auto storage = options_.storage.find(column.name);
  if (storage != options_.storage.end()) column.storage = storage->second;
  for (const ast::ColumnConstraint& source : definition.constraints) {
    add_column_constraint(source, column, table, constraints);
  }
  return column;
}

bool Applier::add_table_constraint(const ast::TableConstraint& source, const Table& table,
                                   std::vector<Constraint>& constraints) {
  Constraint constraint = start(source);
  if (const auto* key = std::get_if<ast::KeyConstraint>(&source.node)) {
    constraint.kind = key->primary ? ConstraintKind::primary_key : ConstraintKind::unique;
    constraint.columns = key_columns(*key);
    constraint.nulls_not_distinct = key->nulls_not_distinct;
    if (key->using_index) {
      const Index* index = schema_.index(key->using_index->text);
      if (index == nullptr) return false;
      for (const IndexKey& part : index->keys) constraint.columns.push_back(part.column);
      if (!constraint.named) constraint.name = index->name;
      constraint.named = true;
      schema_.indexes.erase(schema_.key(index->name));
    }
  } else if (const auto* check = std::get_if<ast::CheckConstraint>(&source.node)) {
    constraint.check = tree_of(check->condition);
    constraint.columns = columns_in(check->condition);
  } else if (const auto* foreign = std::get_if<ast::ForeignKeyConstraint>(&source.node)) {
    set_references(constraint, foreign->references);
    constraint.columns = texts_of(foreign->columns);
  } else {
    return false;  // EXCLUDE is PostgreSQL's alone
  }
  check_columns(constraint.columns, table, source.span);
  constraints.push_back(std::move(constraint));
  return true;
}

void Applier::check_columns(const std::vector<std::string>& names, const Table& table,
                            source::Span span) {
  for (const std::string& name : names) {
    if (table.find(name) == nullptr && !table.uncertain) {
      unknown_column(ast::Name{name, span, false}, table);
    }
  }
}

bool Applier::is_taken(const std::string& name) const {
  if (schema_.table(name) != nullptr || schema_.index(name) != nullptr) return true;
  return std::any_of(schema_.tables.begin(), schema_.tables.end(), [&name](const auto& entry) {
    return entry.second->find_constraint(name) != nullptr;
  });
}

void Applier::name_constraints(Table& table, std::vector<Constraint> constraints) {
  const auto taken = [this, &table, &constraints](const std::string& name) {
    const bool here = std::any_of(constraints.begin(), constraints.end(),
                                  [&name](const Constraint& c) { return c.name == name; });
    return here || table.find_constraint(name) != nullptr || is_taken(name);
  };
  constexpr std::array order = {ConstraintKind::check, ConstraintKind::primary_key,
                                ConstraintKind::unique, ConstraintKind::foreign_key};
  constexpr std::array<std::string_view, 4> labels = {"check", "pkey", "key", "fkey"};
  for (std::size_t i = 0; i < order.size(); ++i) {
    for (Constraint& constraint : constraints) {
      if (constraint.kind != order[i] || constraint.named) continue;
      std::vector<std::string> columns = constraint.columns;
      if (constraint.kind == ConstraintKind::primary_key) columns.clear();
      if (constraint.kind == ConstraintKind::check && columns.size() != 1) columns.clear();
      constraint.name = default_name(table.name, columns, labels[i], taken);
    }
  }
  for (Constraint& constraint : constraints) {
    const bool required = options_.portable || schema_.dialect == dialect::Engine::postgres;
    if (constraint.kind == ConstraintKind::primary_key && required) {
      for (Column& column : table.columns) {
        const auto& key = constraint.columns;
        if (std::find(key.begin(), key.end(), column.name) != key.end()) column.not_null = true;
      }
    }
    table.constraints.push_back(std::move(constraint));
  }
}

void Applier::check_foreign_key(const Constraint& key, const Table& table) {
  if (options_.diagnostics == nullptr || key.kind != ConstraintKind::foreign_key) return;
  const bool self = schema_.key(key.target) == schema_.key(table.name);
  const Table* target = self ? &table : schema_.table(key.target);
  if (target == nullptr) {
    if (!schema_.is_rumour(key.target)) unknown_table(ast::Name{key.target, key.span, false});
    return;
  }
  if (target->uncertain) return;
  check_columns(key.target_columns, *target, key.span);
  const Constraint* primary = target->primary_key();
  const bool unique = key.target_columns.empty()
                          ? primary != nullptr && primary->columns.size() == key.columns.size()
                          : is_unique(schema_, *target, key.target_columns);
  if (unique) return;
  std::string what = "'" + key.target + "'";
  if (!key.target_columns.empty()) {
    what = "'" + key.target + " (" + quoted_list(key.target_columns) + ")'";
  }
  options_.diagnostics->report(diag::Kind::not_unique_target, key.span, {what})
      .note(target->span, "the table was made here")
      .help("make them unique first:  CREATE UNIQUE INDEX … ON " + quoted(key.target) + " (" +
            quoted_list(key.target_columns.empty() ? key.columns : key.target_columns) + ");")
      .revision(options_.revision);
}

void Applier::operator()(const ast::CreateTable& statement) {
  if (statement.persistence == ast::Persistence::temporary) {
    schema_.certain = false;
    return;
  }
  if (statement.name.schema && statement.name.schema->text != "public") schema_.certain = false;
  if (statement.if_not_exists && schema_.table(statement.name.name.text) != nullptr) return;
  if (!name_is_free("table", statement.name)) return;
  Table table;
  table.id = schema_.next_id++;
  table.name = statement.name.name.text;
  table.span = statement.name.span;
  table.strict = statement.strict;
  table.without_rowid = statement.without_rowid;
  table.portable = options_.portable;
  table.uncertain = statement.as_select || !statement.inherits.empty();
  std::vector<Constraint> constraints;
  for (const ast::TableElement& element : statement.elements) {
    if (const auto* definition = std::get_if<ast::ColumnDef>(&element)) {
      if (const Column* first = table.find(definition->name.text);
          first != nullptr && first->name == definition->name.text) {
        duplicate("column", definition->name, first->span);
        continue;
      }
      table.columns.push_back(make_column(*definition, table, constraints));
    } else if (const auto* like = std::get_if<ast::LikeClause>(&element)) {
      const Table* other = schema_.table(like->table.name.text);
      if (other == nullptr) {
        table.uncertain = true;
        unknown_table(like->table.name);
        continue;
      }
      for (Column copy : other->columns) {
        copy.id = schema_.next_id++;
        table.columns.push_back(std::move(copy));
      }
      table.uncertain = table.uncertain || !like->options.empty();
    }
  }
  for (const ast::TableElement& element : statement.elements) {
    if (const auto* source = std::get_if<ast::TableConstraint>(&element)) {
      add_table_constraint(*source, table, constraints);
    }
  }
  for (const Constraint& constraint : constraints) {
    if (constraint.kind == ConstraintKind::check) {
      check_columns(constraint.columns, table, constraint.span);
    }
  }
  name_constraints(table, std::move(constraints));
  for (const Constraint& constraint : table.constraints) check_foreign_key(constraint, table);
  const std::string key = schema_.key(table.name);
  schema_.tables[key] = std::make_shared<Table>(std::move(table));
}

void Applier::operator()(const ast::CreateVirtualTable& statement) {
  if (schema_.table(statement.name.name.text) != nullptr) return;
  Table table;
  table.id = schema_.next_id++;
  table.name = statement.name.name.text;
  table.span = statement.name.span;
  table.virtual_table = true;
  const std::string key = schema_.key(table.name);
  schema_.tables[key] = std::make_shared<Table>(std::move(table));
}

}  // namespace retort::compiler::schema
