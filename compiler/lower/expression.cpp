// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Expressions that stand by themselves in the model: defaults, CHECKs, index keys. In: a tree and
// whose columns it may name; out: text, or the names in it.
#include "lower/expression.hpp"

#include <algorithm>
#include <set>

#include "lower/writer.hpp"
#include "schema/names.hpp"
#include "schema/walk.hpp"

namespace retort::compiler::lower {
namespace {

schema::Scope scope_of(const Target& target) {
  schema::Scope scope;
  scope.schema = target.schema;
  if (target.table != nullptr) {
    scope.relations.push_back(schema::relation_of(*target.table, target.table->name));
  } else {
    scope.relations.push_back({{}, {}, true});
  }
  return scope;
}

bool is_literal(const ast::Expr& expression) {
  if (std::holds_alternative<ast::Literal>(expression.node)) return true;
  const auto* unary = std::get_if<ast::Unary>(&expression.node);
  return unary != nullptr && is_literal(*unary->operand) &&
         (unary->op.kind == ast::Operator::negate || unary->op.kind == ast::Operator::plus);
}

// 'x'::text and the like are literals of their type.
const ast::Expr& without_cast(const ast::Expr& expression) {
  const auto* cast = std::get_if<ast::Cast>(&expression.node);
  return cast != nullptr && is_literal(*cast->operand) ? *cast->operand : expression;
}

}  // namespace

std::string write_tree(const schema::Tree& tree, const Target& target) {
  Target condition = target;
  condition.place = Place::condition;
  return Writer(condition).expression(*tree, scope_of(target));
}

std::string write_select(const ast::Select& select, const Target& target) {
  Target view = target;
  view.place = Place::definition;
  return Writer(view).select(select, nullptr);
}

std::string write_default(const schema::Column& column, const Target& target) {
  const ast::Expr& value = without_cast(*column.default_value);
  schema::Scope scope;
  scope.schema = target.schema;
  Target definition = target;
  definition.place = Place::definition;
  const std::string text = Writer(definition).value_for(value, column.type, column.storage, scope);
  if (!target.sqlite() || is_literal(value)) return text;
  // The words that SQLite takes without parentheses.
  const bool word = text.compare(0, 8, "CURRENT_") == 0 && text.find(' ') == std::string::npos;
  return word ? text : "(" + text + ")";
}

bool is_constant_default(const schema::Column& column, const Target&) {
  return is_literal(without_cast(*column.default_value));
}

std::string collation_text(const std::string& collation, const Target& target) {
  if (target.sqlite()) return collation == "C" ? "BINARY" : schema::quoted(collation);
  return "\"" + collation + "\"";
}

std::string canonical_tree(const schema::Tree& tree,
                           const std::function<std::string(const std::string&)>& name) {
  Target target;
  schema::Scope scope;
  scope.relations.push_back({{}, {}, true});
  return Writer(target, name).expression(*tree, scope);
}

std::string canonical_select(const ast::Select& select) {
  Target target;
  const schema::Schema empty;
  target.schema = &empty;
  return Writer(target).select(select, nullptr);
}

std::vector<std::string> columns_of(const schema::Tree& tree) {
  std::vector<std::string> names;
  if (!tree) return names;
  schema::visit_tree(*tree, [&names](const ast::Expr& expression) {
    const auto* reference = std::get_if<ast::ColumnRef>(&expression.node);
    if (reference == nullptr) return;
    const std::string& name = reference->column.text;
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
  });
  return names;
}

const schema::Column* own_column(const schema::Constraint& constraint, const schema::Table& table,
                                 const Target& target) {
  using schema::ConstraintKind;
  const bool fits =
      constraint.kind == ConstraintKind::check || constraint.kind == ConstraintKind::foreign_key;
  if (!target.sqlite() || !fits || constraint.columns.size() != 1) return nullptr;
  return table.find(constraint.columns.front());
}

}  // namespace retort::compiler::lower
