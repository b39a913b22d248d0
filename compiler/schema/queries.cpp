// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Walks over whole queries. In: a statement; out: the names of tables and columns in it.
#include "schema/queries.hpp"

#include <functional>

#include "schema/applier.hpp"
#include "schema/walk.hpp"

namespace retort::compiler::schema {
namespace {

// Calls back for every expression and every table of a query and of the queries inside it.
template <class Query>
class QueryWalk {
 public:
  using Expression = std::conditional_t<std::is_const_v<Query>, const ast::Expr, ast::Expr>;
  using Reference = std::conditional_t<std::is_const_v<Query>, const ast::TableRef, ast::TableRef>;
  using TableName =
      std::conditional_t<std::is_const_v<Query>, const ast::QualifiedName, ast::QualifiedName>;

  std::function<void(Expression&)> expression = [](Expression&) {};
  std::function<void(TableName&)> table = [](TableName&) {};
  std::set<std::string> local;  // names of WITH

  void select(Query& query) {
    if (query.with) with(*query.with);
    std::visit([this](auto& body) { (*this)(body); }, query.body);
    for (auto& term : query.order_by) box(term.expr);
    if (query.limit) {
      box(query.limit->count);
      box(query.limit->offset);
    }
  }
  template <class With>
  void with(With& with) {
    for (auto& cte : with.tables) {
      local.insert(cte.name.text);
      std::visit([this](auto& query) { this->change(query); }, cte.query);
    }
  }
  template <class Core>
  requires requires(Core& core) {
    core.from;
    core.columns;
  }
  void operator()(Core& core) {
    for (auto& item : core.from) from(item);
    for (auto& expr : core.distinct_on) tree(expr);
    for (auto& column : core.columns) tree(column.expr);
    box(core.where);
    for (auto& element : core.group_by) box(element.expr);
    box(core.having);
  }
  template <class Values>
  requires requires(Values& values) { values.rows; }
  void operator()(Values& values) {
    for (auto& row : values.rows) {
      for (auto& value : row) tree(value);
    }
  }
  template <class Table>
  requires requires(Table& query) { query.table; }
  void operator()(Table& query) { table(query.table); }
  template <class Set>
  requires requires(Set& set) { set.op; }
  void operator()(Set& set) {
    if (set.left) select(*set.left);
    if (set.right) select(*set.right);
  }
  void from(Reference& reference) {
    if (auto* name = std::get_if<ast::TableRefName>(&reference.node)) {
      table(name->name);
    } else if (auto* subquery = std::get_if<ast::TableRefSubquery>(&reference.node)) {
      select(*subquery->query);
    } else if (auto* join = std::get_if<ast::Join>(&reference.node)) {
      if (join->left) from(*join->left);
      if (join->right) from(*join->right);
      box(join->on);
    } else if (auto* function = std::get_if<ast::TableRefFunction>(&reference.node)) {
      for (auto& argument : function->call.arguments) box(argument.value);
    }
  }
  template <class Boxed>
  void change(Boxed& query) {
    if (!query) return;
    if constexpr (requires { query->body; }) {
      select(*query);
    } else {
      dml(*query);
    }
  }
  template <class Dml>
  void dml(Dml& statement) {
    if (statement.with) with(*statement.with);
    table(statement.table);
    if constexpr (requires { statement.source; }) {
      if (statement.source) select(*statement.source);
      for (auto& conflict : statement.on_conflict) {
        for (auto& item : conflict.assignments) tree(item.value);
        box(conflict.where);
      }
    }
    if constexpr (requires { statement.assignments; }) {
      for (auto& item : statement.assignments) tree(item.value);
      for (auto& item : statement.from) from(item);
    }
    if constexpr (requires { statement.using_; }) {
      for (auto& item : statement.using_) from(item);
    }
    if constexpr (requires { statement.where; }) box(statement.where);
  }
  template <class Box>
  void box(Box& value) {
    if (value) tree(*value);
  }
  void tree(Expression& root) {
    expression(root);
    visit_parts(
        root, [this](auto& part) { tree(part); }, [this](auto& query) { select(query); });
  }
};

std::set<std::string> collect(const std::function<void(QueryWalk<const ast::Select>&)>& run) {
  std::set<std::string> names;
  QueryWalk<const ast::Select> walk;
  walk.table = [&names](const ast::QualifiedName& name) { names.insert(name.name.text); };
  run(walk);
  for (const std::string& name : walk.local) names.erase(name);
  return names;
}

}  // namespace

std::set<std::string> tables_in(const ast::Select& query) {
  return collect([&query](auto& walk) { walk.select(query); });
}

std::set<std::string> tables_in(const ast::TriggerStatement& statement) {
  return collect([&statement](auto& walk) {
    std::visit(
        [&walk](const auto& node) {
          if constexpr (requires { node.body; }) {
            walk.select(node);
          } else {
            walk.dml(node);
          }
        },
        statement);
  });
}

std::set<std::string> tables_in(const ast::Statement& statement) {
  if (const auto* select = std::get_if<ast::Select>(&statement.node)) return tables_in(*select);
  if (const auto* insert = std::get_if<ast::Insert>(&statement.node)) {
    return collect([insert](auto& walk) { walk.dml(*insert); });
  }
  if (const auto* update = std::get_if<ast::Update>(&statement.node)) {
    return collect([update](auto& walk) { walk.dml(*update); });
  }
  if (const auto* remove = std::get_if<ast::Delete>(&statement.node)) {
    return collect([remove](auto& walk) { walk.dml(*remove); });
  }
  std::set<std::string> names;
  if (const auto* truncate = std::get_if<ast::Truncate>(&statement.node)) {
    for (const auto& name : truncate->tables) names.insert(name.name.text);
  }
  return names;
}

std::set<std::string> columns_in(const ast::Select& query) {
  std::set<std::string> names;
  QueryWalk<const ast::Select> walk;
  walk.expression = [&names](const ast::Expr& part) {
    if (const auto* reference = std::get_if<ast::ColumnRef>(&part.node)) {
      names.insert(reference->column.text);
    } else if (std::holds_alternative<ast::Star>(part.node)) {
      names.insert("*");
    }
  };
  walk.select(query);
  return names;
}

void rename_table_in(ast::Select& query, const std::string& from, const std::string& to) {
  QueryWalk<ast::Select> walk;
  walk.table = [&](ast::QualifiedName& name) {
    if (name.name.text == from) name.name.text = to;
  };
  walk.expression = [&](ast::Expr& part) {
    auto* reference = std::get_if<ast::ColumnRef>(&part.node);
    if (reference != nullptr && reference->table && reference->table->text == from) {
      reference->table->text = to;
    }
  };
  walk.select(query);
}

bool view_names_column(const View& view, const std::string& column) {
  const std::set<std::string> names = columns_in(*view.query);
  return names.count(column) != 0;
}

void rename_in_views(Schema& schema, const std::string& from, const std::string& to) {
  for (auto& [key, view] : schema.views) {
    if (view->reads.count(schema.key(from)) == 0 || !view->query) continue;
    auto copy = std::make_shared<View>(*view);
    auto query = std::make_shared<ast::Select>(*view->query);
    rename_table_in(*query, from, to);
    copy->query = std::move(query);
    copy->reads.erase(schema.key(from));
    copy->reads.insert(schema.key(to));
    view = std::move(copy);
  }
}

}  // namespace retort::compiler::schema
