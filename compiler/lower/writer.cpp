// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Expressions: operators, predicates, and the parentheses that both engines need. In: a tree and
// what its names mean; out: text.
#include "lower/writer.hpp"

#include "lower/literal.hpp"
#include "lower/warnings.hpp"
#include "lower/writer_nodes.hpp"
#include "schema/names.hpp"

namespace retort::compiler::lower {

using ast::Expr;
using schema::Scope;

int precedence_of(const Expr& expression) {
  return std::visit(
      [](const auto& node) {
        using Node = std::decay_t<decltype(node)>;
        if constexpr (std::is_same_v<Node, ast::Logical>) {
          return node.op == ast::LogicalOperator::or_ ? 1 : 2;
        } else if constexpr (std::is_same_v<Node, ast::Unary>) {
          return node.op.kind == ast::Operator::logical_not ? 3 : 6;
        } else if constexpr (std::is_same_v<Node, ast::Binary>) {
          using ast::Operator;
          const bool compares =
              node.op.kind <= Operator::greater_equal || node.op.kind == Operator::other;
          return compares ? 4 : 5;
        } else if constexpr (std::is_same_v<Node, ast::IsTest> ||
                             std::is_same_v<Node, ast::DistinctFrom> ||
                             std::is_same_v<Node, ast::In> || std::is_same_v<Node, ast::Between> ||
                             std::is_same_v<Node, ast::Match> ||
                             std::is_same_v<Node, ast::Quantified>) {
          return 4;
        } else if constexpr (std::is_same_v<Node, ast::Collate> ||
                             std::is_same_v<Node, ast::AtTimeZone>) {
          return 5;
        } else {
          return 9;
        }
      },
      expression.node);
}

std::string Writer::expression(const Expr& expression, const Scope& scope) {
  return NodeWriter(*this, expression, scope).run();
}

std::string Writer::stored(const Expr& expression, const Scope& scope) {
  stored_ = true;
  std::string text = this->expression(expression, scope);
  stored_ = false;
  return text;
}

std::string Writer::operand(const Expr& expression, const Scope& scope, int precedence) {
  std::string text = this->expression(expression, scope);
  return precedence_of(expression) <= precedence ? "(" + text + ")" : text;
}

std::string Writer::refuse(source::Span span, std::string_view text, std::string_view help) {
  if (target_.report != nullptr) {
    target_.report->refuse(span, text, help);
  } else if (target_.unwritable != nullptr && target_.unwritable->empty()) {
    *target_.unwritable = text;
  }
  return "NULL";
}

std::string Writer::value_for(const Expr& value, const schema::Type& type, schema::Storage storage,
                              const Scope& scope) {
  if (storage != schema::Storage::standard && sqlite()) {
    return stored_value(value, type, storage, scope);
  }
  const auto* literal = std::get_if<ast::Literal>(&value.node);
  if (literal == nullptr) {
    if (const auto* cast = std::get_if<ast::Cast>(&value.node); cast != nullptr && sqlite()) {
      const auto* inner = std::get_if<ast::Literal>(&cast->operand->node);
      if (inner != nullptr && inner->kind == ast::LiteralKind::string &&
          schema::type_of(*cast->type, target_.schema).kind == type.kind) {
        return value_for(*cast->operand, type, storage, scope);
      }
    }
    return expression(value, scope);
  }
  if (type.kind == schema::TypeKind::boolean && literal->kind == ast::LiteralKind::number &&
      (literal->text == "0" || literal->text == "1")) {
    if (sqlite()) return literal->text;
    return literal->text == "1" ? "true" : "false";
  }
  if (literal->kind == ast::LiteralKind::string && sqlite()) {
    if (auto text = sqlite_literal(type, storage, literal->text)) return *text;
    return refuse(
        value.span,
        "'" + literal->text + "' is no " + schema::type_text(type) + " that both engines store",
        "write dates as YYYY-MM-DD, times as YYYY-MM-DD HH:MM:SS in UTC");
  }
  return expression(value, scope);
}

std::string Writer::order_by(const std::vector<ast::OrderTerm>& terms, const Scope& scope) {
  std::string text;
  for (const ast::OrderTerm& term : terms) {
    const schema::Field* field = schema::stored_field(*term.expr, scope);
    if (field != nullptr && field->storage == schema::Storage::text) {
      refuse(term.span, "decimals kept as text have no order on SQLite",
             "storage(" + field->name + "=scaled) has one");
    }
    if (sqlite() && target_.report != nullptr) warn_order(*term.expr, scope, *target_.report);
    text += (text.empty() ? "" : ", ") + stored(*term.expr, scope);
    const bool descending = term.order == ast::SortOrder::descending;
    if (descending) text += " DESC";
    if (term.using_operator) refuse(term.span, "ORDER BY … USING has no SQLite form");
    if (term.nulls == ast::NullsOrder::first) text += " NULLS FIRST";
    if (term.nulls == ast::NullsOrder::last) text += " NULLS LAST";
    // A number names a result column, which may be NULL as well as any other.
    if (term.nulls == ast::NullsOrder::unspecified && sqlite()) {
      text += descending ? " NULLS FIRST" : " NULLS LAST";
    }
  }
  return text;
}

std::string Writer::window(const ast::Window& window, const Scope& scope) {
  std::string text;
  const auto add = [&text](const std::string& part) { text += (text.empty() ? "" : " ") + part; };
  if (window.base) add(schema::quoted(window.base->text));
  std::string list;
  for (const Expr& expr : window.partition_by) {
    list += (list.empty() ? "" : ", ") + stored(expr, scope);
  }
  if (!list.empty()) add("PARTITION BY " + list);
  if (!window.order_by.empty()) add("ORDER BY " + order_by(window.order_by, scope));
  if (window.frame)
    add(frame_text(*window.frame, [&](const Expr& e) { return expression(e, scope); }));
  return text;
}

std::string Writer::returning(const std::vector<ast::ResultColumn>& columns, const Scope& scope) {
  std::string text;
  for (const ast::ResultColumn& column : columns) {
    text += (text.empty() ? " RETURNING " : ", ") + result_column(column, scope);
  }
  return text;
}

std::string Writer::result_column(const ast::ResultColumn& column, const Scope& scope) {
  std::string text = stored(column.expr, scope);
  if (column.alias) text += " AS " + schema::quoted(column.alias->text);
  return text;
}

}  // namespace retort::compiler::lower
