// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Columns: their types and constraints. In: tokens. Out: a tree.
#include "parse/grammar/constraint_parts.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::ColumnConstraint;
using ast::ColumnDef;
using ast::ForeignKeyConstraint;

const auto not_null = x3::rule<struct NotNullId, ast::NotNullConstraint>{} =
    "not null"_kw >> -conflict[set(&ast::NotNullConstraint::conflict)];
const auto null = x3::rule<struct NullId, ast::NullConstraint>{} = "null"_kw >> -x3::omit[conflict];

// SQLite: a term, a signed term, a word, or an expression in parentheses.
bool default_value(Cursor& at, State& state, ast::Expr& expr) {
  if (!state.sqlite) return parse_restricted_expression(at, state, expr);
  const Cursor first = at;
  if (at->is('+') || at->is('-')) {
    ast::Unary unary;
    unary.op.kind = at->is('-') ? ast::Operator::negate : ast::Operator::plus;
    unary.op.text = state.slice(*at);
    unary.op.span = state.span(at, at + 1);
    ++at;
    ast::Expr operand;
    if (!parse_primary(at, state, operand)) return at = first, false;
    unary.operand = std::move(operand);
    expr = ast::Expr{state.span(first, at), std::move(unary)};
    return true;
  }
  const bool word = at->kind == lex::TokenKind::word || at->kind == lex::TokenKind::quoted_name;
  if (word && (at[1].is('(') || at[1].is('.') || at->is("case"_k) || at->is("exists"_k))) {
    return state.expect(at, "'(' around the expression");
  }
  if (parse_primary(at, state, expr)) return true;
  at = first;
  return false;
}
const auto default_ = x3::rule<struct DefaultId, ast::DefaultConstraint>{} =
    "default"_kw >> sub<default_value>[set(&ast::DefaultConstraint::value)];
const auto collate = x3::rule<struct CollateId, ast::CollateConstraint>{} =
    "collate"_kw >> sub<parse_collation>[set(&ast::CollateConstraint::collation)];

using Generated = ast::GeneratedConstraint;
const auto generated = x3::rule<struct GeneratedId, Generated>{} =
    ("generated always as"_kw | (in_sqlite >> "as"_kw[put(&Generated::short_form, true)])) >>
    open >> sub<parse_expression>[set(&Generated::value)] >> close >>
    -("stored"_kw[put(&Generated::stored, true)] | "virtual"_kw[put(&Generated::stored, false)]);
using Identity = ast::IdentityConstraint;
const auto identity = x3::rule<struct IdentityId, Identity>{} =
    in_postgres >> "generated"_kw >>
    ("always"_kw[put(&Identity::always, true)] | "by default"_kw) >> "as identity"_kw >>
    -(open >> +sub<parse_sequence_option>[push(&Identity::options)] >> close);

const auto column_key = x3::rule<struct ColumnKeyId, KeyConstraint>{} =
    (("primary key"_kw[put(&KeyConstraint::primary, true)] >>
      -(in_sqlite >> ("asc"_kw[put(&KeyConstraint::order, ast::SortOrder::ascending)] |
                      "desc"_kw[put(&KeyConstraint::order, ast::SortOrder::descending)]))) |
     ("unique"_kw >> -nulls_not_distinct)) >>
    -conflict[set(&KeyConstraint::conflict)] >>
    -(in_sqlite >> "autoincrement"_kw[put(&KeyConstraint::autoincrement, true)]) >> -key_storage;
const auto column_references = x3::rule<struct ColumnReferencesId, ForeignKeyConstraint>{} =
    sub<parse_references>[set(&ForeignKeyConstraint::references)];

const auto column_constraint = x3::rule<struct ColumnConstraintId, ColumnConstraint>{} =
    spanned[-("constraint"_kw >> sub<parse_name>[set(&ColumnConstraint::name)]) >>
            (not_null[set(&ColumnConstraint::node)] | null[set(&ColumnConstraint::node)] |
             default_[set(&ColumnConstraint::node)] |
             (check[set(&ColumnConstraint::node)] >>
              -(in_postgres >> "no inherit"_kw[put(&ColumnConstraint::no_inherit, true)])) |
             collate[set(&ColumnConstraint::node)] | generated[set(&ColumnConstraint::node)] |
             identity[set(&ColumnConstraint::node)] | column_key[set(&ColumnConstraint::node)] |
             column_references[set(&ColumnConstraint::node)]) >>
            -sub<parse_constraint_timing>[set(&ColumnConstraint::timing)]];

const auto column = x3::rule<struct ColumnId, ColumnDef>{} =
    spanned[sub<parse_name>[set(&ColumnDef::name)] >>
            ((in_postgres >> sub<parse_type>[set(&ColumnDef::type)]) |
             (in_sqlite >> -sub<parse_type>[set(&ColumnDef::type)])) >>
            *sub<parse_column_constraint>[push(&ColumnDef::constraints)]];

}  // namespace

bool parse_column_constraint(Cursor& at, State& state, ast::ColumnConstraint& constraint) {
  return run(column_constraint, at, state, constraint);
}
bool parse_column_def(Cursor& at, State& state, ast::ColumnDef& result) {
  return run(column, at, state, result);
}

}  // namespace retort::compiler::parse::grammar
