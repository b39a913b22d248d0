// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Function calls with all that may stand in and behind them, CASE, CAST, and the functions that
// have a syntax of their own. In: tokens. Out: a tree.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::Expr;
using ast::FunctionCall;
using ast::Window;
using lex::TokenKind;

// --- ORDER BY and windows

const auto direction = x3::rule<struct DirectionId, ast::SortOrder>{} =
    "asc"_kw[([](auto& c) { x3::_val(c) = ast::SortOrder::ascending; })] |
    "desc"_kw[([](auto& c) { x3::_val(c) = ast::SortOrder::descending; })];
const auto nulls = x3::rule<struct NullsId, ast::NullsOrder>{} =
    "nulls first"_kw[([](auto& c) { x3::_val(c) = ast::NullsOrder::first; })] |
    "nulls last"_kw[([](auto& c) { x3::_val(c) = ast::NullsOrder::last; })];
const auto order_term = x3::rule<struct OrderTermId, ast::OrderTerm>{} =
    spanned[sub<parse_expression>[set(&ast::OrderTerm::expr)] >>
            -(direction[set(&ast::OrderTerm::order)] |
              (in_postgres >> "using"_kw >>
               sub<parse_operator_name>[set(&ast::OrderTerm::using_operator)])) >>
            -nulls[set(&ast::OrderTerm::nulls)]];
const auto order_by = x3::rule<struct OrderById, std::vector<ast::OrderTerm>>{} =
    "order by"_kw >> order_term[append] % comma;

const auto index_expression = (open >> sub<parse_expression>[set(&ast::IndexTerm::expr)] >> close) |
                              sub<parse_call>[set(&ast::IndexTerm::expr)];
bool at_plain_column(Cursor& at, State& state, ast::Name& name) {
  const Cursor first = at;
  if (!parse_name(at, state, name)) return false;
  // A call, or in SQLite any other expression, is none.
  const bool ends = state.sqlite ? at->is(',') || at->is(')') || at->is("collate"_k) ||
                                       at->is("asc"_k) || at->is("desc"_k) || at->is("nulls"_k)
                                 : !at->is('(') && !at->is('.');
  if (ends) return true;
  at = first;
  return false;
}
const auto index_term = x3::rule<struct IndexTermId, ast::IndexTerm>{} =
    spanned[(sub<at_plain_column>[set(&ast::IndexTerm::column)] |
             (in_postgres >> index_expression) |
             (in_sqlite >> sub<parse_expression>[set(&ast::IndexTerm::expr)])) >>
            -("collate"_kw >> sub<parse_collation>[set(&ast::IndexTerm::collation)]) >>
            -(in_postgres >> !x3::omit["nulls first"_kw | "nulls last"_kw] >>
              sub<parse_qualified_name>[set(&ast::IndexTerm::operator_class)]) >>
            -direction[set(&ast::IndexTerm::order)] >> -nulls[set(&ast::IndexTerm::nulls)]];

using Bound = ast::FrameBoundKind;
const auto frame_bound = x3::rule<struct FrameBoundId, ast::FrameBound>{} =
    "unbounded preceding"_kw[put(&ast::FrameBound::kind, Bound::unbounded_preceding)] |
    "unbounded following"_kw[put(&ast::FrameBound::kind, Bound::unbounded_following)] |
    "current row"_kw[put(&ast::FrameBound::kind, Bound::current_row)] |
    (sub<parse_expression>[set(&ast::FrameBound::offset)] >>
     ("preceding"_kw[put(&ast::FrameBound::kind, Bound::preceding)] |
      "following"_kw[put(&ast::FrameBound::kind, Bound::following)]));
using Exclusion = ast::FrameExclusion;
const auto frame = x3::rule<struct FrameId, ast::Frame>{} =
    ("rows"_kw[put(&ast::Frame::unit, ast::FrameUnit::rows)] |
     "range"_kw[put(&ast::Frame::unit, ast::FrameUnit::range)] |
     "groups"_kw[put(&ast::Frame::unit, ast::FrameUnit::groups)]) >>
    (("between"_kw >> frame_bound[set(&ast::Frame::start)] >> "and"_kw >>
      frame_bound[set(&ast::Frame::end)]) |
     frame_bound[set(&ast::Frame::start)]) >>
    -("exclude current row"_kw[put(&ast::Frame::exclude, Exclusion::current_row)] |
      "exclude group"_kw[put(&ast::Frame::exclude, Exclusion::group)] |
      "exclude ties"_kw[put(&ast::Frame::exclude, Exclusion::ties)] |
      "exclude no others"_kw[put(&ast::Frame::exclude, Exclusion::no_others)]);

// PARTITION, RANGE, ROWS and GROUPS begin something here.
bool window_base(Cursor& at, State& state, ast::Name& name) {
  switch (at->keyword) {
    case "partition"_k:
    case "range"_k:
    case "rows"_k:
    case "groups"_k:
    case "order"_k:
      return false;
    default:
      return parse_name(at, state, name);
  }
}
const auto window = x3::rule<struct WindowId, Window>{} =
    spanned[-sub<window_base>[set(&Window::base)] >>
            -("partition by"_kw >> sub<parse_expression>[push(&Window::partition_by)] % comma) >>
            -sub<parse_order_by>[set(&Window::order_by)] >> -frame[set(&Window::frame)]];

// --- calls

bool argument_name(Cursor& at, State& state, ast::Name& name) {
  if (state.sqlite || !at[1].is(Symbol::named_argument)) return false;
  if (!parse_name_as(at, state, name, NameUse::type_function)) return false;
  ++at;
  return true;
}
const auto argument = x3::rule<struct ArgumentId, ast::Argument>{} =
    -(in_postgres >> "variadic"_kw[put(&ast::Argument::variadic, true)]) >>
    -sub<argument_name>[set(&ast::Argument::name)] >>
    sub<parse_expression>[set(&ast::Argument::value)];
const auto arguments =
    (x3::omit[x3::rule<struct StarId>{} = SymbolParser('*', "'*'")]
             [put(&FunctionCall::star, true)]) |
    (-("distinct"_kw[put(&FunctionCall::distinct, true)] | (in_postgres >> "all"_kw)) >>
     argument[push(&FunctionCall::arguments)] % comma >>
     -sub<parse_order_by>[set(&FunctionCall::order_by)]) |
    x3::eps;

bool function_name(Cursor& at, State& state, ast::QualifiedName& name) {
  const Cursor first = at;
  const bool schema = at[1].is('.');
  const bool keyword_call =
      !state.sqlite && (at->is("coalesce"_k) || at->is("greatest"_k) || at->is("least"_k) ||
                        at->is("nullif"_k) || at->is("grouping"_k));
  const NameUse use = keyword_call ? NameUse::label
                      : schema     ? NameUse::column
                                   : NameUse::type_function;
  if (!schema) {
    if (!parse_name_as(at, state, name.name, use)) return false;
    name.span = state.span(first, at);
    return true;
  }
  return parse_qualified_name(at, state, name);
}

const auto call = x3::rule<struct CallId, FunctionCall>{} =
    sub<function_name>[set(&FunctionCall::name)] >> open >> arguments >> close >>
    -(in_postgres >> "within group"_kw[put(&FunctionCall::within_group, true)] >> open >>
      sub<parse_order_by>[set(&FunctionCall::order_by)] >> close) >>
    -("filter"_kw >> open >> "where"_kw >> sub<parse_expression>[set(&FunctionCall::filter)] >>
      close) >>
    -("over"_kw >> ((open >> sub<parse_window>[set(&FunctionCall::over)] >> close) |
                    sub<parse_name>[set(&FunctionCall::over_name)]));

// --- CASE, CAST and the like

const auto when = x3::rule<struct WhenId, ast::When>{} =
    "when"_kw >> sub<parse_expression>[set(&ast::When::condition)] >> "then"_kw >>
    sub<parse_expression>[set(&ast::When::result)];
const auto case_ = x3::rule<struct CaseId, ast::Case>{} =
    "case"_kw >> -(!x3::omit["when"_kw] >> sub<parse_expression>[set(&ast::Case::operand)]) >>
    +when[push(&ast::Case::whens)] >>
    -("else"_kw >> sub<parse_expression>[set(&ast::Case::otherwise)]) >> "end"_kw;

const auto cast = x3::rule<struct CastId, ast::Cast>{} =
    "cast"_kw >> open >> sub<parse_expression>[set(&ast::Cast::operand)] >> "as"_kw >>
    sub<parse_type>[set(&ast::Cast::type)] >> close;

bool extract_field(Cursor& at, State& state, ast::Extract& extract) {
  extract.field_is_string = at->kind == TokenKind::string;
  if (!extract.field_is_string) return parse_label(at, state, extract.field);
  ast::Text text;
  if (!parse_string(at, state, text)) return false;
  extract.field.text = std::move(text.text);
  extract.field.span = text.span;
  return true;
}
const auto extract = x3::rule<struct ExtractId, ast::Extract>{} =
    "extract"_kw >> open >> sub<extract_field>[assign] >> "from"_kw >>
    sub<parse_expression>[set(&ast::Extract::source)] >> close;

const auto position = x3::rule<struct PositionId, ast::Position>{} =
    "position"_kw >> open >> sub<parse_restricted_expression>[set(&ast::Position::needle)] >>
    "in"_kw >> sub<parse_restricted_expression>[set(&ast::Position::haystack)] >> close;

// substring(x FROM a FOR b), or an ordinary call: what stands behind x tells.
struct SubstringCall {
  ast::Substring node;
  std::vector<Expr> further;
};
const auto substring_from =
    "from"_kw >>
    sub<parse_expression>[([](auto& c) { x3::_val(c).node.from = std::move(x3::_attr(c)); })];
const auto substring_for =
    "for"_kw >>
    sub<parse_expression>[([](auto& c) { x3::_val(c).node.length = std::move(x3::_attr(c)); })];
const auto substring = x3::rule<struct SubstringId, SubstringCall>{} =
    "substring"_kw >> open >>
    sub<parse_expression>[([](auto& c) { x3::_val(c).node.operand = std::move(x3::_attr(c)); })] >>
    ((substring_from >> -substring_for) | (substring_for >> -substring_from) |
     *(comma >> sub<parse_expression>[push(&SubstringCall::further)])) >>
    close;

using Side = ast::TrimSide;
const auto further = *(comma >> sub<parse_expression>[push(&ast::Trim::further)]);
const auto trim = x3::rule<struct TrimId, ast::Trim>{} =
    "trim"_kw >> open >> -("both"_kw[put(&ast::Trim::side, Side::both)] |
                           "leading"_kw[put(&ast::Trim::side, Side::leading)] |
                           "trailing"_kw[put(&ast::Trim::side, Side::trailing)]) >>
    (("from"_kw[put(&ast::Trim::from, true)] >> sub<parse_expression>[set(&ast::Trim::operand)]) |
     (sub<parse_expression>[set(&ast::Trim::operand)] >>
      -("from"_kw[put(&ast::Trim::from, true)] >> sub<parse_expression>[([](auto& c) {
          x3::_val(c).characters = std::move(x3::_val(c).operand);
          x3::_val(c).operand = std::move(x3::_attr(c));
        })]))) >>
    further >> close;

const auto raise = x3::rule<struct RaiseId, ast::Raise>{} =
    "raise"_kw >> open >> ("ignore"_kw[put(&ast::Raise::action, "ignore")] |
                           (("rollback"_kw[put(&ast::Raise::action, "rollback")] |
                             "abort"_kw[put(&ast::Raise::action, "abort")] |
                             "fail"_kw[put(&ast::Raise::action, "fail")]) >>
                            comma >> sub<parse_expression>[set(&ast::Raise::message)])) >>
    close;

template <class Node, class Rule>
bool special(const Rule& rule, Cursor& at, State& state, Expr& expr) {
  Node node;
  if (!run(rule, at, state, node)) return false;
  expr.node = std::move(node);
  return true;
}

bool parse_substring(Cursor& at, State& state, Expr& expr) {
  SubstringCall read;
  const Cursor first = at;
  if (!run(substring, at, state, read)) return false;
  if (read.node.from || read.node.length) {
    expr.node = std::move(read.node);
    return true;
  }
  FunctionCall call_node;
  call_node.name.name.text = "substring";
  call_node.name.span = call_node.name.name.span = state.span(first, first + 1);
  call_node.arguments.push_back({{}, std::move(read.node.operand), false});
  for (Expr& value : read.further) call_node.arguments.push_back({{}, std::move(value), false});
  expr.node = std::move(call_node);
  return true;
}

bool current_value(Cursor& at, State& state, Expr& expr) {
  ast::CurrentValue value;
  value.name = info(at->keyword).word;
  const Keyword keyword = at->keyword;
  const bool time = keyword == "current_time"_k || keyword == "current_timestamp"_k ||
                    keyword == "localtime"_k || keyword == "localtimestamp"_k;
  if (at[1].is('(')) {
    if (state.sqlite || !time || at[2].kind != TokenKind::number || !at[3].is(')') ||
        at[2].length > 2) {
      return state.expect(at + 1, "an operator");
    }
    std::int64_t precision = 0;
    for (const char c : state.slice(at[2])) {
      if (c < '0' || c > '9') return state.expect(at + 2, "a number");
      precision = precision * 10 + (c - '0');
    }
    value.precision = precision;
    at += 3;
  }
  ++at;
  expr.node = std::move(value);
  return true;
}

}  // namespace

bool parse_order_by(Cursor& at, State& state, std::vector<ast::OrderTerm>& terms) {
  return run(order_by, at, state, terms);
}
bool parse_index_term(Cursor& at, State& state, ast::IndexTerm& term) {
  return run(index_term, at, state, term);
}
bool parse_window(Cursor& at, State& state, ast::Window& result) {
  return run(window, at, state, result);
}

bool parse_call(Cursor& at, State& state, ast::Expr& expr) {
  const Cursor first = at;
  FunctionCall node;
  if (!run(call, at, state, node)) return false;
  if (at->kind == TokenKind::string && !state.sqlite) {  // f(1) 'x' is a literal of type f(1)
    return at = first, state.expect(first, "an expression");
  }
  expr.node = std::move(node);
  expr.span = state.span(first, at);
  return true;
}

bool parse_special_call(Cursor& at, State& state, ast::Expr& expr) {
  const bool calls = at[1].is('(');
  switch (at->keyword) {
    case "case"_k:
      return special<ast::Case>(case_, at, state, expr);
    case "cast"_k:
      return calls && special<ast::Cast>(cast, at, state, expr);
    case "extract"_k:
      return !state.sqlite && calls && special<ast::Extract>(extract, at, state, expr);
    case "position"_k:
      return !state.sqlite && calls && special<ast::Position>(position, at, state, expr);
    case "substring"_k:
      return !state.sqlite && calls && parse_substring(at, state, expr);
    case "trim"_k:
      return !state.sqlite && calls && special<ast::Trim>(trim, at, state, expr);
    case "raise"_k:
      return state.sqlite && calls && special<ast::Raise>(raise, at, state, expr);
    case "current_date"_k:
    case "current_time"_k:
    case "current_timestamp"_k:
      return current_value(at, state, expr);
    case "current_catalog"_k:
    case "current_role"_k:
    case "current_schema"_k:
    case "current_user"_k:
    case "localtime"_k:
    case "localtimestamp"_k:
    case "session_user"_k:
    case "user"_k:
      if (state.sqlite || (calls && at->is("current_schema"_k))) return false;
      return current_value(at, state, expr);
    default:
      return false;
  }
}

}  // namespace retort::compiler::parse::grammar
