// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Indexes, views, triggers, enumerations, comments and DROP. In: the statement and the schema
// before it; out: the schema behind it.
#include <algorithm>

#include "schema/applier.hpp"
#include "schema/names.hpp"
#include "schema/queries.hpp"

namespace retort::compiler::schema {

void Applier::operator()(const ast::CreateIndex& statement) {
  const std::string& on = statement.table.name.text;
  const Table* table = schema_.table(on);
  if (table == nullptr) {
    if (!schema_.is_rumour(on) && schema_.view(on) == nullptr) unknown_table(statement.table.name);
    return;
  }
  Index index;
  index.table = table->name;
  index.unique = statement.unique;
  index.include = texts_of(statement.include);
  if (statement.method && statement.method->text != "btree") index.method = statement.method->text;
  std::vector<std::string> named;
  for (const ast::IndexTerm& term : statement.keys) {
    IndexKey key;
    if (term.column) {
      key.column = term.column->text;
      if (table->find(key.column) == nullptr && !table->uncertain && !table->virtual_table) {
        unknown_column(*term.column, *table);
      }
    } else {
      key.expression = tree_of(*term.expr);
      check_columns(columns_in(*term.expr), *table, term.span);
    }
    named.push_back(key.column.empty() ? "expr" : key.column);
    key.descending = term.order == ast::SortOrder::descending;
    if (term.nulls == ast::NullsOrder::first) key.nulls = "FIRST";
    if (term.nulls == ast::NullsOrder::last) key.nulls = "LAST";
    if (term.collation) key.collation = term.collation->name.text;
    if (term.operator_class) key.operator_class = term.operator_class->name.text;
    index.keys.push_back(std::move(key));
  }
  if (statement.where) {
    index.where = tree_of(*statement.where);
    check_columns(columns_in(*statement.where), *table, statement.where->span);
  }
  if (statement.name) {
    index.name = statement.name->name.text;
    index.span = statement.name->name.span;
    if (statement.if_not_exists && schema_.index(index.name) != nullptr) return;
    if (!name_is_free("index", *statement.name)) return;
  } else {
    index.name = default_name(table->name, named, "idx",
                              [this](const std::string& name) { return is_taken(name); });
    index.span = statement.span;
  }
  const std::string key = schema_.key(index.name);
  schema_.indexes[key] = std::make_shared<Index>(std::move(index));
}

void Applier::operator()(const ast::CreateView& statement) {
  if (statement.temporary) return;
  const std::string& name = statement.name.name.text;
  if (statement.if_not_exists && schema_.view(name) != nullptr) return;
  const bool replaces = statement.or_replace && schema_.view(name) != nullptr;
  if (!replaces && !name_is_free("view", statement.name)) return;
  View view;
  view.id = schema_.next_id++;
  view.name = name;
  view.columns = texts_of(statement.columns);
  view.span = statement.name.name.span;
  view.uncertain = statement.materialized || statement.recursive;
  if (statement.query) {
    view.query = std::make_shared<const ast::Select>(*statement.query);
    for (const std::string& table : tables_in(*statement.query)) {
      view.reads.insert(schema_.key(table));
    }
  }
  schema_.views[schema_.key(name)] = std::make_shared<View>(std::move(view));
}

void Applier::operator()(const ast::CreateTrigger& statement) {
  if (statement.temporary) return;
  Routine trigger;
  trigger.name = statement.name.name.text;
  trigger.table = statement.table.name.text;
  trigger.text = options_.text;
  trigger.span = statement.name.name.span;
  trigger.words.insert(schema_.key(trigger.table));
  if (const auto* body = std::get_if<ast::TriggerBody>(&statement.action)) {
    for (const ast::TriggerStatement& part : body->statements) {
      for (const std::string& table : tables_in(part)) trigger.words.insert(schema_.key(table));
    }
  }
  std::string key = schema_.key(trigger.name);
  if (schema_.dialect == dialect::Engine::postgres) key += " on " + schema_.key(trigger.table);
  schema_.triggers[key] = std::make_shared<Routine>(std::move(trigger));
}

void Applier::operator()(const ast::CreateSequence& statement) {
  schema_.sequences[schema_.key(statement.name.name.text)] = statement.name.name.span;
}

void Applier::operator()(const ast::CreateEnum& statement) {
  const std::string& name = statement.name.name.text;
  if (const Enumeration* first = schema_.enumeration(name)) {
    duplicate("type", statement.name.name, first->span);
    return;
  }
  Enumeration enumeration;
  enumeration.name = name;
  enumeration.span = statement.name.name.span;
  for (const ast::Text& value : statement.values) enumeration.values.push_back(value.text);
  schema_.enums[schema_.key(name)] = std::make_shared<Enumeration>(std::move(enumeration));
}

void Applier::operator()(const ast::AddEnumValue& statement) {
  const Enumeration* found = schema_.enumeration(statement.name.name.text);
  if (found == nullptr) {
    if (!schema_.is_rumour(statement.name.name.text)) {
      unknown_object("type", statement.name.name, {});
    }
    return;
  }
  auto copy = std::make_shared<Enumeration>(*found);
  auto& values = copy->values;
  const auto there = std::find(values.begin(), values.end(), statement.value.text);
  if (there != values.end()) {
    if (!statement.if_not_exists) {
      duplicate("value", ast::Name{statement.value.text, statement.value.span, true}, found->span);
    }
    return;
  }
  auto place = values.end();
  if (statement.neighbor) {
    place = std::find(values.begin(), values.end(), statement.neighbor->text);
    if (place != values.end() && statement.after) ++place;
  }
  values.insert(place, statement.value.text);
  const std::string key = schema_.key(copy->name);
  schema_.enums[key] = std::move(copy);
}

void Applier::operator()(const ast::RenameEnumValue& statement) {
  const Enumeration* found = schema_.enumeration(statement.name.name.text);
  if (found == nullptr) return;
  auto copy = std::make_shared<Enumeration>(*found);
  std::replace(copy->values.begin(), copy->values.end(), statement.value.text,
               statement.new_value.text);
  const std::string key = schema_.key(copy->name);
  schema_.enums[key] = std::move(copy);
}

void Applier::operator()(const ast::CreateDomain& statement) {
  schema_.rumours.insert(schema_.key(statement.name.name.text));
}

void Applier::operator()(const ast::Comment& statement) {
  const bool about_table =
      statement.object == ast::ObjectKind::table || statement.object == ast::ObjectKind::column;
  if (!about_table) return;
  const std::string& name = statement.name.name.text;
  if (schema_.table(name) == nullptr) {
    if (schema_.view(name) == nullptr && !schema_.is_rumour(name)) {
      unknown_table(statement.name.name);
    }
    return;
  }
  const std::string text = statement.text ? statement.text->text : std::string();
  if (!statement.column) {
    schema_.edit(name).comment = text;
    return;
  }
  table_name_ = name;
  if (Column* found = column(*statement.column)) found->comment = text;
}

void Applier::operator()(const ast::Drop& statement) {
  for (const ast::QualifiedName& name : statement.names) {
    if (statement.object == ast::ObjectKind::table) {
      drop_table(name, statement);
    } else {
      drop_object(name, statement);
    }
  }
}

void Applier::drop_table(const ast::QualifiedName& name, const ast::Drop& statement) {
  const Table* table = schema_.table(name.name.text);
  if (table == nullptr) {
    if (!statement.if_exists && !schema_.is_rumour(name.name.text)) unknown_table(name.name);
    return;
  }
  const std::string own = schema_.key(table->name);
  const auto dropped_too = [&](const std::string& key) {
    return std::any_of(statement.names.begin(), statement.names.end(),
                       [&](const auto& n) { return schema_.key(n.name.text) == key; });
  };
  for (const auto& [key, other] : schema_.tables) {
    if (dropped_too(key)) continue;
    for (const Constraint& c : other->constraints) {
      if (c.kind != ConstraintKind::foreign_key || schema_.key(c.target) != own) continue;
      still_used(name.name.span, "table '" + table->name + "'",
                 "foreign key '" + c.name + "' of table '" + other->name + "'", c.span);
    }
  }
  for (const auto& [key, view] : schema_.views) {
    if (view->reads.count(own) == 0) continue;
    still_used(name.name.span, "table '" + table->name + "'", "view '" + view->name + "'",
               view->span);
  }
  const auto belongs = [&](const auto& entry) { return schema_.key(entry.second->table) == own; };
  std::erase_if(schema_.indexes, belongs);
  std::erase_if(schema_.triggers, belongs);
  schema_.tables.erase(own);
}

void Applier::drop_object(const ast::QualifiedName& name, const ast::Drop& statement) {
  const std::string key = schema_.key(name.name.text);
  bool found = true;
  std::string_view kind = "object";
  std::vector<std::string> candidates;
  switch (statement.object) {
    case ast::ObjectKind::index:
      kind = "index";
      for (const auto& entry : schema_.indexes) candidates.push_back(entry.second->name);
      found = schema_.indexes.erase(key) != 0;
      break;
    case ast::ObjectKind::view:
    case ast::ObjectKind::materialized_view:
      kind = "view";
      for (const auto& entry : schema_.views) candidates.push_back(entry.second->name);
      found = schema_.views.erase(key) != 0;
      break;
    case ast::ObjectKind::type:
      kind = "type";
      for (const auto& entry : schema_.enums) candidates.push_back(entry.second->name);
      found = schema_.enums.erase(key) != 0;
      break;
    case ast::ObjectKind::trigger:
      schema_.triggers.erase(
          statement.table ? key + " on " + schema_.key(statement.table->name.text) : key);
      break;
    case ast::ObjectKind::sequence:
      schema_.sequences.erase(key);
      break;
    default:
      break;
  }
  if (!found && !statement.if_exists && !schema_.is_rumour(name.name.text)) {
    unknown_object(kind, name.name, candidates);
  }
}

}  // namespace retort::compiler::schema
