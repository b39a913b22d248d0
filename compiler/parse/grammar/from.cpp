// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// FROM: tables, subqueries, functions and joins; and WITH. In: tokens. Out: a tree.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::Join;
using ast::JoinKind;
using ast::TableRef;

bool joined(Cursor& at, State& state, TableRef& left);

// --- one table

using Named = ast::TableRefName;
const auto named = x3::rule<struct NamedId, Named>{} =
    (in_postgres >> "only"_kw[put(&Named::only, true)] >>
     ((open >> sub<parse_qualified_name>[set(&Named::name)] >> close) |
      sub<parse_qualified_name>[set(&Named::name)])) |
    (sub<parse_qualified_name>[set(&Named::name)] >>
     -(in_postgres >> x3::omit[x3::rule<struct InheritId>{} = SymbolParser('*', "'*'")]));

bool boxed_query(Cursor& at, State& state, ast::Box<ast::Select>& box) {
  ast::Select query;
  if (!at_query(at) || !parse_query(at, state, query)) return false;
  box = std::move(query);
  return true;
}
using Subquery = ast::TableRefSubquery;
const auto subquery = x3::rule<struct SubqueryId, Subquery>{} =
    -(in_postgres >> "lateral"_kw[put(&Subquery::lateral, true)]) >> open >>
    sub<boxed_query>[set(&Subquery::query)] >> close;

bool call_only(Cursor& at, State& state, ast::FunctionCall& call) {
  const Cursor first = at;
  if (!at[1].is('(') && !(at[1].is('.') && at[3].is('('))) return false;
  ast::Expr expr;
  const Nesting nesting(state, at);
  if (!nesting || !parse_call(at, state, expr)) return false;
  auto* read = std::get_if<ast::FunctionCall>(&expr.node);
  if (read == nullptr || read->filter || read->over || read->over_name) return at = first, false;
  call = std::move(*read);
  return true;
}
using Function = ast::TableRefFunction;
const auto function = x3::rule<struct FunctionId, Function>{} =
    -(in_postgres >> "lateral"_kw[put(&Function::lateral, true)]) >>
    sub<call_only>[set(&Function::call)] >>
    -(in_postgres >> "with ordinality"_kw[put(&Function::ordinality, true)]);

bool parenthesized_join(Cursor& at, State& state, TableRef& ref) {
  const Cursor first = at;
  if (!at->is('(') || at_query(at + 1)) return false;
  const Nesting nesting(state, at);
  if (!nesting) return false;
  ++at;
  if (!joined(at, state, ref) || !std::holds_alternative<Join>(ref.node) || ref.alias ||
      !state.accept(at, ')', "')'")) {
    at = first;
    return false;
  }
  return true;
}

void set_indexed(TableRef& ref, std::optional<ast::Name> index) {
  if (auto* table = std::get_if<Named>(&ref.node)) {
    table->not_indexed = !index;
    table->indexed_by = std::move(index);
  }
}
const auto columns = open >> sub<parse_name>[push(&TableRef::columns)] % comma >> close;
const auto alias = (("as"_kw >> sub<parse_name>[set(&TableRef::alias)]) |
                    sub<parse_table_alias>[set(&TableRef::alias)]) >>
                   -(in_postgres >> columns);
const auto table_ref = x3::rule<struct TableRefId, TableRef>{} =
    spanned[(subquery[set(&TableRef::node)] | sub<parenthesized_join>[assign] |
             function[set(&TableRef::node)] | named[set(&TableRef::node)]) >>
            -alias >>
            -(in_sqlite >>
              (("indexed by"_kw >> sub<parse_name>[([](auto& c) {
                  set_indexed(x3::_val(c), std::move(x3::_attr(c)));
                })]) |
               "not indexed"_kw[([](auto& c) { set_indexed(x3::_val(c), std::nullopt); })]))];

// --- joins

const auto join_words = x3::rule<struct JoinWordsId, Join>{} =
    -"natural"_kw[put(&Join::natural, true)] >>
    -(("left"_kw[put(&Join::kind, JoinKind::left)] >> -"outer"_kw) |
      ("right"_kw[put(&Join::kind, JoinKind::right)] >> -"outer"_kw) |
      ("full"_kw[put(&Join::kind, JoinKind::full)] >> -"outer"_kw) | "inner"_kw |
      "cross"_kw[put(&Join::kind, JoinKind::cross)]) >>
    "join"_kw;
const auto join_condition = x3::rule<struct JoinConditionId, Join>{} =
    ("on"_kw >> sub<parse_expression>[set(&Join::on)]) |
    ("using"_kw >> sub<parse_column_list>[set(&Join::using_)] >>
     -(in_postgres >> "as"_kw >> sub<parse_name>[set(&Join::using_alias)]));

bool at_join(Cursor at) {
  switch (at->keyword) {
    case "join"_k:
    case "left"_k:
    case "right"_k:
    case "full"_k:
    case "inner"_k:
    case "cross"_k:
    case "natural"_k:
      return true;
    default:
      return false;
  }
}

// Goes on behind `left`, which began at `first`. In PostgreSQL a JOIN that has no condition yet
// takes the next one as its right side: a JOIN b JOIN c ON x ON y.
bool join(Cursor& at, State& state, TableRef& left, Cursor first) {
  Join node;
  if (!run(join_words, at, state, node)) return false;
  TableRef right;
  const Cursor right_first = at;
  if (!run(table_ref, at, state, right)) return false;
  const bool needs_condition = !state.sqlite && !node.natural && node.kind != JoinKind::cross;
  const Nesting nesting(state, at);
  if (!nesting) return false;
  while (needs_condition && at_join(at)) {
    if (!join(at, state, right, right_first)) return false;
  }
  if (node.kind != JoinKind::cross || state.sqlite) {
    Join condition;
    if (run(join_condition, at, state, condition)) {
      node.on = std::move(condition.on);
      node.using_ = std::move(condition.using_);
      node.using_alias = std::move(condition.using_alias);
    } else if (needs_condition) {
      return false;
    }
  }
  node.left = std::move(left);
  node.right = std::move(right);
  left = TableRef{};
  left.node = std::move(node);
  left.span = state.span(first, at);
  return true;
}

bool joined(Cursor& at, State& state, TableRef& left) {
  const Cursor first = at;
  if (!run(table_ref, at, state, left)) return false;
  while (at_join(at)) {
    if (++state.height > max_height) return state.enough(at);
    if (!join(at, state, left, first)) return at = first, false;
  }
  return true;
}

const auto table_refs = x3::rule<struct TableRefsId, std::vector<TableRef>>{} =
    sub<joined>[append] % comma;

// --- WITH

bool cte_query(Cursor& at, State& state, ast::Cte& cte) {
  ast::With with;
  const bool has_with = at->is("with"_k) && !at_query(at);
  if (has_with) return false;
  if (at_query(at)) {
    ast::Select query;
    if (!parse_query(at, state, query)) return false;
    cte.query = ast::Box<ast::Select>(std::move(query));
    return true;
  }
  if (state.sqlite) return state.expect(at, "a query");
  const auto read = [&]<class T>(T statement, bool (*parse)(Cursor&, State&, T&)) {
    if (!parse(at, state, statement)) return false;
    cte.query = ast::Box<T>(std::move(statement));
    return true;
  };
  return read(ast::Insert{}, parse_insert) || read(ast::Update{}, parse_update) ||
         read(ast::Delete{}, parse_delete) || state.expect(at, "a query");
}
using ast::Cte;
const auto cte = x3::rule<struct CteId, Cte>{} =
    spanned[sub<parse_name>[set(&Cte::name)] >> -sub<parse_column_list>[set(&Cte::columns)] >>
            "as"_kw >> -("materialized"_kw[put(&Cte::materialized, ast::Materialized::yes)] |
                         "not materialized"_kw[put(&Cte::materialized, ast::Materialized::no)]) >>
            open >>
            sub<cte_query>[([](auto& c) { x3::_val(c).query = std::move(x3::_attr(c).query); })] >>
            close];
const auto with_clause = x3::rule<struct WithId, ast::With>{} =
    spanned["with"_kw >> -"recursive"_kw[put(&ast::With::recursive, true)] >>
            cte[push(&ast::With::tables)] % comma];

}  // namespace

bool parse_table_refs(Cursor& at, State& state, std::vector<ast::TableRef>& refs) {
  return run(table_refs, at, state, refs);
}

bool parse_with(Cursor& at, State& state, ast::With& with) {
  return run(with_clause, at, state, with);
}

}  // namespace retort::compiler::parse::grammar
