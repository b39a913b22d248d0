// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Queries. In: a SELECT and what lies around it; out: text. Tables are looked up in the schema as
// it is at this statement.
#include "lower/writer.hpp"

#include <set>

#include "lower/warnings.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {

using ast::Expr;
using schema::quoted;
using schema::Scope;

namespace {

std::string name_list(const std::vector<ast::Name>& names) {
  std::string text;
  for (const ast::Name& name : names) text += (text.empty() ? "" : ", ") + quoted(name.text);
  return text;
}

}  // namespace

std::string Writer::table_name(const ast::QualifiedName& name) {
  if (!name.schema || name.schema->text == "public") return quoted(name.name.text);
  if (sqlite()) {
    return refuse(name.schema->span, "schema '" + name.schema->text + "' has no SQLite form",
                  "leave the schema's name out");
  }
  return quoted(name.schema->text) + "." + quoted(name.name.text);
}

std::string Writer::with(const ast::With& with, Scope& scope) {
  std::string text;
  for (const ast::Cte& cte : with.tables) {
    const auto* query = std::get_if<ast::Box<ast::Select>>(&cte.query);
    if (query == nullptr) {
      refuse(cte.span, "a WITH that changes rows has no SQLite form", "write two statements");
      scope.ctes[cte.name.text] = schema::Relation{cte.name.text, {}, true};
      continue;
    }
    // The tables of the list so far; a recursive one knows itself.
    ast::With known;
    known.recursive = with.recursive;
    known.tables.push_back(cte);
    if (with.recursive) schema::add_ctes(known, scope);
    text += (text.empty() ? "" : ", ") + quoted(cte.name.text);
    if (!cte.columns.empty()) text += " (" + name_list(cte.columns) + ")";
    text += " AS ";
    if (cte.materialized == ast::Materialized::yes) text += "MATERIALIZED ";
    if (cte.materialized == ast::Materialized::no) text += "NOT MATERIALIZED ";
    text += "(" + select(**query, &scope) + ")";
    if (!with.recursive) schema::add_ctes(known, scope);
  }
  return (with.recursive ? "WITH RECURSIVE " : "WITH ") + text + " ";
}

std::string Writer::select(const ast::Select& select, const Scope* outer) {
  Scope scope;
  scope.schema = target_.schema;
  scope.outer = outer;
  std::string text;
  if (select.with) text += with(*select.with, scope);
  Scope inner;
  inner.schema = target_.schema;
  inner.outer = &scope;
  text += body(select, scope, inner);
  if (!select.order_by.empty()) {
    // A result column's alias may be named here, and comes first.
    schema::Relation output = schema::output_of(select, scope, {});
    Scope ordering;
    ordering.schema = target_.schema;
    ordering.outer = &inner;
    ordering.relations.push_back(std::move(output));
    text += " ORDER BY " + order_by(select.order_by, ordering);
  }
  if (select.limit) text += limit(*select.limit, scope);
  if (!select.locking.empty()) refuse(select.locking.front().span, "FOR UPDATE has no SQLite form");
  return text;
}

std::string Writer::body(const ast::Select& select, const Scope& scope, Scope& inner) {
  if (const auto* core = std::get_if<ast::SelectCore>(&select.body)) {
    return this->core(*core, scope, inner);
  }
  if (const auto* rows = std::get_if<ast::Values>(&select.body)) return values(*rows, scope);
  if (const auto* table = std::get_if<ast::TableQuery>(&select.body)) {
    return "SELECT * FROM " + table_name(table->table);
  }
  const auto& set = std::get<ast::SetOperation>(select.body);
  std::string_view word = " UNION ";
  if (set.op == ast::SetOperator::intersect) word = " INTERSECT ";
  if (set.op == ast::SetOperator::except) word = " EXCEPT ";
  if (set.all && set.op != ast::SetOperator::union_) {
    refuse(select.span, "INTERSECT ALL and EXCEPT ALL have no SQLite form");
  }
  if (sqlite() && (set.right->with || !set.right->order_by.empty() || set.right->limit ||
                   std::holds_alternative<ast::SetOperation>(set.right->body))) {
    refuse(set.right->span, "a SELECT in parentheses inside UNION has no SQLite form",
           "put it into WITH, or into FROM");
  }
  const bool parenthesise = !sqlite() && std::holds_alternative<ast::SetOperation>(set.right->body);
  const std::string right = this->select(*set.right, &scope);
  return this->select(*set.left, &scope) + std::string(word) + (set.all ? "ALL " : "") +
         (parenthesise ? "(" + right + ")" : right);
}

std::string Writer::core(const ast::SelectCore& core, const Scope&, Scope& inner) {
  std::string tables;
  for (const ast::TableRef& table : core.from) {
    tables += (tables.empty() ? " FROM " : ", ") + from(table, inner);
  }
  std::string text = "SELECT ";
  if (core.distinct && core.distinct_on.empty()) text += "DISTINCT ";
  if (!core.distinct_on.empty()) {
    refuse(core.span, "DISTINCT ON has no SQLite form",
           "row_number() OVER (PARTITION BY …) = 1 is portable");
  }
  if (target_.report != nullptr) {
    check_grouping(core, inner, *target_.report);
    if (target_.place == Place::definition) warn_star(core, *target_.report);
  }
  std::string columns;
  for (const ast::ResultColumn& column : core.columns) {
    columns += (columns.empty() ? "" : ", ") + result_column(column, inner);
  }
  if (columns.empty()) refuse(core.span, "SELECT without a column has no SQLite form");
  text += columns + tables;
  if (core.where) text += " WHERE " + expression(*core.where, inner);
  text += group_by(core, inner);
  if (core.having) text += " HAVING " + expression(*core.having, inner);
  std::string windows;
  for (const ast::NamedWindow& named : core.windows) {
    windows += (windows.empty() ? " WINDOW " : ", ") + quoted(named.name.text) + " AS (" +
               window(named.window, inner) + ")";
  }
  return text + windows;
}

std::string Writer::group_by(const ast::SelectCore& core, const Scope& scope) {
  std::string text;
  // A result column's alias may be a key.
  Scope keys;
  keys.schema = target_.schema;
  keys.outer = &scope;
  schema::Relation aliases;
  for (const ast::ResultColumn& column : core.columns) {
    if (column.alias) aliases.fields.push_back({column.alias->text, {}, {}});
  }
  keys.relations.push_back(std::move(aliases));
  for (const ast::GroupingElement& element : core.group_by) {
    if (element.kind != ast::GroupingKind::expression || !element.expr) {
      refuse(element.span, "ROLLUP, CUBE and GROUPING SETS have no SQLite form",
             "join several queries with UNION ALL");
      continue;
    }
    text += (text.empty() ? " GROUP BY " : ", ") + stored(*element.expr, keys);
  }
  return text;
}

std::string Writer::values(const ast::Values& values, const Scope& scope) {
  std::string text;
  for (const auto& row : values.rows) {
    std::string list;
    for (const Expr& value : row) list += (list.empty() ? "" : ", ") + expression(value, scope);
    text += (text.empty() ? "VALUES (" : ", (") + list + ")";
  }
  return text;
}

std::string Writer::limit(const ast::Limit& limit, const Scope& scope) {
  if (limit.with_ties) refuse(limit.span, "FETCH … WITH TIES has no SQLite form");
  std::string text;
  if (limit.count) {
    text += " LIMIT " + expression(*limit.count, scope);
  } else if (limit.offset && sqlite()) {
    text += " LIMIT -1";
  }
  if (limit.offset) text += " OFFSET " + expression(*limit.offset, scope);
  return text;
}

std::string Writer::from(const ast::TableRef& table, Scope& scope) {
  if (const auto* join = std::get_if<ast::Join>(&table.node)) {
    const std::string text = this->join(*join, scope);
    if (!table.alias) return text;
    return refuse(table.span, "an alias of a whole join has no SQLite form");
  }
  std::string text;
  std::string columns;
  if (const auto* name = std::get_if<ast::TableRefName>(&table.node)) {
    const std::string& wanted = name->name.name.text;
    const bool here = !name->name.schema || name->name.schema->text == "public";
    if (target_.report != nullptr && here && !schema::relation_of(wanted, scope) &&
        !target_.schema->is_rumour(wanted)) {
      target_.report->unknown_table(name->name.name.span, wanted, target_.schema->relation_names());
    }
    text = table_name(name->name);
  } else if (const auto* subquery = std::get_if<ast::TableRefSubquery>(&table.node)) {
    if (subquery->lateral) refuse(table.span, "LATERAL has no SQLite form");
    text = "(" + select(*subquery->query, subquery->lateral ? &scope : scope.outer) + ")";
    if (sqlite() && !table.columns.empty()) {
      if (!std::holds_alternative<ast::Values>(subquery->query->body)) {
        refuse(table.span, "column names of a subquery have no SQLite form", "name them inside");
      }
      for (std::size_t i = 0; i < table.columns.size(); ++i) {
        columns += (columns.empty() ? "" : ", ") + ("column" + std::to_string(i + 1)) + " AS " +
                   quoted(table.columns[i].text);
      }
      text = "(SELECT " + columns + " FROM " + text + ")";
    }
  } else {
    const auto& call = std::get<ast::TableRefFunction>(table.node).call;
    schema::add_from(table, scope);
    return refuse(table.span, "function '" + call.name.name.text + "' in FROM has no SQLite form",
                  "a recursive WITH counts on both engines");
  }
  schema::add_from(table, scope);
  if (table.alias) text += " AS " + quoted(table.alias->text);
  if (!sqlite() && !table.columns.empty()) text += " (" + name_list(table.columns) + ")";
  return text;
}

std::string Writer::join(const ast::Join& join, Scope& scope) {
  std::string_view word = " JOIN ";
  if (join.kind == ast::JoinKind::left) word = " LEFT JOIN ";
  if (join.kind == ast::JoinKind::cross) word = " CROSS JOIN ";
  if (join.kind == ast::JoinKind::right || join.kind == ast::JoinKind::full) {
    refuse(join.right->span, "RIGHT and FULL JOIN need SQLite 3.39",
           "LEFT JOIN with the tables in the other order is portable");
  }
  std::string text = from(*join.left, scope) + (join.natural ? " NATURAL" : "") +
                     std::string(word) + from(*join.right, scope);
  for (const ast::Name& name : join.using_) {
    std::set<schema::Storage> storages;
    for (const schema::Relation& relation : scope.relations) {
      for (const schema::Field& field : relation.fields) {
        if (field.name == name.text) storages.insert(field.storage);
      }
    }
    if (storages.size() < 2 || !sqlite()) continue;
    refuse(name.span, "column '" + name.text + "' is kept in different ways on SQLite");
  }
  if (join.on) text += " ON " + expression(*join.on, scope);
  if (!join.using_.empty()) text += " USING (" + name_list(join.using_) + ")";
  return text;
}

}  // namespace retort::compiler::lower
