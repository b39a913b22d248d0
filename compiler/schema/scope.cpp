// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Names in queries. In: FROM, WITH and the schema; out: which columns are visible, and where a
// reference points.
#include "schema/scope.hpp"

#include <algorithm>

#include "dialect/ascii.hpp"

namespace retort::compiler::schema {
namespace {

bool same(const Scope& scope, std::string_view a, std::string_view b) {
  const bool fold = scope.schema != nullptr && scope.schema->dialect == dialect::Engine::sqlite;
  return fold ? dialect::equal_ignoring_case(a, b) : a == b;
}

const Field* find_field(const Relation& relation, const std::string& name, const Scope& scope) {
  for (const Field& field : relation.fields) {
    if (same(scope, field.name, name)) return &field;
  }
  return nullptr;
}

// A view is the output of its query, under the names that it lists.
Relation relation_of(const View& view, const Scope& scope, std::string name) {
  Relation relation;
  if (view.query) {
    Scope outer;
    outer.schema = scope.schema;
    relation = output_of(*view.query, outer, name);
  } else {
    relation.open = true;
  }
  relation.name = std::move(name);
  relation.open = relation.open || view.uncertain;
  for (std::size_t i = 0; i < view.columns.size() && i < relation.fields.size(); ++i) {
    relation.fields[i].name = view.columns[i];
  }
  return relation;
}

void rename_fields(Relation& relation, const std::vector<ast::Name>& names) {
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i < relation.fields.size()) {
      relation.fields[i].name = names[i].text;
    } else {
      relation.fields.push_back({names[i].text, {}, Storage::standard});
    }
  }
}

std::string output_name(const ast::ResultColumn& column) {
  if (column.alias) return column.alias->text;
  if (const auto* reference = std::get_if<ast::ColumnRef>(&column.expr.node)) {
    return reference->column.text;
  }
  if (const auto* call = std::get_if<ast::FunctionCall>(&column.expr.node)) {
    return call->name.name.text;
  }
  return "?column?";
}

void add_star(const ast::Star& star, const Scope& scope, Relation& result) {
  for (const Relation& relation : scope.relations) {
    if (star.table && !same(scope, relation.name, star.table->text)) continue;
    result.fields.insert(result.fields.end(), relation.fields.begin(), relation.fields.end());
    result.open = result.open || relation.open;
  }
}

Relation output_of_core(const ast::SelectCore& core, const Scope& scope) {
  Relation result;
  Scope inner;
  inner.schema = scope.schema;
  inner.outer = &scope;
  for (const ast::TableRef& table : core.from) add_from(table, inner);
  for (const ast::ResultColumn& column : core.columns) {
    if (const auto* star = std::get_if<ast::Star>(&column.expr.node)) {
      add_star(*star, inner, result);
    } else {
      const Field* stored = stored_field(column.expr, inner);
      result.fields.push_back({output_name(column),
                               stored == nullptr ? type_of(column.expr, inner) : stored->type,
                               stored == nullptr ? Storage::standard : stored->storage});
    }
  }
  return result;
}

Relation output_of_values(const ast::Values& values, const Scope& scope) {
  Relation result;
  if (values.rows.empty()) return result;
  for (std::size_t i = 0; i < values.rows.front().size(); ++i) {
    result.fields.push_back({"column" + std::to_string(i + 1),
                             type_of(values.rows.front()[i], scope), Storage::standard});
  }
  return result;
}

}  // namespace

const Relation* Scope::find_cte(const std::string& name) const {
  for (const Scope* scope = this; scope != nullptr; scope = scope->outer) {
    for (const auto& [key, relation] : scope->ctes) {
      if (same(*this, key, name)) return &relation;
    }
  }
  return nullptr;
}

Resolved resolve(const ast::ColumnRef& reference, const Scope& scope) {
  bool possible = false;
  bool table_known = false;
  for (const Scope* at = &scope; at != nullptr; at = at->outer) {
    for (const Relation& relation : at->relations) {
      if (reference.table && !same(scope, relation.name, reference.table->text)) continue;
      table_known = true;
      if (const Field* field = find_field(relation, reference.column.text, scope)) {
        return {Lookup::found, field, &relation};
      }
      possible = possible || relation.open;
    }
    if (reference.table && table_known) break;
  }
  if (possible) return {};
  if (reference.table && !table_known) return {Lookup::unknown_table, nullptr, nullptr};
  return {Lookup::unknown_column, nullptr, nullptr};
}

Relation relation_of(const Table& table, std::string name) {
  Relation relation;
  relation.name = std::move(name);
  relation.open = table.uncertain || table.virtual_table;
  for (const Column& column : table.columns) {
    relation.fields.push_back({column.name, column.type, column.storage});
  }
  if (const Constraint* key = table.primary_key()) relation.key = key->columns;
  return relation;
}

std::optional<Relation> relation_of(const std::string& name, const Scope& scope) {
  if (const Relation* cte = scope.find_cte(name)) {
    Relation copy = *cte;
    copy.name = name;
    return copy;
  }
  if (scope.schema == nullptr) return Relation{name, {}, true};
  if (const Table* table = scope.schema->table(name)) return relation_of(*table, name);
  if (const View* view = scope.schema->view(name)) return relation_of(*view, scope, name);
  return std::nullopt;
}

void add_from(const ast::TableRef& from, Scope& scope) {
  Relation relation;
  if (const auto* join = std::get_if<ast::Join>(&from.node)) {
    if (join->left) add_from(*join->left, scope);
    if (join->right) add_from(*join->right, scope);
    return;
  }
  if (const auto* name = std::get_if<ast::TableRefName>(&from.node)) {
    auto found = relation_of(name->name.name.text, scope);
    relation = found ? std::move(*found) : Relation{name->name.name.text, {}, true};
  } else if (const auto* subquery = std::get_if<ast::TableRefSubquery>(&from.node)) {
    Scope outer;
    outer.schema = scope.schema;
    outer.outer = subquery->lateral ? &scope : scope.outer;
    if (scope.outer == nullptr) outer.ctes = scope.ctes;
    relation = output_of(*subquery->query, outer, {});
  } else {
    relation.open = true;
  }
  if (from.alias) relation.name = from.alias->text;
  rename_fields(relation, from.columns);
  scope.relations.push_back(std::move(relation));
}

void add_from(const std::vector<ast::TableRef>& from, Scope& scope) {
  for (const ast::TableRef& table : from) add_from(table, scope);
}

void add_ctes(const ast::With& with, Scope& scope) {
  for (const ast::Cte& cte : with.tables) {
    Relation relation;
    const auto* query = std::get_if<ast::Box<ast::Select>>(&cte.query);
    if (with.recursive && !cte.columns.empty()) {
      for (const ast::Name& column : cte.columns) {
        relation.fields.push_back({column.text, {}, Storage::standard});
      }
      scope.ctes[cte.name.text] = relation;
    } else if (with.recursive) {
      scope.ctes[cte.name.text] = Relation{cte.name.text, {}, true};
    }
    if (query != nullptr && *query) {
      relation = output_of(**query, scope, cte.name.text);
    } else {
      relation.open = true;
    }
    rename_fields(relation, cte.columns);
    scope.ctes[cte.name.text] = std::move(relation);
  }
}

Relation output_of(const ast::Select& select, const Scope& outer, std::string name) {
  Scope scope;
  scope.schema = outer.schema;
  scope.outer = &outer;
  if (select.with) add_ctes(*select.with, scope);
  Relation result;
  if (const auto* core = std::get_if<ast::SelectCore>(&select.body)) {
    result = output_of_core(*core, scope);
  } else if (const auto* values = std::get_if<ast::Values>(&select.body)) {
    result = output_of_values(*values, scope);
  } else if (const auto* table = std::get_if<ast::TableQuery>(&select.body)) {
    auto found = relation_of(table->table.name.text, scope);
    result = found ? std::move(*found) : Relation{{}, {}, true};
  } else if (const auto* set = std::get_if<ast::SetOperation>(&select.body)) {
    result = output_of(*set->left, scope, {});
  }
  result.name = std::move(name);
  return result;
}

std::vector<std::string> column_names(const Scope& scope) {
  std::vector<std::string> names;
  for (const Scope* at = &scope; at != nullptr; at = at->outer) {
    for (const Relation& relation : at->relations) {
      for (const Field& field : relation.fields) names.push_back(field.name);
    }
  }
  return names;
}

}  // namespace retort::compiler::schema
