// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Expressions to SQL. In: a tree. Out: its text, with parentheses where the tree has another shape
// than the text without them, in either engine: their precedences differ, so only what is common to
// both is used (* before +, both before comparisons, these before NOT, AND, OR).
#include <array>

#include "ast/printer.hpp"

namespace retort::compiler::ast {
namespace {

constexpr unsigned level_or = 1, level_and = 2, level_not = 3, level_test = 4, level_other = 5,
                   level_add = 6, level_multiply = 7, level_primary = 100;

unsigned level_of(const OperatorName& op) {
  switch (op.kind) {
    case Operator::add:
    case Operator::subtract:
      return level_add;
    case Operator::multiply:
    case Operator::divide:
    case Operator::modulo:
      return level_multiply;
    case Operator::equal:
    case Operator::not_equal:
    case Operator::less:
    case Operator::less_equal:
    case Operator::greater:
    case Operator::greater_equal:
      return level_test;
    default:
      return level_other;
  }
}

struct Level {
  unsigned operator()(const Logical& node) const {
    return node.op == LogicalOperator::or_ ? level_or : level_and;
  }
  unsigned operator()(const Unary& node) const {
    return node.op.kind == Operator::logical_not ? level_not : level_other;
  }
  unsigned operator()(const Binary& node) const {
    return node.op.explicit_form ? level_other : level_of(node.op);
  }
  unsigned operator()(const IsTest&) const { return level_test; }
  unsigned operator()(const DistinctFrom&) const { return level_test; }
  unsigned operator()(const In&) const { return level_test; }
  unsigned operator()(const Between&) const { return level_test; }
  unsigned operator()(const Match&) const { return level_test; }
  unsigned operator()(const Quantified&) const { return level_test; }
  unsigned operator()(const Collate&) const { return level_other; }
  unsigned operator()(const AtTimeZone&) const { return level_other; }
  // A literal with a type in front of it is one for :: and [ ], but no operand of them.
  unsigned operator()(const Cast& node) const {
    return node.form == CastForm::double_colon ? level_primary - 1 : level_primary;
  }
  template <class Node>
  unsigned operator()(const Node&) const {
    return level_primary;
  }
};

unsigned level_of(const Expr& expr) { return std::visit(Level{}, expr.node); }

}  // namespace

void Printer::operand(const Expr& inner, unsigned minimum) {
  if (level_of(inner) >= minimum) {
    expr(inner);
    return;
  }
  word("(");
  expr(inner);
  raw(")");
}

void Printer::operator_name(const OperatorName& op) {
  if (!op.explicit_form) {
    word(op.kind == Operator::logical_not ? std::string_view("NOT") : std::string_view(op.text));
    return;
  }
  word("OPERATOR(");
  if (op.schema) {
    name(*op.schema);
    raw(".");
  }
  raw(op.text).raw(")");
}

void Printer::query_in_parentheses(const Box<Select>& query) {
  word("(");
  node(*query);
  raw(")");
}

void Printer::print_node(const Literal& literal) {
  switch (literal.kind) {
    case LiteralKind::null_value:
      word("NULL");
      break;
    case LiteralKind::true_value:
      word("TRUE");
      break;
    case LiteralKind::false_value:
      word("FALSE");
      break;
    case LiteralKind::number:
      word(literal.text);
      break;
    case LiteralKind::string:
      string(literal.text);
      break;
    case LiteralKind::blob:
    case LiteralKind::hex_string:
      word("x'" + literal.text + "'");
      break;
    case LiteralKind::bit_string:
      word("B'" + literal.text + "'");
      break;
  }
}

namespace {

constexpr std::array<std::string_view, 6> match_words = {"LIKE", "ILIKE",  "SIMILAR TO",
                                                         "GLOB", "REGEXP", "MATCH"};

}  // namespace

void Printer::print_node(const Quantified& node) {
  operand(*node.left, level_other);
  if (node.match) {
    if (node.negated) word("NOT");
    word(match_words[static_cast<std::size_t>(*node.match)]);
  } else {
    operator_name(node.op);
  }
  word(node.all ? "ALL (" : "ANY (");
  if (node.subquery) {
    this->node(*node.subquery);
  } else {
    expr(*node.array);
  }
  raw(")");
}

void Printer::print_node(const Match& node) {
  operand(*node.operand, level_other);
  if (node.negated) word("NOT");
  word(match_words[static_cast<std::size_t>(node.op)]);
  operand(*node.pattern, level_other);
  if (!node.escape) return;
  word("ESCAPE");
  operand(*node.escape, level_other);
}

void Printer::print_node(const In& node) {
  operand(*node.operand, level_other);
  if (node.negated) word("NOT");
  word("IN");
  if (node.table) {
    name(*node.table);
  } else if (node.subquery) {
    query_in_parentheses(node.subquery);
  } else {
    word("(");
    list(node.values, [&](const Expr& value) { expr(value); });
    raw(")");
  }
}

void Printer::print_node(const Cast& node) {
  if (node.form == CastForm::double_colon) {
    operand(*node.operand, level_primary - 1);
    raw("::");
    const std::size_t at = text_.size();
    type(*node.type);
    if (text_[at] == ' ') text_.erase(at, 1);
    return;
  }
  if (node.form == CastForm::prefix && node.type->interval_fields.empty()) {
    type(*node.type);
    expr(*node.operand);
    return;
  }
  word("CAST(");
  expr(*node.operand);
  word("AS");
  type(*node.type);
  raw(")");
}

void Printer::print_node(const Trim& node) {
  static constexpr std::array<std::string_view, 3> sides = {"BOTH", "LEADING", "TRAILING"};
  word("TRIM(");
  if (node.side) word(sides[static_cast<std::size_t>(*node.side)]);
  if (node.characters) expr(*node.characters);
  if (node.from) word("FROM");
  expr(*node.operand);
  for (const Expr& more : node.further) {
    raw(", ");
    expr(more);
  }
  raw(")");
}

namespace {

// Nodes that are printed in a few lines; the others have functions of their own.
struct Small {
  Printer& printer;
  bool qualified(const Box<Name>& schema, const Box<Name>& table) const {
    if (schema) printer.name(*schema), printer.raw(".");
    if (table) behind(*table, static_cast<bool>(schema)), printer.raw(".");
    return schema || table;
  }
  void behind(const Name& name, bool dot) const {
    if (!dot) return printer.name(name);
    Printer other(printer.sqlite() ? dialect::Engine::sqlite : dialect::Engine::postgres);
    other.name(name);
    printer.raw(other.take());
  }
  void expressions(const std::vector<Expr>& list) const {
    printer.list(list, [&](const Expr& one) { printer.expr(one); });
  }

  void operator()(const Parameter& node) const { printer.word(node.text); }
  void operator()(const ColumnRef& node) const {
    behind(node.column, qualified(node.schema, node.table));
  }
  void operator()(const Star& node) const {
    if (qualified(node.schema, node.table)) {
      printer.raw("*");
    } else {
      printer.word("*");
    }
  }
  void operator()(const DefaultValue&) const { printer.word("DEFAULT"); }
  void operator()(const Row& node) const {
    printer.word(node.explicit_form ? "ROW(" : "(");
    expressions(node.fields);
    printer.raw(")");
  }
  void operator()(const Array& node) const {
    if (!node.nested) printer.word("ARRAY");
    if (node.subquery) {
      printer.raw("(");
      printer.node(*node.subquery);
      printer.raw(")");
      return;
    }
    printer.raw("[");
    expressions(node.elements);
    printer.raw("]");
  }
  void operator()(const Case& node) const {
    printer.word("CASE");
    if (node.operand) printer.expr(*node.operand);
    for (const When& when : node.whens) {
      printer.word("WHEN");
      printer.expr(*when.condition);
      printer.word("THEN");
      printer.expr(*when.result);
    }
    if (node.otherwise) printer.word("ELSE"), printer.expr(*node.otherwise);
    printer.word("END");
  }
  void operator()(const CurrentValue& node) const {
    printer.word(node.name);
    if (node.precision) printer.raw("(" + std::to_string(*node.precision) + ")");
  }
  void operator()(const Extract& node) const {
    printer.word("EXTRACT(");
    if (node.field_is_string) {
      printer.string(node.field.text);
    } else {
      printer.name(node.field);
    }
    printer.word("FROM");
    printer.expr(*node.source);
    printer.raw(")");
  }
  void operator()(const Substring& node) const {
    printer.word("SUBSTRING(");
    printer.expr(*node.operand);
    if (node.from) printer.word("FROM"), printer.expr(*node.from);
    if (node.length) printer.word("FOR"), printer.expr(*node.length);
    printer.raw(")");
  }
  void operator()(const Raise& node) const {
    printer.word("RAISE(").raw(node.action);
    if (node.message) printer.raw(", "), printer.expr(*node.message);
    printer.raw(")");
  }
};

}  // namespace

void Printer::expr(const Expr& expr) {
  const auto print = [&](const auto& one) {
    using Node = std::decay_t<decltype(one)>;
    if constexpr (std::is_same_v<Node, Unary>) {
      operator_name(one.op);
      // Never "--": that begins a comment.
      word("");
      operand(*one.operand, one.op.kind == Operator::logical_not ? level_test : level_primary - 1);
    } else if constexpr (std::is_same_v<Node, Binary>) {
      const unsigned level = Level{}(one);
      const bool arithmetic = level == level_add || level == level_multiply;
      operand(*one.left, arithmetic            ? level
                         : level == level_test ? level_other
                                               : level_primary - 1);
      operator_name(one.op);
      operand(*one.right, arithmetic            ? level + 1
                          : level == level_test ? level_other
                                                : level_primary - 1);
    } else if constexpr (std::is_same_v<Node, Logical>) {
      bool first = true;
      for (const Expr& inner : one.operands) {
        if (!first) word(one.op == LogicalOperator::and_ ? "AND" : "OR");
        first = false;
        operand(inner, Level{}(one) + 1);
      }
    } else if constexpr (std::is_same_v<Node, IsTest>) {
      static constexpr std::array<std::string_view, 4> kinds = {"NULL", "TRUE", "FALSE", "UNKNOWN"};
      operand(*one.operand, level_other);
      word(one.negated ? "IS NOT" : "IS").word(kinds[static_cast<std::size_t>(one.kind)]);
    } else if constexpr (std::is_same_v<Node, DistinctFrom>) {
      operand(*one.left, level_other);
      if (one.is_operator) {
        word(one.negated ? "IS" : "IS NOT");
      } else {
        word(one.negated ? "IS NOT DISTINCT FROM" : "IS DISTINCT FROM");
      }
      operand(*one.right, level_other);
    } else if constexpr (std::is_same_v<Node, Between>) {
      operand(*one.operand, level_other);
      if (one.negated) word("NOT");
      word(one.symmetric ? "BETWEEN SYMMETRIC" : "BETWEEN");
      operand(*one.low, level_other);
      word("AND");
      operand(*one.high, level_other);
    } else if constexpr (std::is_same_v<Node, Exists>) {
      word("EXISTS");
      query_in_parentheses(one.query);
    } else if constexpr (std::is_same_v<Node, ScalarSubquery>) {
      query_in_parentheses(one.query);
    } else if constexpr (std::is_same_v<Node, Collate>) {
      operand(*one.operand, level_primary - 1);
      word("COLLATE");
      name(one.collation);
    } else if constexpr (std::is_same_v<Node, AtTimeZone>) {
      operand(*one.operand, level_primary - 1);
      word("AT TIME ZONE");
      operand(*one.zone, level_primary - 1);
    } else if constexpr (std::is_same_v<Node, Position>) {
      word("POSITION(");
      operand(*one.needle, level_other);
      word("IN");
      operand(*one.haystack, level_other);
      raw(")");
    } else if constexpr (std::is_same_v<Node, Subscript> || std::is_same_v<Node, Field>) {
      node_of(expr);
    } else if constexpr (requires { print_node(one); }) {
      print_node(one);
    } else {
      Small{*this}(one);
    }
  };
  std::visit(print, expr.node);
}

// x[1] and (x).field: x is a column, a parameter or one of these, else it stands in parentheses.
void Printer::node_of(const Expr& outer) {
  const auto* subscript = std::get_if<Subscript>(&outer.node);
  const auto* field = std::get_if<Field>(&outer.node);
  const Expr& inner = subscript != nullptr ? *subscript->operand : *field->operand;
  const bool chained = std::holds_alternative<Field>(inner.node) ||
                       (subscript != nullptr && std::holds_alternative<Subscript>(inner.node));
  const bool column = subscript != nullptr && (std::holds_alternative<ColumnRef>(inner.node) ||
                                               std::holds_alternative<Parameter>(inner.node));
  operand(inner, chained || column ? level_primary : level_primary + 1);
  if (field != nullptr) {
    raw(".");
    if (field->name) {
      Small{*this}.behind(*field->name, true);
    } else {
      raw("*");
    }
    return;
  }
  raw("[");
  if (subscript->lower) expr(*subscript->lower);
  if (subscript->slice) raw(":");
  if (subscript->upper) expr(*subscript->upper);
  raw("]");
}

}  // namespace retort::compiler::ast
