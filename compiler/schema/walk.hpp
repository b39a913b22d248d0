// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The direct parts of an expression, for walks over trees. `visit` takes an Expr&, `query` a
// Select&; both are const where the expression is.
#pragma once

#include <type_traits>
#include <variant>

#include "ast/select.hpp"

namespace retort::compiler::schema {

template <class Box, class Visit>
void visit_box(Box& box, const Visit& visit) {
  if (box) visit(*box);
}

template <class List, class Visit>
void visit_list(List& list, const Visit& visit) {
  for (auto& item : list) visit(item);
}

template <class Window, class Visit>
void visit_window(Window& window, const Visit& visit) {
  visit_list(window.partition_by, visit);
  for (auto& term : window.order_by) visit_box(term.expr, visit);
}

template <class Expression, class Visit, class Query>
void visit_parts(Expression& expression, const Visit& visit, const Query& query) {
  std::visit(
      [&](auto& node) {
        using Node = std::remove_const_t<std::remove_reference_t<decltype(node)>>;
        constexpr bool has_operand = requires { node.operand; };
        if constexpr (has_operand) visit_box(node.operand, visit);
        if constexpr (requires { node.left; }) visit_box(node.left, visit);
        if constexpr (requires { node.right; }) visit_box(node.right, visit);
        if constexpr (requires { node.subquery; }) visit_box(node.subquery, query);
        if constexpr (requires { node.query; }) visit_box(node.query, query);
        if constexpr (std::is_same_v<Node, ast::Logical>) {
          visit_list(node.operands, visit);
        } else if constexpr (std::is_same_v<Node, ast::In>) {
          visit_list(node.values, visit);
        } else if constexpr (std::is_same_v<Node, ast::Between>) {
          visit_box(node.low, visit);
          visit_box(node.high, visit);
        } else if constexpr (std::is_same_v<Node, ast::Match>) {
          visit_box(node.pattern, visit);
          visit_box(node.escape, visit);
        } else if constexpr (std::is_same_v<Node, ast::Quantified>) {
          visit_box(node.array, visit);
        } else if constexpr (std::is_same_v<Node, ast::Case>) {
          for (auto& when : node.whens) {
            visit_box(when.condition, visit);
            visit_box(when.result, visit);
          }
          visit_box(node.otherwise, visit);
        } else if constexpr (std::is_same_v<Node, ast::AtTimeZone>) {
          visit_box(node.zone, visit);
        } else if constexpr (std::is_same_v<Node, ast::Row>) {
          visit_list(node.fields, visit);
        } else if constexpr (std::is_same_v<Node, ast::Array>) {
          visit_list(node.elements, visit);
        } else if constexpr (std::is_same_v<Node, ast::Subscript>) {
          visit_box(node.lower, visit);
          visit_box(node.upper, visit);
        } else if constexpr (std::is_same_v<Node, ast::FunctionCall>) {
          for (auto& argument : node.arguments) visit_box(argument.value, visit);
          for (auto& term : node.order_by) visit_box(term.expr, visit);
          visit_box(node.filter, visit);
          if (node.over) visit_window(*node.over, visit);
        } else if constexpr (std::is_same_v<Node, ast::Extract>) {
          visit_box(node.source, visit);
        } else if constexpr (std::is_same_v<Node, ast::Position>) {
          visit_box(node.needle, visit);
          visit_box(node.haystack, visit);
        } else if constexpr (std::is_same_v<Node, ast::Substring>) {
          visit_box(node.from, visit);
          visit_box(node.length, visit);
        } else if constexpr (std::is_same_v<Node, ast::Trim>) {
          visit_box(node.characters, visit);
          visit_list(node.further, visit);
        } else if constexpr (std::is_same_v<Node, ast::Raise>) {
          visit_box(node.message, visit);
        }
      },
      expression.node);
}

// Every expression of the tree, the root first; not those of subqueries.
template <class Expression, class Visit>
void visit_tree(Expression& expression, const Visit& visit) {
  visit(expression);
  visit_parts(
      expression, [&visit](auto& part) { visit_tree(part, visit); }, [](auto&) {});
}

}  // namespace retort::compiler::schema
