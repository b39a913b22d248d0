// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Views and triggers. In: tokens of a statement. Out: a tree.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::CreateTrigger;
using ast::CreateView;
using ast::ExecuteFunction;
using ast::RefreshView;
using ast::TriggerEvent;
using ast::TriggerTime;

// --- views

using Check = ast::CheckOption;
const auto plain_view =
    -(in_postgres >> "or replace"_kw[put(&CreateView::or_replace, true)]) >>
    -("temporary"_kw | "temp"_kw)[put(&CreateView::temporary, true)] >>
    -(in_postgres >> "recursive"_kw[put(&CreateView::recursive, true)]) >> "view"_kw >>
    -(in_sqlite >> "if not exists"_kw[put(&CreateView::if_not_exists, true)]) >>
    sub<parse_qualified_name>[set(&CreateView::name)] >>
    -sub<parse_column_list>[set(&CreateView::columns)] >>
    -(in_postgres >> "with"_kw >> sub<parse_storage_options>[set(&CreateView::options)]) >>
    "as"_kw >> sub<parse_boxed_query>[set(&CreateView::query)] >>
    -(in_postgres >>
      ("with check option"_kw[put(&CreateView::check_option, Check::unspecified)] |
       "with local check option"_kw[put(&CreateView::check_option, Check::local)] |
       "with cascaded check option"_kw[put(&CreateView::check_option, Check::cascaded)]));
const auto materialized_view =
    in_postgres >> "materialized view"_kw[put(&CreateView::materialized, true)] >>
    -"if not exists"_kw[put(&CreateView::if_not_exists, true)] >>
    sub<parse_qualified_name>[set(&CreateView::name)] >>
    -sub<parse_column_list>[set(&CreateView::columns)] >>
    -("using"_kw >> sub<parse_name>[set(&CreateView::method)]) >>
    -("with"_kw >> sub<parse_storage_options>[set(&CreateView::options)]) >>
    -("tablespace"_kw >> sub<parse_name>[set(&CreateView::tablespace)]) >>
    "as"_kw >> sub<parse_boxed_query>[set(&CreateView::query)] >>
    -("with data"_kw[put(&CreateView::with_data, true)] |
      "with no data"_kw[put(&CreateView::with_data, false)]);
const auto create_view = x3::rule<struct CreateViewId, CreateView>{} =
    spanned["create"_kw >> (materialized_view | plain_view)];

const auto refresh = x3::rule<struct RefreshId, RefreshView>{} =
    spanned[in_postgres >> "refresh materialized view"_kw >>
            -"concurrently"_kw[put(&RefreshView::concurrently, true)] >>
            sub<parse_qualified_name>[set(&RefreshView::name)] >>
            -("with data"_kw[put(&RefreshView::with_data, true)] |
              "with no data"_kw[put(&RefreshView::with_data, false)])];

// --- triggers

using Event = ast::TriggerEventKind;
const auto event = x3::rule<struct EventId, TriggerEvent>{} =
    spanned["insert"_kw[put(&TriggerEvent::kind, Event::insert)] |
            "delete"_kw[put(&TriggerEvent::kind, Event::delete_)] |
            (in_postgres >> "truncate"_kw[put(&TriggerEvent::kind, Event::truncate)]) |
            ("update"_kw[put(&TriggerEvent::kind, Event::update)] >>
             -("of"_kw >> sub<parse_name>[push(&TriggerEvent::columns)] % comma))];
const auto time = "before"_kw[put(&CreateTrigger::time, TriggerTime::before)] |
                  "after"_kw[put(&CreateTrigger::time, TriggerTime::after)] |
                  "instead of"_kw[put(&CreateTrigger::time, TriggerTime::instead_of)];

// SQLite: statements, each with its ';', up to END.
bool body(Cursor& at, State& state, ast::TriggerBody& result) {
  const auto read = [&]<class T>(T statement, bool (*parse)(Cursor&, State&, T&), ast::With* with) {
    if (!parse(at, state, statement)) return false;
    if (with != nullptr) statement.with = std::move(*with);
    result.statements.emplace_back(std::move(statement));
    return true;
  };
  const Cursor first = at;
  if (!state.accept(at, "begin"_k)) return false;
  while (!at->is("end"_k) || result.statements.empty()) {
    // WITH is not allowed here by SQLite, but in front of a query.
    const bool done = at_query(at) ? read(ast::Select{}, parse_query, nullptr)
                                   : read(ast::Insert{}, parse_insert, nullptr) ||
                                         read(ast::Update{}, parse_update, nullptr) ||
                                         read(ast::Delete{}, parse_delete, nullptr);
    if (!done || !state.accept(at, ';', "';'")) return at = first, false;
  }
  ++at;
  return true;
}
const auto sqlite_trigger = x3::rule<struct SqliteTriggerId, CreateTrigger>{} =
    spanned[in_sqlite >> "create"_kw >>
            -("temporary"_kw | "temp"_kw)[put(&CreateTrigger::temporary, true)] >> "trigger"_kw >>
            -"if not exists"_kw[put(&CreateTrigger::if_not_exists, true)] >>
            sub<parse_qualified_name>[set(&CreateTrigger::name)] >> -time >>
            event[push(&CreateTrigger::events)] >> "on"_kw >>
            sub<parse_qualified_name>[set(&CreateTrigger::table)] >>
            -"for each row"_kw[put(&CreateTrigger::for_each_row, true)] >>
            -("when"_kw >> sub<parse_expression>[set(&CreateTrigger::when)]) >>
            sub<body>[set(&CreateTrigger::action)]];

bool trigger_argument(Cursor& at, State& state, ExecuteFunction& call) {
  ast::Text text;
  ast::Name name;
  std::string number;
  const Cursor first = at;
  const bool string = parse_string(at, state, text);
  if (!string && !parse_signed_number(at, state, number) && !parse_label(at, state, name)) {
    return false;
  }
  if (!string) text = {std::string(state.slice(first, at)), state.span(first, at)};
  call.arguments.push_back(std::move(text));
  call.argument_is_string.push_back(string);
  return true;
}
bool trigger_arguments(Cursor& at, State& state, ExecuteFunction& call) {
  const Cursor first = at;
  if (!state.accept(at, '(', "'('")) return false;
  if (at->is(')')) return ++at, true;
  do {
    if (!trigger_argument(at, state, call)) return at = first, false;
  } while (state.accept(at, ',', "','"));
  if (state.accept(at, ')', "')'")) return true;
  at = first;
  return false;
}
const auto execute = x3::rule<struct ExecuteId, ExecuteFunction>{} =
    ("execute function"_kw | "execute procedure"_kw) >>
    sub<parse_qualified_name>[set(&ExecuteFunction::function)] >>
    sub<trigger_arguments>[([](auto& c) {
      x3::_val(c).arguments = std::move(x3::_attr(c).arguments);
      x3::_val(c).argument_is_string = std::move(x3::_attr(c).argument_is_string);
    })];
using Transition = ast::TransitionTable;
const auto transition = x3::rule<struct TransitionId, Transition>{} =
    ("new"_kw[put(&Transition::is_new, true)] | "old"_kw) >>
    ("table"_kw | "row"_kw[put(&Transition::table, false)]) >>
    -"as"_kw >> sub<parse_name>[set(&Transition::name)];
const auto for_each = "for"_kw >> -"each"_kw >>
                      ("row"_kw[put(&CreateTrigger::for_each_row, true)] |
                       "statement"_kw[put(&CreateTrigger::for_each_row, false)]);
const auto postgres_trigger = x3::rule<struct PostgresTriggerId, CreateTrigger>{} =
    spanned[in_postgres >> "create"_kw >> -"or replace"_kw[put(&CreateTrigger::or_replace, true)] >>
            -"constraint"_kw[put(&CreateTrigger::constraint, true)] >> "trigger"_kw >>
            sub<parse_name>[([](auto& c) {
              x3::_val(c).name = ast::QualifiedName{x3::_attr(c).span, {}, x3::_attr(c)};
            })] >>
            time >> event[push(&CreateTrigger::events)] % "or"_kw >> "on"_kw >>
            sub<parse_qualified_name>[set(&CreateTrigger::table)] >>
            -("from"_kw >> sub<parse_qualified_name>[set(&CreateTrigger::from_table)]) >>
            -sub<parse_constraint_timing>[set(&CreateTrigger::timing)] >>
            -("referencing"_kw >> +transition[push(&CreateTrigger::referencing)]) >> -for_each >>
            -("when"_kw >> open >> sub<parse_expression>[set(&CreateTrigger::when)] >> close) >>
            execute[set(&CreateTrigger::action)]];

}  // namespace

bool parse_create_view(Cursor& at, State& state, ast::CreateView& view) {
  return run(create_view, at, state, view);
}
bool parse_refresh_view(Cursor& at, State& state, ast::RefreshView& view) {
  return run(refresh, at, state, view);
}
bool parse_create_trigger(Cursor& at, State& state, ast::CreateTrigger& trigger) {
  return state.sqlite ? run(sqlite_trigger, at, state, trigger)
                      : run(postgres_trigger, at, state, trigger);
}

}  // namespace retort::compiler::parse::grammar
