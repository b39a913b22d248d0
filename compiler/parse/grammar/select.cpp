// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Queries. In: tokens from SELECT, VALUES, TABLE, WITH or '(' on. Out: a tree; set operations by
// precedence (INTERSECT first in PostgreSQL, none in SQLite).
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::Select;
using ast::SelectCore;

// --- the parts of SELECT

bool star(Cursor& at, State& state, ast::Expr& expr) {
  if (!at->is('*')) return state.expect(at, "'*'");
  ++at;
  expr.node = ast::Star{};
  expr.span = state.span(at - 1, at);
  return true;
}
const auto result_column = x3::rule<struct ResultColumnId, ast::ResultColumn>{} =
    spanned[sub<star>[set(&ast::ResultColumn::expr)] |
            (sub<parse_expression>[set(&ast::ResultColumn::expr)] >>
             -(("as"_kw >> sub<parse_label>[set(&ast::ResultColumn::alias)]) |
               sub<parse_bare_label>[set(&ast::ResultColumn::alias)]))];
const auto result_columns = x3::rule<struct ResultColumnsId, std::vector<ast::ResultColumn>>{} =
    result_column[append] % comma;

bool grouping(Cursor& at, State& state, ast::GroupingElement& element);
using Kind = ast::GroupingKind;
using Grouping = ast::GroupingElement;
const auto grouping_elements = open >> sub<grouping>[push(&Grouping::elements)] % comma >> close;
const auto grouping_element = x3::rule<struct GroupingId, Grouping>{} =
    spanned[(in_postgres >>
             (("rollup"_kw[put(&Grouping::kind, Kind::rollup)] >> grouping_elements) |
              ("cube"_kw[put(&Grouping::kind, Kind::cube)] >> grouping_elements) |
              ("grouping sets"_kw[put(&Grouping::kind, Kind::sets)] >> grouping_elements) |
              (open >> close >> x3::eps[put(&Grouping::kind, Kind::empty)]))) |
            (x3::eps[put(&Grouping::kind, Kind::expression)] >>
             sub<parse_expression>[set(&Grouping::expr)])];
bool grouping(Cursor& at, State& state, Grouping& element) {
  const Nesting nesting(state, at);
  return nesting && run(grouping_element, at, state, element);
}

const auto named_window = x3::rule<struct NamedWindowId, ast::NamedWindow>{} =
    sub<parse_name>[set(&ast::NamedWindow::name)] >> "as"_kw >> open >>
    sub<parse_window>[set(&ast::NamedWindow::window)] >> close;

const auto distinct = "distinct"_kw[put(&SelectCore::distinct, true)] >>
                      -(in_postgres >> "on"_kw >> open >>
                        sub<parse_expression>[push(&SelectCore::distinct_on)] % comma >> close);
const auto core = x3::rule<struct CoreId, SelectCore>{} =
    spanned["select"_kw >> -(distinct | "all"_kw) >>
            -sub<parse_result_columns>[set(&SelectCore::columns)] >>
            -("from"_kw >> sub<parse_table_refs>[set(&SelectCore::from)]) >>
            -("where"_kw >> sub<parse_expression>[set(&SelectCore::where)]) >>
            -("group by"_kw >>
              -(in_postgres >>
                ("distinct"_kw[put(&SelectCore::group_distinct, true)] | "all"_kw)) >>
              sub<grouping>[push(&SelectCore::group_by)] % comma) >>
            -("having"_kw >> sub<parse_expression>[set(&SelectCore::having)]) >>
            -("window"_kw >> named_window[push(&SelectCore::windows)] % comma)];

const auto row = x3::rule<struct RowId, std::vector<ast::Expr>>{} =
    open >> sub<parse_expression>[append] % comma >> close;
const auto values = x3::rule<struct ValuesId, ast::Values>{} =
    spanned["values"_kw >> row[push(&ast::Values::rows)] % comma];

const auto table_query = x3::rule<struct TableQueryId, ast::TableQuery>{} =
    in_postgres >> "table"_kw >> sub<parse_qualified_name>[set(&ast::TableQuery::table)];

const auto body = x3::rule<struct BodyId, Select>{} =
    core[set(&Select::body)] | values[set(&Select::body)] | table_query[set(&Select::body)];

// --- what stands behind

const auto rows_word = "row"_kw | "rows"_kw;
bool fetch_count(Cursor& at, State& state, ast::Expr& expr) {
  // FETCH FIRST ROW ONLY counts one; otherwise a number, a parameter or parentheses.
  return !at->is("row"_k) && !at->is("rows"_k) && parse_primary(at, state, expr);
}
using ast::Limit;
const auto offset = "offset"_kw >> sub<parse_expression>[set(&Limit::offset)] >>
                    -(in_postgres >> rows_word);
const auto limit_count = "limit"_kw >>
                         ((in_postgres >> "all"_kw[put(&Limit::all, true)]) |
                          (sub<parse_expression>[set(&Limit::count)] >>
                           -(in_sqlite >> comma >>
                             sub<parse_expression>[([](auto& c) {  // LIMIT offset, count
                               x3::_val(c).offset = std::move(x3::_val(c).count);
                               x3::_val(c).count = std::move(x3::_attr(c));
                             })])));
const auto fetch = in_postgres >> "fetch"_kw[put(&Limit::fetch, true)] >>
                   ("first"_kw | "next"_kw) >> -sub<fetch_count>[set(&Limit::count)] >> rows_word >>
                   ("only"_kw | "with ties"_kw[put(&Limit::with_ties, true)]);
const auto limit = x3::rule<struct LimitId, Limit>{} =
    spanned[((limit_count | fetch) >> -offset) | (offset >> -(limit_count | fetch))];

using ast::Locking;
using Strength = ast::LockStrength;
const auto locking = x3::rule<struct LockingId, Locking>{} =
    spanned[("for update"_kw[put(&Locking::strength, Strength::update)] |
             "for no key update"_kw[put(&Locking::strength, Strength::no_key_update)] |
             "for share"_kw[put(&Locking::strength, Strength::share)] |
             "for key share"_kw[put(&Locking::strength, Strength::key_share)]) >>
            -("of"_kw >> sub<parse_qualified_name>[push(&Locking::tables)] % comma) >>
            -("nowait"_kw[put(&Locking::nowait, true)] |
              "skip locked"_kw[put(&Locking::skip_locked, true)])];

const auto tail = x3::rule<struct TailId, Select>{} =
    -sub<parse_order_by>[set(&Select::order_by)] >>
    -(in_postgres >> +locking[push(&Select::locking)]) >> -limit[set(&Select::limit)] >>
    *(in_postgres >> locking[push(&Select::locking)]);

// --- the whole

bool operand(Cursor& at, State& state, Select& select) {
  const Cursor first = at;
  if (!at->is('(') || state.sqlite) {
    if (!run(body, at, state, select)) {
      return at == first && state.expect(at, "a query"), false;
    }
    select.span = state.span(first, at);
    return true;
  }
  ++at;
  if (!parse_query(at, state, select)) return false;
  return state.accept(at, ')', "')'");
}

// INTERSECT binds tighter in PostgreSQL (level 1 there); in SQLite all are of level 0.
bool set_operator(Cursor& at, const State& state, unsigned level, ast::SetOperation& node) {
  unsigned of_this = 0;
  if (at->is("union"_k)) {
    node.op = ast::SetOperator::union_;
  } else if (at->is("except"_k)) {
    node.op = ast::SetOperator::except;
  } else if (at->is("intersect"_k)) {
    node.op = ast::SetOperator::intersect;
    of_this = state.sqlite ? 0 : 1;
  } else {
    return false;
  }
  if (of_this != level) return false;
  ++at;
  node.all = at->is("all"_k);
  if (node.all || (at->is("distinct"_k) && !state.sqlite)) ++at;
  return true;
}

bool set_operations(Cursor& at, State& state, Select& left, unsigned level) {
  const auto next = [&](Select& select) {
    return level == 0 && !state.sqlite ? set_operations(at, state, select, 1)
                                       : operand(at, state, select);
  };
  const Cursor first = at;
  if (!next(left)) return false;
  ast::SetOperation node;
  while (set_operator(at, state, level, node)) {
    if (++state.height > max_height) return state.enough(at);
    Select right;
    if (!next(right)) return false;
    node.left = std::move(left);
    node.right = std::move(right);
    left = Select{};
    left.body = std::move(node);
    left.span = state.span(first, at);
    node = {};
  }
  return true;
}

// (SELECT 1 LIMIT 1) ORDER BY 1: what stands outside is the same query's, and given once.
bool has_tail(const Select& select) {
  return !select.order_by.empty() || select.limit || !select.locking.empty();
}

}  // namespace

bool parse_result_columns(Cursor& at, State& state, std::vector<ast::ResultColumn>& columns) {
  return run(result_columns, at, state, columns);
}

bool at_query(Cursor at) {
  while (at->is('(')) {
    const Token& behind = at[at->match + 1];
    if (at->match == 0) return false;
    switch (behind.keyword) {
      case "union"_k:
      case "intersect"_k:
      case "except"_k:
      case "order"_k:
      case "limit"_k:
      case "offset"_k:
      case "fetch"_k:
      case "for"_k:
      case "with"_k:       // CREATE VIEW v AS (SELECT …) WITH CHECK OPTION
      case "on"_k:         // INSERT INTO t (SELECT …) ON CONFLICT …
      case "returning"_k:  // INSERT INTO t (SELECT …) RETURNING …
        break;
      default:
        if (!behind.is(')') && behind.kind != lex::TokenKind::invalid) return false;
    }
    ++at;
  }
  switch (at->keyword) {
    case "select"_k:
    case "table"_k:
      return true;
    case "with"_k:
      return at[1].kind == lex::TokenKind::word || at[1].kind == lex::TokenKind::quoted_name;
    case "values"_k:
      return at[1].is('(');
    default:
      return false;
  }
}

bool parse_query(Cursor& at, State& state, ast::Select& select) {
  const Nesting nesting(state, at);
  if (!nesting) return false;
  const Cursor first = at;
  ast::With with;
  const bool has_with = at->is("with"_k);
  if (has_with && !parse_with(at, state, with)) return at = first, false;
  if (!set_operations(at, state, select, 0)) return at = first, false;
  const bool inner_tail = has_tail(select);
  Select outer;
  if (!run(tail, at, state, outer)) return at = first, false;
  if ((inner_tail && has_tail(outer)) || (has_with && select.with)) {
    state.expect(at, "the end of the query");
    return at = first, false;
  }
  if (has_tail(outer)) {
    select.order_by = std::move(outer.order_by);
    select.limit = std::move(outer.limit);
    select.locking = std::move(outer.locking);
  }
  if (has_with) select.with = std::move(with);
  select.span = state.span(first, at);
  return true;
}

bool parse_boxed_query(Cursor& at, State& state, ast::Box<ast::Select>& box) {
  ast::Select query;
  if (!at_query(at)) return state.expect(at, "a query");
  if (!parse_query(at, state, query)) return false;
  box = std::move(query);
  return true;
}

}  // namespace retort::compiler::parse::grammar
