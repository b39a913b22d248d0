// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Function calls, windows, ORDER BY and the keys of indexes to SQL. In: a tree. Out: its text.
#include <array>

#include "ast/printer.hpp"

namespace retort::compiler::ast {

void Printer::order_by(const std::vector<OrderTerm>& terms) {
  if (terms.empty()) return;
  word("ORDER BY");
  list(terms, [&](const OrderTerm& term) {
    expr(*term.expr);
    if (term.order == SortOrder::ascending) word("ASC");
    if (term.order == SortOrder::descending) word("DESC");
    if (term.using_operator) {
      word("USING");
      operator_name(*term.using_operator);
    }
    if (term.nulls == NullsOrder::first) word("NULLS FIRST");
    if (term.nulls == NullsOrder::last) word("NULLS LAST");
  });
}

void Printer::index_term(const IndexTerm& term) {
  if (term.column) {
    name(*term.column);
  } else if (const auto* plain = std::get_if<FunctionCall>(&term.expr->node);
             sqlite_ || (plain != nullptr && !plain->over && !plain->over_name && !plain->filter)) {
    expr(*term.expr);
  } else {
    word("(");
    expr(*term.expr);
    raw(")");
  }
  if (term.collation) {
    word("COLLATE");
    name(*term.collation);
  }
  if (term.operator_class) name(*term.operator_class);
  if (term.order == SortOrder::ascending) word("ASC");
  if (term.order == SortOrder::descending) word("DESC");
  if (term.nulls == NullsOrder::first) word("NULLS FIRST");
  if (term.nulls == NullsOrder::last) word("NULLS LAST");
}

void Printer::window(const Window& window) {
  if (window.base) name(*window.base);
  if (!window.partition_by.empty()) {
    word("PARTITION BY");
    list(window.partition_by, [&](const Expr& one) { expr(one); });
  }
  order_by(window.order_by);
  if (!window.frame) return;
  static constexpr std::array<std::string_view, 3> units = {"ROWS", "RANGE", "GROUPS"};
  static constexpr std::array<std::string_view, 5> bounds = {
      "UNBOUNDED PRECEDING", "PRECEDING", "CURRENT ROW", "FOLLOWING", "UNBOUNDED FOLLOWING"};
  static constexpr std::array<std::string_view, 5> exclusions = {
      "", "EXCLUDE CURRENT ROW", "EXCLUDE GROUP", "EXCLUDE TIES", "EXCLUDE NO OTHERS"};
  const auto bound = [&](const FrameBound& one) {
    if (one.offset) expr(*one.offset);
    word(bounds[static_cast<std::size_t>(one.kind)]);
  };
  word(units[static_cast<std::size_t>(window.frame->unit)]);
  if (window.frame->end) word("BETWEEN");
  bound(window.frame->start);
  if (window.frame->end) {
    word("AND");
    bound(*window.frame->end);
  }
  if (window.frame->exclude != FrameExclusion::none) {
    word(exclusions[static_cast<std::size_t>(window.frame->exclude)]);
  }
}

void Printer::call(const FunctionCall& call) {
  name(call.name);
  raw("(");
  if (call.star) raw("*");
  if (call.distinct) raw("DISTINCT");
  list(call.arguments, [&](const Argument& argument) {
    if (argument.variadic) word("VARIADIC");
    if (argument.name) {
      name(*argument.name);
      word("=>");
    }
    expr(*argument.value);
  });
  if (!call.within_group) order_by(call.order_by);
  raw(")");
  if (call.within_group) {
    word("WITHIN GROUP (");
    order_by(call.order_by);
    raw(")");
  }
  if (call.filter) {
    word("FILTER (WHERE");
    expr(*call.filter);
    raw(")");
  }
  if (call.over_name) {
    word("OVER");
    name(*call.over_name);
  }
  if (call.over) {
    word("OVER (");
    window(*call.over);
    raw(")");
  }
}

}  // namespace retort::compiler::ast
