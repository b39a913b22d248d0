// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Clauses that several statements have: REFERENCES, ON CONFLICT, DEFERRABLE, WITH (options). In:
// tokens. Out: a tree.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::ConflictAction;
using ast::ConstraintTiming;
using ast::References;

using Timing = ConstraintTiming;
const auto timing_word = x3::rule<struct TimingWordId, Timing>{} =
    "not deferrable"_kw[put(&Timing::deferrable, false)] |
    "deferrable"_kw[put(&Timing::deferrable, true)] |
    "initially deferred"_kw[put(&Timing::initially_deferred, true)] |
    "initially immediate"_kw[put(&Timing::initially_deferred, false)];

const auto conflict_clause = x3::rule<struct ConflictId, ConflictAction>{} =
    in_sqlite >> "on conflict"_kw >>
    ("rollback"_kw[([](auto& c) { x3::_val(c) = ConflictAction::rollback; })] |
     "abort"_kw[([](auto& c) { x3::_val(c) = ConflictAction::abort; })] |
     "fail"_kw[([](auto& c) { x3::_val(c) = ConflictAction::fail; })] |
     "ignore"_kw[([](auto& c) { x3::_val(c) = ConflictAction::ignore; })] |
     "replace"_kw[([](auto& c) { x3::_val(c) = ConflictAction::replace; })]);

using Action = ast::ReferentialAction;
const auto action = x3::rule<struct ActionId, Action>{} =
    "no action"_kw[([](auto& c) { x3::_val(c) = Action::no_action; })] |
    "restrict"_kw[([](auto& c) { x3::_val(c) = Action::restrict_; })] |
    "cascade"_kw[([](auto& c) { x3::_val(c) = Action::cascade; })] |
    "set null"_kw[([](auto& c) { x3::_val(c) = Action::set_null; })] |
    "set default"_kw[([](auto& c) { x3::_val(c) = Action::set_default; })];
using Match = ast::MatchKind;
const auto references = x3::rule<struct ReferencesId, References>{} =
    spanned["references"_kw >> sub<parse_qualified_name>[set(&References::table)] >>
            -sub<parse_column_list>[set(&References::columns)] >>
            *(("match"_kw >> ("full"_kw[put(&References::match, Match::full)] |
                              "simple"_kw[put(&References::match, Match::simple)] |
                              "partial"_kw[put(&References::match, Match::partial)])) |
              ("on delete"_kw >> action[set(&References::on_delete)] >>
               -(in_postgres >> sub<parse_column_list>[set(&References::on_delete_columns)])) |
              ("on update"_kw >> action[set(&References::on_update)]))];

using ast::StorageOption;
bool option_value(Cursor& at, State& state, std::string& text) {
  const Cursor first = at;
  ast::Text string;
  ast::Name name;
  std::string number;
  if (!parse_signed_number(at, state, number) && !parse_string(at, state, string) &&
      !parse_label(at, state, name)) {
    return false;
  }
  text = state.slice(first, at);
  return true;
}
const auto storage_option = x3::rule<struct OptionId, StorageOption>{} =
    spanned[sub<parse_label>[set(&StorageOption::name)] >> -(dot >> sub<parse_label>[([](auto& c) {
                                                               x3::_val(c).schema =
                                                                   std::move(x3::_val(c).name);
                                                               x3::_val(c).name =
                                                                   std::move(x3::_attr(c));
                                                             })]) >>
            -(equals >> sub<option_value>[set(&StorageOption::value)])];
const auto option_list = x3::rule<struct OptionsId, std::vector<StorageOption>>{} =
    open >> storage_option[append] % comma >> close;

}  // namespace

bool parse_constraint_timing(Cursor& at, State& state, ast::ConstraintTiming& timing) {
  const Cursor first = at;
  ConstraintTiming one;
  while (run(timing_word, at, state, one)) {
    if (one.deferrable) timing.deferrable = one.deferrable;
    if (one.initially_deferred) timing.initially_deferred = one.initially_deferred;
    one = {};
  }
  return at != first;
}
bool parse_conflict_clause(Cursor& at, State& state, ast::ConflictAction& value) {
  return run(conflict_clause, at, state, value);
}
bool parse_references(Cursor& at, State& state, ast::References& value) {
  return run(references, at, state, value);
}
bool parse_storage_options(Cursor& at, State& state, std::vector<ast::StorageOption>& options) {
  return run(option_list, at, state, options);
}
}  // namespace retort::compiler::parse::grammar
