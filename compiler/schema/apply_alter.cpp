// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// ALTER TABLE, action by action. In: the action and the schema as the actions before it left it;
// out: the schema behind it.
#include <algorithm>

#include "schema/applier.hpp"
#include "schema/names.hpp"
#include "schema/scope.hpp"

namespace retort::compiler::schema {
namespace {

bool contains(const std::vector<std::string>& list, const std::string& name) {
  return std::find(list.begin(), list.end(), name) != list.end();
}

void replace(std::vector<std::string>& list, const std::string& from, const std::string& to) {
  std::replace(list.begin(), list.end(), from, to);
}

bool index_names(const Index& index, const std::string& column) {
  if (contains(index.include, column)) return true;
  if (index.where && contains(columns_in(*index.where), column)) return true;
  return std::any_of(index.keys.begin(), index.keys.end(), [&column](const IndexKey& key) {
    return key.column == column ||
           (key.expression && contains(columns_in(*key.expression), column));
  });
}

}  // namespace

Column* Applier::column(const ast::Name& name) {
  Table& current = table();
  const Column* found = current.find(name.text);
  if (found == nullptr) {
    if (!current.uncertain) unknown_column(name, current);
    return nullptr;
  }
  return const_cast<Column*>(found);  // `current` is a copy of our own
}

void Applier::operator()(const ast::AlterTable& statement) {
  const std::string& name = statement.name.name.text;
  const bool is_table = statement.object == ast::ObjectKind::table;
  if (!is_table) {
    if (statement.actions.size() != 1) return;
    const auto* rename = std::get_if<ast::RenameTo>(&statement.actions.front().node);
    if (rename == nullptr) return;
    if (statement.object == ast::ObjectKind::index && schema_.index(name) != nullptr) {
      auto index = std::make_shared<Index>(*schema_.index(name));
      index->name = rename->name.text;
      schema_.indexes.erase(schema_.key(name));
      const std::string key = schema_.key(index->name);
      schema_.indexes[key] = std::move(index);
    } else if (statement.object == ast::ObjectKind::view && schema_.view(name) != nullptr) {
      auto view = std::make_shared<View>(*schema_.view(name));
      view->name = rename->name.text;
      schema_.views.erase(schema_.key(name));
      const std::string key = schema_.key(view->name);
      schema_.views[key] = std::move(view);
    } else {
      schema_.rumours.insert(schema_.key(rename->name.text));
    }
    return;
  }
  if (schema_.table(name) == nullptr) {
    if (!statement.if_exists && schema_.view(name) == nullptr) unknown_table(statement.name.name);
    return;
  }
  table_name_ = name;
  for (const ast::AlterAction& action : statement.actions) std::visit(*this, action.node);
}

void Applier::operator()(const ast::AddColumn& action) {
  Table& current = table();
  const Column* first = current.find(action.column.name.text);
  if (first != nullptr) {
    if (!action.if_not_exists) duplicate("column", action.column.name, first->span);
    return;
  }
  std::vector<Constraint> constraints;
  Column added = make_column(action.column, current, constraints);
  current.columns.push_back(std::move(added));
  const std::size_t before = current.constraints.size();
  name_constraints(current, std::move(constraints));
  for (std::size_t i = before; i < current.constraints.size(); ++i) {
    check_foreign_key(current.constraints[i], current);
  }
}

void Applier::drop_column_parts(const std::string& name) {
  Table& current = table();
  auto& constraints = current.constraints;
  constraints.erase(
      std::remove_if(constraints.begin(), constraints.end(),
                     [&name](const Constraint& c) { return contains(c.columns, name); }),
      constraints.end());
  for (const Index* index : schema_.indexes_of(current.name)) {
    if (index_names(*index, name)) schema_.indexes.erase(schema_.key(std::string(index->name)));
  }
}

void Applier::operator()(const ast::DropColumn& action) {
  const Column* found = table().find(action.column.text);
  if (found == nullptr) {
    if (!action.if_exists && !table().uncertain) unknown_column(action.column, table());
    return;
  }
  const std::string name = found->name;
  const std::string own = schema_.key(table_name_);
  for (const auto& [key, other] : schema_.tables) {
    for (const Constraint& c : other->constraints) {
      if (key == own || c.kind != ConstraintKind::foreign_key) continue;
      if (schema_.key(c.target) != own || !contains(c.target_columns, name)) continue;
      still_used(action.column.span, "column '" + name + "'",
                 "foreign key '" + c.name + "' of table '" + other->name + "'", c.span);
    }
  }
  for (const auto& [key, view] : schema_.views) {
    if (view->reads.count(own) == 0 || !view->query) continue;
    if (view_names_column(*view, name)) {
      still_used(action.column.span, "column '" + name + "'", "view '" + view->name + "'",
                 view->span);
    }
  }
  drop_column_parts(name);
  auto& columns = table().columns;
  columns.erase(std::remove_if(columns.begin(), columns.end(),
                               [&name](const Column& c) { return c.name == name; }),
                columns.end());
}

void Applier::operator()(const ast::SetType& action) {
  Column* found = column(action.column);
  if (found == nullptr) return;
  const TypeKind before = found->type.kind;
  found->type = type_of(action.type, &schema_);
  if (found->type.kind != before) found->storage = Storage::standard;
  const auto storage = options_.storage.find(found->name);
  if (storage != options_.storage.end()) found->storage = storage->second;
  if (action.collation) found->collation = action.collation->name.text;
}

void Applier::operator()(const ast::SetDefault& action) {
  if (Column* found = column(action.column)) found->default_value = tree_of(action.value);
}
void Applier::operator()(const ast::DropDefault& action) {
  if (Column* found = column(action.column)) found->default_value = nullptr;
}
void Applier::operator()(const ast::SetNotNull& action) {
  if (Column* found = column(action.column)) found->not_null = true;
}
void Applier::operator()(const ast::DropNotNull& action) {
  if (Column* found = column(action.column)) found->not_null = false;
}
void Applier::operator()(const ast::AddIdentity& action) {
  if (Column* found = column(action.column)) {
    found->identity = action.identity.always ? Identity::always : Identity::by_default;
  }
}
void Applier::operator()(const ast::SetIdentity& action) {
  if (Column* found = column(action.column); found != nullptr && action.always) {
    found->identity = *action.always ? Identity::always : Identity::by_default;
  }
}
void Applier::operator()(const ast::DropIdentity& action) {
  if (Column* found = column(action.column)) found->identity = Identity::none;
}
void Applier::operator()(const ast::DropExpression& action) {
  if (Column* found = column(action.column)) found->generated = nullptr;
}

void Applier::operator()(const ast::AddConstraint& action) {
  Table& current = table();
  if (action.constraint.name) {
    const Constraint* first = current.find_constraint(action.constraint.name->text);
    if (first != nullptr) {
      duplicate("constraint", *action.constraint.name, first->span);
      return;
    }
  }
  std::vector<Constraint> constraints;
  if (!add_table_constraint(action.constraint, current, constraints)) return;
  name_constraints(current, std::move(constraints));
  check_foreign_key(current.constraints.back(), current);
}

void Applier::operator()(const ast::DropConstraint& action) {
  Table& current = table();
  const Constraint* found = current.find_constraint(action.constraint.text);
  if (found == nullptr) {
    if (action.if_exists || current.uncertain) return;
    std::vector<std::string> names;
    for (const Constraint& constraint : current.constraints) names.push_back(constraint.name);
    unknown_object("constraint", action.constraint, names);
    return;
  }
  const std::string own = schema_.key(table_name_);
  const bool key =
      found->kind == ConstraintKind::primary_key || found->kind == ConstraintKind::unique;
  for (const auto& [name, other] : schema_.tables) {
    for (const Constraint& c : other->constraints) {
      if (!key || c.kind != ConstraintKind::foreign_key || schema_.key(c.target) != own) continue;
      const bool primary = c.target_columns.empty() && found->kind == ConstraintKind::primary_key;
      if (!primary && c.target_columns != found->columns) continue;
      still_used(action.constraint.span, "constraint '" + found->name + "'",
                 "foreign key '" + c.name + "' of table '" + other->name + "'", c.span);
    }
  }
  auto& constraints = current.constraints;
  const std::string name = found->name;
  constraints.erase(std::remove_if(constraints.begin(), constraints.end(),
                                   [&name](const Constraint& c) { return c.name == name; }),
                    constraints.end());
}

void Applier::operator()(const ast::AlterConstraint& action) {
  Table& current = table();
  for (Constraint& constraint : current.constraints) {
    if (constraint.name != action.constraint.text) continue;
    constraint.initially_deferred = action.timing.initially_deferred.value_or(false);
    constraint.deferrable = action.timing.deferrable.value_or(constraint.initially_deferred);
    return;
  }
  if (!current.uncertain) unknown_object("constraint", action.constraint, {});
}

void Applier::operator()(const ast::ValidateConstraint& action) {
  Table& current = table();
  for (Constraint& constraint : current.constraints) {
    if (constraint.name == action.constraint.text) constraint.not_valid = false;
  }
}

void Applier::operator()(const ast::RenameConstraint& action) {
  Table& current = table();
  for (Constraint& constraint : current.constraints) {
    if (constraint.name != action.constraint.text) continue;
    constraint.name = action.name.text;
    constraint.named = true;
    return;
  }
  if (!current.uncertain) unknown_object("constraint", action.constraint, {});
}

void Applier::operator()(const ast::RenameTo& action) {
  if (schema_.table(action.name.text) != nullptr &&
      schema_.key(action.name.text) != schema_.key(table_name_)) {
    duplicate("table", action.name, schema_.table(action.name.text)->span);
    return;
  }
  rename_table(action.name.text);
}

void Applier::rename_table(const std::string& to) {
  const std::string from = table_name_;
  table().name = to;
  auto moved = schema_.tables[schema_.key(from)];
  schema_.tables.erase(schema_.key(from));
  schema_.tables[schema_.key(to)] = std::move(moved);
  table_name_ = to;
  for (const auto& [key, other] : Objects<Table>(schema_.tables)) {
    const bool refers =
        std::any_of(other->constraints.begin(), other->constraints.end(), [&](const Constraint& c) {
          return c.kind == ConstraintKind::foreign_key &&
                 schema_.key(c.target) == schema_.key(from);
        });
    if (!refers) continue;
    for (Constraint& constraint : schema_.edit(other->name).constraints) {
      if (schema_.key(constraint.target) == schema_.key(from)) constraint.target = to;
    }
  }
  for (auto& [key, index] : schema_.indexes) {
    if (schema_.key(index->table) != schema_.key(from)) continue;
    auto copy = std::make_shared<Index>(*index);
    copy->table = to;
    index = std::move(copy);
  }
  for (auto& [key, trigger] : schema_.triggers) {
    if (schema_.key(trigger->table) != schema_.key(from)) continue;
    auto copy = std::make_shared<Routine>(*trigger);
    copy->table = to;
    trigger = std::move(copy);
  }
  rename_in_views(schema_, from, to);
}

void Applier::operator()(const ast::RenameColumn& action) {
  const Column* found = column(action.column);
  if (found == nullptr) return;
  const std::string from = found->name;  // table() may copy the table, and the rename changes it
  const auto id = found->id;
  const Column* other = table().find(action.name.text);
  if (other != nullptr && other->id != id) {
    duplicate("column", action.name, other->span);
    return;
  }
  rename_column(from, action.name.text);
}

void Applier::rename_column(const std::string& from, const std::string& to) {
  Table& current = table();
  const std::string own = schema_.key(table_name_);
  for (Column& column : current.columns) {
    if (column.name == from) column.name = to;
    column.generated = renamed(column.generated, from, to);
  }
  for (Constraint& constraint : current.constraints) {
    replace(constraint.columns, from, to);
    constraint.check = renamed(constraint.check, from, to);
  }
  for (const auto& [key, other] : Objects<Table>(schema_.tables)) {
    const bool refers =
        std::any_of(other->constraints.begin(), other->constraints.end(), [&](const Constraint& c) {
          return c.kind == ConstraintKind::foreign_key && schema_.key(c.target) == own &&
                 contains(c.target_columns, from);
        });
    if (!refers) continue;
    for (Constraint& constraint : schema_.edit(other->name).constraints) {
      if (schema_.key(constraint.target) == own) replace(constraint.target_columns, from, to);
    }
  }
  for (auto& [key, index] : schema_.indexes) {
    if (schema_.key(index->table) != own || !index_names(*index, from)) continue;
    auto copy = std::make_shared<Index>(*index);
    replace(copy->include, from, to);
    copy->where = renamed(copy->where, from, to);
    for (IndexKey& part : copy->keys) {
      if (part.column == from) part.column = to;
      part.expression = renamed(part.expression, from, to);
    }
    index = std::move(copy);
  }
}

}  // namespace retort::compiler::schema
