// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// INSERT with upsert, UPDATE, DELETE, TRUNCATE. In: tokens behind WITH. Out: a tree.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::Assignment;
using ast::ConflictAction;
using ast::Delete;
using ast::Insert;
using ast::OnConflict;
using ast::Truncate;
using ast::Update;

// SQLite: INSERT OR REPLACE, UPDATE OR IGNORE
bool conflict_word(Cursor& at, State& state, ConflictAction& action) {
  switch (at->keyword) {
    case "rollback"_k:
      action = ConflictAction::rollback;
      break;
    case "abort"_k:
      action = ConflictAction::abort;
      break;
    case "fail"_k:
      action = ConflictAction::fail;
      break;
    case "ignore"_k:
      action = ConflictAction::ignore;
      break;
    case "replace"_k:
      action = ConflictAction::replace;
      break;
    default:
      return state.expect(at, "rollback, abort, fail, ignore or replace");
  }
  ++at;
  return true;
}

bool query_box(Cursor& at, State& state, ast::Box<ast::Select>& box) {
  ast::Select query;
  if (!parse_query(at, state, query)) return false;
  box = std::move(query);
  return true;
}

const auto returning = "returning"_kw;
const auto result_columns = sub<parse_result_columns>;

bool expression(Cursor& at, State& state, ast::Expr& expr) {
  return parse_expression(at, state, expr);
}

const auto assignment = x3::rule<struct AssignmentId, Assignment>{} =
    spanned[((&open >> sub<parse_column_list>[set(&Assignment::columns)] >>
              x3::eps[put(&Assignment::row, true)]) |
             sub<parse_name>[push(&Assignment::columns)]) >>
            equals >> sub<expression>[set(&Assignment::value)]];

const auto on_conflict = x3::rule<struct OnConflictId, OnConflict>{} =
    spanned["on conflict"_kw >>
            -((in_postgres >> "on constraint"_kw >> sub<parse_name>[set(&OnConflict::constraint)]) |
              (open >> sub<parse_index_term>[push(&OnConflict::target)] % comma >> close >>
               -("where"_kw >> sub<expression>[set(&OnConflict::target_where)]))) >>
            ("do nothing"_kw | ("do update set"_kw[put(&OnConflict::update, true)] >>
                                assignment[push(&OnConflict::assignments)] % comma >>
                                -("where"_kw >> sub<expression>[set(&OnConflict::where)])))];

const auto source = "default values"_kw |
                    (-(in_postgres >> "overriding"_kw >>
                       ("system value"_kw[put(&Insert::overriding, ast::Overriding::system_value)] |
                        "user value"_kw[put(&Insert::overriding, ast::Overriding::user_value)])) >>
                     sub<query_box>[set(&Insert::source)]);
// Not a parenthesis that begins a query: INSERT INTO t (SELECT …).
bool insert_columns(Cursor& at, State& state, std::vector<ast::Name>& names) {
  return !at_query(at) && parse_column_list(at, state, names);
}
const auto insert = x3::rule<struct InsertId, Insert>{} =
    spanned[(("insert"_kw >>
              -(in_sqlite >> "or"_kw >> sub<conflict_word>[set(&Insert::conflict)])) |
             (in_sqlite >> "replace"_kw[put(&Insert::replace_word, true)] >>
              x3::eps[put(&Insert::conflict, ConflictAction::replace)])) >>
            "into"_kw >> sub<parse_qualified_name>[set(&Insert::table)] >>
            -("as"_kw >> sub<parse_name>[set(&Insert::alias)]) >>
            -sub<insert_columns>[set(&Insert::columns)] >> source >>
            *on_conflict[push(&Insert::on_conflict)] >>
            -(returning >> result_columns[set(&Insert::returning)])];

// The alias in UPDATE t SET: never the word SET.
bool target_alias(Cursor& at, State& state, ast::Name& name) {
  return !at->is("set"_k) && parse_table_alias(at, state, name);
}
// Named, because clang 14 does not evaluate a consteval literal inside a generic lambda.
constexpr auto only_word = "only"_kw;
template <class T>
constexpr auto only = [](auto member_only, auto member_table) {
  return (in_postgres >> only_word[put(member_only, true)] >>
          ((open >> sub<parse_qualified_name>[set(member_table)] >> close) |
           sub<parse_qualified_name>[set(member_table)])) |
         (sub<parse_qualified_name>[set(member_table)] >>
          -(in_postgres >> SymbolParser('*', "'*'")));
};

const auto update = x3::rule<struct UpdateId, Update>{} =
    spanned["update"_kw >> -(in_sqlite >> "or"_kw >> sub<conflict_word>[set(&Update::conflict)]) >>
            only<Update>(&Update::only, &Update::table) >>
            -(("as"_kw >> sub<parse_name>[set(&Update::alias)]) |
              sub<target_alias>[set(&Update::alias)]) >>
            "set"_kw >> assignment[push(&Update::assignments)] % comma >>
            -("from"_kw >> sub<parse_table_refs>[set(&Update::from)]) >>
            -("where"_kw >> sub<expression>[set(&Update::where)]) >>
            -(returning >> result_columns[set(&Update::returning)])];

const auto delete_ = x3::rule<struct DeleteId, Delete>{} =
    spanned["delete from"_kw >> only<Delete>(&Delete::only, &Delete::table) >>
            -(("as"_kw >> sub<parse_name>[set(&Delete::alias)]) |
              sub<target_alias>[set(&Delete::alias)]) >>
            -(in_postgres >> "using"_kw >> sub<parse_table_refs>[set(&Delete::using_)]) >>
            -("where"_kw >> sub<expression>[set(&Delete::where)]) >>
            -(returning >> result_columns[set(&Delete::returning)])];

const auto truncate = x3::rule<struct TruncateId, Truncate>{} =
    spanned[in_postgres >> "truncate"_kw >> -"table"_kw >>
            sub<parse_qualified_name>[push(&Truncate::tables)] % comma >>
            -("restart identity"_kw[put(&Truncate::restart_identity, true)] |
              "continue identity"_kw[put(&Truncate::restart_identity, false)]) >>
            -("cascade"_kw[put(&Truncate::behavior, ast::Behavior::cascade)] |
              "restrict"_kw[put(&Truncate::behavior, ast::Behavior::restrict_)])];

}  // namespace

bool parse_insert(Cursor& at, State& state, ast::Insert& statement) {
  return run(insert, at, state, statement);
}
bool parse_update(Cursor& at, State& state, ast::Update& statement) {
  return run(update, at, state, statement);
}
bool parse_delete(Cursor& at, State& state, ast::Delete& statement) {
  return run(delete_, at, state, statement);
}
bool parse_truncate(Cursor& at, State& state, ast::Truncate& statement) {
  return run(truncate, at, state, statement);
}

}  // namespace retort::compiler::parse::grammar
