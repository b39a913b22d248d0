// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// ALTER TABLE and what is altered in the same words. In: tokens from ALTER on. Out: a tree.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::AlterAction;
using ast::AlterTable;
using ast::Behavior;
using ast::Name;
using ast::ObjectKind;

// Named, because clang 14 does not evaluate a consteval literal inside a generic lambda.
constexpr auto cascade_word = "cascade"_kw;
constexpr auto restrict_word = "restrict"_kw;
template <class T>
constexpr auto behavior_of = [](auto member) {
  return -(cascade_word[put(member, Behavior::cascade)] |
           restrict_word[put(member, Behavior::restrict_)]);
};

// --- ADD, DROP

const auto add_column = x3::rule<struct AddColumnId, ast::AddColumn>{} =
    "add"_kw >> -"column"_kw >>
    -(in_postgres >> "if not exists"_kw[put(&ast::AddColumn::if_not_exists, true)]) >>
    sub<parse_column_def>[set(&ast::AddColumn::column)];
const auto drop_column = x3::rule<struct DropColumnId, ast::DropColumn>{} =
    "drop"_kw >> -"column"_kw >>
    -(in_postgres >> "if exists"_kw[put(&ast::DropColumn::if_exists, true)]) >>
    sub<parse_name>[set(&ast::DropColumn::column)] >>
    -(in_postgres >> behavior_of<ast::DropColumn>(&ast::DropColumn::behavior));
const auto add_constraint = x3::rule<struct AddConstraintId, ast::AddConstraint>{} =
    "add"_kw >> sub<parse_table_constraint>[set(&ast::AddConstraint::constraint)];
const auto drop_constraint = x3::rule<struct DropConstraintId, ast::DropConstraint>{} =
    "drop constraint"_kw >> -"if exists"_kw[put(&ast::DropConstraint::if_exists, true)] >>
    sub<parse_name>[set(&ast::DropConstraint::constraint)] >>
    behavior_of<ast::DropConstraint>(&ast::DropConstraint::behavior);
const auto alter_constraint = x3::rule<struct AlterConstraintId, ast::AlterConstraint>{} =
    "alter constraint"_kw >> sub<parse_name>[set(&ast::AlterConstraint::constraint)] >>
    -sub<parse_constraint_timing>[set(&ast::AlterConstraint::timing)];
const auto validate = x3::rule<struct ValidateId, ast::ValidateConstraint>{} =
    "validate constraint"_kw >> sub<parse_name>[set(&ast::ValidateConstraint::constraint)];

// --- RENAME and others

const auto rename_to = x3::rule<struct RenameToId, ast::RenameTo>{} =
    "rename to"_kw >> sub<parse_name>[set(&ast::RenameTo::name)];
const auto rename_constraint = x3::rule<struct RenameConstraintId, ast::RenameConstraint>{} =
    "rename constraint"_kw >> sub<parse_name>[set(&ast::RenameConstraint::constraint)] >> "to"_kw >>
    sub<parse_name>[set(&ast::RenameConstraint::name)];
const auto rename_column = x3::rule<struct RenameColumnId, ast::RenameColumn>{} =
    "rename"_kw >> -"column"_kw >> sub<parse_name>[set(&ast::RenameColumn::column)] >> "to"_kw >>
    sub<parse_name>[set(&ast::RenameColumn::name)];
const auto set_schema = x3::rule<struct SetSchemaId, ast::SetSchema>{} =
    "set schema"_kw >> sub<parse_name>[set(&ast::SetSchema::schema)];
// CURRENT_USER and the like are words, too.
const auto owner_to = x3::rule<struct OwnerToId, ast::OwnerTo>{} =
    "owner to"_kw >> sub<parse_label>[set(&ast::OwnerTo::role)];
const auto set_options = x3::rule<struct SetOptionsId, ast::SetOptions>{} =
    ("set"_kw | "reset"_kw[put(&ast::SetOptions::reset, true)]) >>
    sub<parse_storage_options>[set(&ast::SetOptions::options)];
const auto set_tablespace = x3::rule<struct SetTablespaceId, ast::SetTablespace>{} =
    "set tablespace"_kw >> sub<parse_name>[set(&ast::SetTablespace::tablespace)];
const auto set_persistence = x3::rule<struct SetPersistenceId, ast::SetPersistence>{} =
    "set logged"_kw | "set unlogged"_kw[put(&ast::SetPersistence::logged, false)];
using Enable = ast::EnableTrigger;
const auto enable_trigger = x3::rule<struct EnableTriggerId, Enable>{} =
    ((("enable"_kw >> -("always"_kw[put(&Enable::which, "always")] |
                        "replica"_kw[put(&Enable::which, "replica")])) |
      "disable"_kw[put(&Enable::enable, false)]) >>
     "trigger"_kw) >>
    ("all"_kw[put(&Enable::which, "all")] | "user"_kw[put(&Enable::which, "user")] |
     sub<parse_name>[set(&Enable::trigger)]);
const auto row_security = x3::rule<struct RowSecurityId, ast::RowSecurity>{} =
    ("enable"_kw[put(&ast::RowSecurity::what, "enable")] |
     "disable"_kw[put(&ast::RowSecurity::what, "disable")] |
     "no force"_kw[put(&ast::RowSecurity::what, "no force")] |
     "force"_kw[put(&ast::RowSecurity::what, "force")]) >>
    "row level security"_kw;

// --- statements

template <class Rule, class T>
bool read(const Rule& rule, T value, Cursor& at, State& state, AlterAction& action) {
  if (!run(rule, at, state, value)) return false;
  action.node = std::move(value);
  return true;
}

bool table_action(Cursor& at, State& state, AlterAction& action) {
  switch (at->keyword) {
    case "add"_k:
      if (!state.sqlite && at_table_constraint(at + 1)) {
        return read(add_constraint, ast::AddConstraint{}, at, state, action);
      }
      return read(add_column, ast::AddColumn{}, at, state, action);
    case "drop"_k:
      if (!state.sqlite && at[1].is("constraint"_k)) {
        return read(drop_constraint, ast::DropConstraint{}, at, state, action);
      }
      return read(drop_column, ast::DropColumn{}, at, state, action);
    case "alter"_k:
      if (state.sqlite) return state.expect(at, "add, drop or rename");
      if (at[1].is("constraint"_k)) {
        return read(alter_constraint, ast::AlterConstraint{}, at, state, action);
      }
      return parse_alter_column(at, state, action);
    case "validate"_k:
      return read(validate, ast::ValidateConstraint{}, at, state, action);
    case "rename"_k:
      return false;
    default:
      if (state.sqlite) return state.expect(at, "add, drop or rename");
      return read(set_options, ast::SetOptions{}, at, state, action) ||
             read(set_tablespace, ast::SetTablespace{}, at, state, action) ||
             read(set_persistence, ast::SetPersistence{}, at, state, action) ||
             read(owner_to, ast::OwnerTo{}, at, state, action) ||
             read(enable_trigger, Enable{}, at, state, action) ||
             read(row_security, ast::RowSecurity{}, at, state, action);
  }
}

// These stand alone, in ALTER TABLE too.
bool single_action(Cursor& at, State& state, AlterAction& action) {
  if (read(rename_to, ast::RenameTo{}, at, state, action)) return true;
  if (!state.sqlite && (read(rename_constraint, ast::RenameConstraint{}, at, state, action) ||
                        read(set_schema, ast::SetSchema{}, at, state, action))) {
    return true;
  }
  return read(rename_column, ast::RenameColumn{}, at, state, action);
}

bool other_action(Cursor& at, State& state, AlterAction& action) {
  return read(owner_to, ast::OwnerTo{}, at, state, action) ||
         read(set_options, ast::SetOptions{}, at, state, action) ||
         read(set_tablespace, ast::SetTablespace{}, at, state, action);
}

template <bool (*Read)(Cursor&, State&, AlterAction&)>
bool with_span(Cursor& at, State& state, AlterAction& action) {
  const Cursor first = at;
  if (!Read(at, state, action)) return at = first, false;
  action.span = state.span(first, at);
  return true;
}

const auto single = sub<with_span<single_action>>[push(&AlterTable::actions)];
const auto name = sub<parse_qualified_name>[set(&AlterTable::name)];
const auto if_exists = -(in_postgres >> "if exists"_kw[put(&AlterTable::if_exists, true)]);
const auto alter_table = x3::rule<struct AlterTableId, AlterTable>{} =
    spanned["alter table"_kw >> if_exists >>
            -(in_postgres >> "only"_kw[put(&AlterTable::only, true)]) >> name >>
            -(in_postgres >> SymbolParser('*', "'*'")) >>
            (single |
             sub<with_span<table_action>>[push(&AlterTable::actions)] % (in_postgres >> comma))];

const auto alter_object = x3::rule<struct AlterObjectId, AlterTable>{} =
    spanned[in_postgres >> "alter"_kw >>
            ("index"_kw[put(&AlterTable::object, ObjectKind::index)] |
             "view"_kw[put(&AlterTable::object, ObjectKind::view)] |
             "materialized view"_kw[put(&AlterTable::object, ObjectKind::materialized_view)] |
             "sequence"_kw[put(&AlterTable::object, ObjectKind::sequence)] |
             "type"_kw[put(&AlterTable::object, ObjectKind::type)] |
             "domain"_kw[put(&AlterTable::object, ObjectKind::domain)] |
             "schema"_kw[put(&AlterTable::object, ObjectKind::schema)]) >>
            if_exists >> name >>
            (single | sub<with_span<other_action>>[push(&AlterTable::actions)])];

// What each of them has: a column of an index is not renamed, a type is not RENAME COLUMN.
bool has(const AlterTable& alter) {
  const AlterAction& action = alter.actions.front();
  const bool relation = alter.object == ObjectKind::table || alter.object == ObjectKind::view ||
                        alter.object == ObjectKind::materialized_view;
  if (std::holds_alternative<ast::RenameColumn>(action.node)) return relation;
  const bool constraint = std::holds_alternative<ast::RenameConstraint>(action.node);
  if (constraint) return alter.object == ObjectKind::table || alter.object == ObjectKind::domain;
  const bool schema = alter.object == ObjectKind::schema;
  if (schema && std::holds_alternative<ast::SetSchema>(action.node)) return false;
  const bool options = std::holds_alternative<ast::SetOptions>(action.node);
  const bool space = std::holds_alternative<ast::SetTablespace>(action.node);
  if (options || space) return relation || alter.object == ObjectKind::index;
  return true;
}

}  // namespace

bool parse_alter_table(Cursor& at, State& state, ast::AlterTable& alter) {
  const Cursor first = at;
  const bool read_it = at[1].is("table"_k) ? run(alter_table, at, state, alter)
                                           : run(alter_object, at, state, alter);
  if (!read_it) return false;
  if (has(alter)) return true;
  at = first;
  return state.expect(at, "another action");
}

}  // namespace retort::compiler::parse::grammar
