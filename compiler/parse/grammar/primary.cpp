// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What an expression is made of: literals, columns, parentheses, subqueries, arrays. In: tokens.
// Out: a tree. Calls and what looks like one are in call.cpp.
#include "parse/grammar/functions.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::Expr;
using ast::Literal;
using ast::LiteralKind;
using lex::TokenKind;

bool literal(Cursor& at, Expr& expr, LiteralKind kind, std::string text, unsigned tokens = 1) {
  expr.node = Literal{kind, std::move(text)};
  at += tokens;
  return true;
}

bool string_literal(Cursor& at, State& state, Expr& expr) {
  const char front = detail::lower(state.slice(*at).front());
  const bool hex = front == 'x';
  if (hex || front == 'b') {
    std::string text;
    if (!decode_string(state, *at, text)) return state.expect(at, "a string");
    const LiteralKind kind = !hex           ? LiteralKind::bit_string
                             : state.sqlite ? LiteralKind::blob
                                            : LiteralKind::hex_string;
    return literal(at, expr, kind, std::move(text));
  }
  ast::Text text;
  if (!parse_string(at, state, text)) return false;
  return literal(at, expr, LiteralKind::string, std::move(text.text), 0);
}

bool boxed_query(Cursor& at, State& state, ast::Box<ast::Select>& box) {
  const Cursor first = at;
  ast::Select query;
  if (!state.accept(at, '(', "'('") || !parse_query(at, state, query) ||
      !state.accept(at, ')', "')'")) {
    at = first;
    return false;
  }
  box = std::move(query);
  return true;
}

bool expressions(Cursor& at, State& state, std::vector<Expr>& list) {
  do {
    list.emplace_back();
    if (!parse_expression(at, state, list.back())) return false;
  } while (state.accept(at, ',', "','"));
  return true;
}

// Behind a primary of PostgreSQL that is no column: [1], .field, .*
bool indirection(Cursor& at, State& state, Expr& expr, Cursor first) {
  // ((x).a).b is not (x).a.b for PostgreSQL's parser, and the tree has no place for that.
  if (at->is('.') && std::holds_alternative<ast::Field>(expr.node)) return false;
  while (at->is('.') && !state.sqlite) {
    ast::Field field;
    field.operand = std::move(expr);
    ++at;
    if (at->is('*')) {
      ++at;
    } else {
      ast::Name name;
      if (!parse_label(at, state, name)) return false;
      field.name = std::move(name);
    }
    expr = Expr{state.span(first, at), std::move(field)};
    if (++state.height > max_height) return state.enough(at);
  }
  return true;
}

// An expression or a query in parentheses, or a row.
bool parentheses(Cursor& at, State& state, Expr& expr) {
  const Cursor first = at;
  if (at_query(at + 1)) {
    ast::ScalarSubquery node;
    if (!boxed_query(at, state, node.query)) return false;
    expr.node = std::move(node);
    return indirection(at, state, expr, first);
  }
  ++at;
  ast::Row row;
  if (!expressions(at, state, row.fields)) return false;
  if (!state.accept(at, ')', "')'")) return false;
  if (row.fields.size() > 1) {
    expr.node = std::move(row);
    return true;
  }
  Expr inner = std::move(row.fields.front());
  expr = std::move(inner);
  return indirection(at, state, expr, first);
}

// ARRAY[…], and the [ … ] inside
bool array_elements(Cursor& at, State& state, ast::Array& array) {
  ++at;
  if (at->is(']')) return ++at, true;
  do {
    array.elements.emplace_back();
    Expr& element = array.elements.back();
    const Cursor first = at;
    if (at->is('[')) {
      const Nesting nesting(state, at);
      ast::Array inner;
      inner.nested = true;
      if (!nesting || !array_elements(at, state, inner)) return false;
      element.node = std::move(inner);
      element.span = state.span(first, at);
    } else if (!parse_expression(at, state, element)) {
      return false;
    }
  } while (state.accept(at, ',', "','"));
  return state.accept(at, ']', "']'");
}

bool array(Cursor& at, State& state, Expr& expr) {
  ++at;
  ast::Array node;
  if (!(at->is('[') ? array_elements(at, state, node) : boxed_query(at, state, node.subquery))) {
    return false;
  }
  expr.node = std::move(node);
  return true;
}

// a, t.a, s.t.a, t.*
bool column(Cursor& at, State& state, Expr& expr) {
  ast::Name parts[3];
  std::size_t count = 0;
  if (!parse_name(at, state, parts[count++])) return false;
  while (at->is('.')) {
    if (at[1].is('*')) {
      if (count == 3) return state.expect(at, "an operator");
      at += 2;
      ast::Star star;
      if (count == 2) star.schema = std::move(parts[0]);
      star.table = std::move(parts[count - 1]);
      expr.node = std::move(star);
      return true;
    }
    if (count == 3) return state.expect(at, "an operator");
    ++at;
    if (!parse_label(at, state, parts[count++])) return false;
  }
  ast::ColumnRef ref;
  ref.column = std::move(parts[count - 1]);
  if (count > 1) ref.table = std::move(parts[count - 2]);
  if (count > 2) ref.schema = std::move(parts[0]);
  expr.node = std::move(ref);
  return true;
}

// date '2024-05-07', int '1', interval '1 day': a type that a string stands behind.
bool typed_string(Cursor& at, State& state, Expr& expr) {
  ast::Cast cast;
  cast.form = ast::CastForm::prefix;
  ast::TypeName type;
  Expr string;
  const bool interval = at->is("interval"_k);
  if (interval && at[1].kind == TokenKind::string) {
    type.span = type.name.span = state.span(at, at + 1);
    type.name.text = "interval";
    ++at;
  } else if (!parse_type(at, state, type)) {
    return false;
  }
  const Cursor at_string = at;
  ast::Text text;
  if (!type.array.empty() || type.setof || !parse_string(at, state, text)) return false;
  string = Expr{state.span(at_string, at), Literal{LiteralKind::string, std::move(text.text)}};
  if (interval && type.modifiers.empty() && !parse_interval_fields(at, state, type)) return false;
  cast.type = std::move(type);
  cast.operand = std::move(string);
  expr.node = std::move(cast);
  return true;
}

// Words that are no column and no function, whatever stands behind them.
bool keyword_primary(Cursor& at, State& state, Expr& expr, bool& known) {
  known = true;
  switch (at->keyword) {
    case "null"_k:
      return literal(at, expr, LiteralKind::null_value, "");
    case "true"_k:
    case "false"_k:
      if (state.sqlite && (at[1].is('.') || at[1].is('('))) break;
      return literal(at, expr,
                     at->is("true"_k) ? LiteralKind::true_value : LiteralKind::false_value, "");
    case "exists"_k: {
      ast::Exists node;
      ++at;
      if (!boxed_query(at, state, node.query)) return false;
      expr.node = std::move(node);
      return true;
    }
    case "array"_k:
      if (state.sqlite) break;
      return array(at, state, expr);
    case "row"_k: {
      if (state.sqlite || !at[1].is('(')) break;
      ast::Row row;
      row.explicit_form = true;
      at += 2;
      if (!at->is(')') && !expressions(at, state, row.fields)) return false;
      if (!state.accept(at, ')', "')'")) return false;
      expr.node = std::move(row);
      return true;
    }
    case "default"_k:
      if (state.sqlite) break;
      ++at;
      expr.node = ast::DefaultValue{};
      return true;
    default:
      break;
  }
  known = false;
  return false;
}

bool word_primary(Cursor& at, State& state, Expr& expr) {
  bool known = false;
  const bool read = keyword_primary(at, state, expr, known);
  if (known) return read;
  const Cursor first = at;
  if (parse_special_call(at, state, expr)) return true;
  if (state.too_deep != nullptr) return false;
  at = first;
  if (!state.sqlite) {
    const bool type_word =
        is_type_keyword(at->keyword) || (at->is("double"_k) && at[1].is("precision"_k));
    const bool named =
        at[1].kind == TokenKind::string || (at[1].is('.') && at[3].kind == TokenKind::string);
    if (type_word || (named && is_name(state, *at, NameUse::type_function))) {
      if (typed_string(at, state, expr)) return true;
      at = first;
    }
  }
  if (at[1].is('(') || (at[1].is('.') && at[3].is('(') && !at[2].is('*'))) {
    return parse_call(at, state, expr);
  }
  return column(at, state, expr);
}

}  // namespace

bool parse_primary(Cursor& at, State& state, ast::Expr& expr) {
  const Cursor first = at;
  bool read = false;
  switch (at->kind) {
    case TokenKind::number:
      read = literal(at, expr, LiteralKind::number, std::string(state.slice(*at)));
      break;
    case TokenKind::string:
      read = string_literal(at, state, expr);
      break;
    case TokenKind::parameter:
      expr.node = ast::Parameter{std::string(state.slice(*at++))};
      read = true;
      break;
    case TokenKind::punctuation:
      read = at->is('(') && parentheses(at, state, expr);
      break;
    case TokenKind::word:
    case TokenKind::quoted_name:
      read = word_primary(at, state, expr);
      break;
    case TokenKind::op:  // result columns only; elsewhere nobody's expression begins so
    default:
      break;
  }
  if (!read) {
    if (at == first) state.expect(at, "an expression");
    return false;
  }
  expr.span = state.span(first, at);
  return true;
}

}  // namespace retort::compiler::parse::grammar
