// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statements that change rows: all of them at once, identities by hand; and GROUP BY. In: a
// statement and the schema around it; out: warnings, and a refusal of what SQLite would guess.
#include <algorithm>
#include <array>
#include <set>

#include "ast/print.hpp"
#include "dialect/ascii.hpp"
#include "lower/warnings.hpp"
#include "schema/walk.hpp"

namespace retort::compiler::lower {
namespace {

using ast::Expr;
using diag::Kind;
using schema::Scope;

void warn_all_rows(source::Span span, const std::string& what, const std::string& table,
                   Report& report) {
  report.warn(Kind::unqualified_dml, span, what + " of every row of '" + table + "'")
      .help("a WHERE, also one that is always true, says that it is meant");
}

bool is_aggregate(const ast::FunctionCall& call) {
  constexpr std::array<std::string_view, 9> names = {
      "count", "sum", "avg", "min", "max", "string_agg", "bool_and", "bool_or", "every"};
  const std::string name = dialect::lower_case(call.name.name.text);
  return std::find(names.begin(), names.end(), name) != names.end() && !call.over &&
         !call.over_name;
}

bool has_aggregate(const Expr& expression) {
  bool found = false;
  schema::visit_tree(expression, [&found](const Expr& part) {
    const auto* call = std::get_if<ast::FunctionCall>(&part.node);
    found = found || (call != nullptr && is_aggregate(*call));
  });
  return found;
}

class Grouping {
 public:
  Grouping(const ast::SelectCore& core, const Scope& scope, Report& report)
      : core_(core), scope_(scope), report_(report) {}

  void run() {
    bool aggregates = !core_.group_by.empty();
    for (const ast::ResultColumn& column : core_.columns) {
      aggregates = aggregates || has_aggregate(column.expr);
    }
    if (!aggregates) return;
    for (const ast::GroupingElement& element : core_.group_by) {
      if (!element.expr) return;
      const auto* literal = std::get_if<ast::Literal>(&element.expr->node);
      if (literal != nullptr) return;  // the number of a result column
      keys_.insert(ast::print(*element.expr, dialect::Engine::postgres));
      if (const auto* reference = std::get_if<ast::ColumnRef>(&element.expr->node)) {
        columns_.insert(reference->column.text);
      }
    }
    for (const ast::ResultColumn& column : core_.columns) {
      if (column.alias && columns_.count(column.alias->text) != 0) continue;
      visit(column.expr);
    }
  }

 private:
  void visit(const Expr& expression) {
    if (keys_.count(ast::print(expression, dialect::Engine::postgres)) != 0) return;
    const auto* call = std::get_if<ast::FunctionCall>(&expression.node);
    if (call != nullptr && is_aggregate(*call)) return;
    if (const auto* reference = std::get_if<ast::ColumnRef>(&expression.node)) check(*reference);
    schema::visit_parts(
        expression, [this](const Expr& part) { visit(part); }, [](const auto&) {});
  }

  void check(const ast::ColumnRef& reference) {
    if (columns_.count(reference.column.text) != 0) return;
    const schema::Resolved resolved = schema::resolve(reference, scope_);
    // Of a query around this one, or of a table whose key is among the keys.
    if (resolved.relation == nullptr || !is_here(resolved.relation)) return;
    if (has_whole_key(*resolved.relation)) return;
    report_.refuse(reference.column.span,
                   "column '" + reference.column.text +
                       "' is neither in GROUP BY nor inside an aggregate: an error on PostgreSQL, "
                       "any row's value on SQLite",
                   "add it to GROUP BY, or write min(" + reference.column.text + ")");
  }

  bool is_here(const schema::Relation* relation) const {
    return std::any_of(scope_.relations.begin(), scope_.relations.end(),
                       [relation](const schema::Relation& r) { return &r == relation; });
  }

  bool has_whole_key(const schema::Relation& relation) const {
    return !relation.key.empty() &&
           std::all_of(relation.key.begin(), relation.key.end(),
                       [this](const std::string& column) { return columns_.count(column) != 0; });
  }

  const ast::SelectCore& core_;
  const Scope& scope_;
  Report& report_;
  std::set<std::string> keys_;     // as text
  std::set<std::string> columns_;  // those that are columns
};

}  // namespace

void warn_rows(const ast::Update& node, const schema::Table* table, const schema::Schema& start,
               Report& report) {
  if (node.where || !node.from.empty() || table == nullptr) return;
  const schema::Table* before = start.table_by_id(table->id);
  if (before == nullptr) return;
  const bool fills = std::all_of(
      node.assignments.begin(), node.assignments.end(), [&](const ast::Assignment& assignment) {
        return std::all_of(assignment.columns.begin(), assignment.columns.end(),
                           [&](const ast::Name& name) {
                             const schema::Column* column = table->find(name.text);
                             return column != nullptr && before->find_id(column->id) == nullptr;
                           });
      });
  if (!fills) warn_all_rows(node.table.span, "UPDATE", table->name, report);
}

void warn_rows(const ast::Delete& node, const schema::Schema& start, Report& report) {
  const std::string& name = node.table.name.text;
  if (node.where || !node.using_.empty() || start.table(name) == nullptr) return;
  warn_all_rows(node.table.span, "DELETE", name, report);
}

void warn_rows(const ast::Truncate& node, const schema::Schema& start, Report& report) {
  for (const ast::QualifiedName& name : node.tables) {
    if (start.table(name.name.text) == nullptr) continue;
    warn_all_rows(name.span, "TRUNCATE", name.name.text, report);
  }
}

void warn_rows(const ast::Insert& node, const schema::Table* table, Report& report) {
  if (table == nullptr || !node.source) return;
  const auto* rows = std::get_if<ast::Values>(&node.source->body);
  for (std::size_t i = 0; i < node.columns.size(); ++i) {
    const schema::Column* column = table->find(node.columns[i].text);
    if (column == nullptr || column->identity == schema::Identity::none) continue;
    const bool left_out =
        rows != nullptr && std::all_of(rows->rows.begin(), rows->rows.end(), [i](const auto& row) {
          return i < row.size() && std::holds_alternative<ast::DefaultValue>(row[i].node);
        });
    if (left_out) continue;
    report
        .warn(Kind::identity_explicit_id, node.columns[i].span,
              "the counter of '" + column->name +
                  "' does not follow an explicit id on PostgreSQL: a later INSERT may fail")
        .help(
            "leave the column out, or set the counter in a section of PostgreSQL:  SELECT "
            "setval(pg_get_serial_sequence('" +
            table->name + "', '" + column->name + "'), …)");
  }
}

void warn_star(const ast::SelectCore& core, Report& report) {
  for (const ast::ResultColumn& column : core.columns) {
    if (!std::holds_alternative<ast::Star>(column.expr.node)) continue;
    report
        .warn(Kind::view_star, column.expr.span,
              "the columns of '*' are those of today on PostgreSQL, those of each day on SQLite")
        .help("name the columns");
  }
}

void check_grouping(const ast::SelectCore& core, const Scope& scope, Report& report) {
  Grouping(core, scope, report).run();
}

}  // namespace retort::compiler::lower
