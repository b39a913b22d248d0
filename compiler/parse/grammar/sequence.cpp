// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Sequences, enum types, domains, schemas, extensions: PostgreSQL alone has them. In: tokens of a
// statement. Out: a tree.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::AddEnumValue;
using ast::AlterSequence;
using ast::CreateDomain;
using ast::CreateEnum;
using ast::CreateExtension;
using ast::CreateSchema;
using ast::CreateSequence;
using ast::RenameEnumValue;
using ast::SequenceOption;
using Kind = ast::SequenceOptionKind;

const auto name = sub<parse_qualified_name>;
const auto string = sub<parse_string>;

// --- sequences

const auto number = sub<parse_signed_number>[set(&SequenceOption::number)];
constexpr auto kind = [](Kind value) { return put(&SequenceOption::kind, value); };
// OWNED BY [schema.]table.column, or NONE
bool owner(Cursor& at, State& state, SequenceOption& option) {
  if (at->is("none"_k) && !at[1].is('.')) {
    option.kind = Kind::owned_by_none;
    ++at;
    return true;
  }
  ast::QualifiedName table;
  if (!parse_column_path(at, state, table, option.column)) return false;
  option.kind = Kind::owned_by;
  option.table = std::move(table);
  return true;
}
const auto sequence_option = x3::rule<struct SequenceOptionId, SequenceOption>{} =
    spanned[("as"_kw[kind(Kind::as_type)] >> sub<parse_type>[set(&SequenceOption::type)]) |
            ("start"_kw[kind(Kind::start)] >> -"with"_kw >> number) |
            ("increment"_kw[kind(Kind::increment)] >> -"by"_kw >> number) |
            ("minvalue"_kw[kind(Kind::min_value)] >> number) |
            ("maxvalue"_kw[kind(Kind::max_value)] >> number) |
            "no minvalue"_kw[kind(Kind::no_min_value)] |
            "no maxvalue"_kw[kind(Kind::no_max_value)] | ("cache"_kw[kind(Kind::cache)] >> number) |
            "cycle"_kw[kind(Kind::cycle)] | "no cycle"_kw[kind(Kind::no_cycle)] |
            ("owned by"_kw >> sub<owner>[assign]) |
            ("sequence name"_kw[kind(Kind::sequence_name)] >> name[set(&SequenceOption::name)]) |
            ("restart"_kw[kind(Kind::restart)] >> -"with"_kw >> -number)];

using Keep = ast::Persistence;
const auto create_sequence = x3::rule<struct CreateSequenceId, CreateSequence>{} =
    spanned[in_postgres >> "create"_kw >>
            -(("temporary"_kw | "temp"_kw)[put(&CreateSequence::persistence, Keep::temporary)] |
              "unlogged"_kw[put(&CreateSequence::persistence, Keep::unlogged)]) >>
            "sequence"_kw >> -"if not exists"_kw[put(&CreateSequence::if_not_exists, true)] >>
            name[set(&CreateSequence::name)] >>
            *sub<parse_sequence_option>[push(&CreateSequence::options)]];
const auto alter_sequence = x3::rule<struct AlterSequenceId, AlterSequence>{} =
    spanned[in_postgres >> "alter sequence"_kw >>
            -"if exists"_kw[put(&AlterSequence::if_exists, true)] >>
            name[set(&AlterSequence::name)] >>
            +sub<parse_sequence_option>[push(&AlterSequence::options)]];

// --- types

const auto create_enum = x3::rule<struct CreateEnumId, CreateEnum>{} =
    spanned[in_postgres >> "create type"_kw >> name[set(&CreateEnum::name)] >> "as enum"_kw >>
            open >> -(string[push(&CreateEnum::values)] % comma) >> close];
const auto add_enum_value = x3::rule<struct AddEnumValueId, AddEnumValue>{} =
    spanned[in_postgres >> "alter type"_kw >> name[set(&AddEnumValue::name)] >> "add value"_kw >>
            -"if not exists"_kw[put(&AddEnumValue::if_not_exists, true)] >>
            string[set(&AddEnumValue::value)] >>
            -(("before"_kw | "after"_kw[put(&AddEnumValue::after, true)]) >>
              string[set(&AddEnumValue::neighbor)])];
const auto rename_enum_value = x3::rule<struct RenameEnumValueId, RenameEnumValue>{} =
    spanned[in_postgres >> "alter type"_kw >> name[set(&RenameEnumValue::name)] >>
            "rename value"_kw >> string[set(&RenameEnumValue::value)] >> "to"_kw >>
            string[set(&RenameEnumValue::new_value)]];
const auto create_domain = x3::rule<struct CreateDomainId, CreateDomain>{} =
    spanned[in_postgres >> "create domain"_kw >> name[set(&CreateDomain::name)] >> -"as"_kw >>
            sub<parse_type>[set(&CreateDomain::type)] >>
            *sub<parse_column_constraint>[push(&CreateDomain::constraints)]];

// --- schemas and extensions

const auto create_schema = x3::rule<struct CreateSchemaId, CreateSchema>{} =
    spanned[in_postgres >> "create schema"_kw >>
            -"if not exists"_kw[put(&CreateSchema::if_not_exists, true)] >>
            sub<parse_name>[set(&CreateSchema::name)]];
bool version(Cursor& at, State& state, std::string& text) {
  const Cursor first = at;
  ast::Text string_text;
  ast::Name word;
  if (!parse_string(at, state, string_text) && !parse_label(at, state, word)) return false;
  text = state.slice(first, at);
  return true;
}
const auto create_extension = x3::rule<struct CreateExtensionId, CreateExtension>{} =
    spanned[in_postgres >> "create extension"_kw >>
            -"if not exists"_kw[put(&CreateExtension::if_not_exists, true)] >>
            sub<parse_name>[set(&CreateExtension::name)] >> -"with"_kw >>
            *(("schema"_kw >> sub<parse_name>[set(&CreateExtension::schema)]) |
              ("version"_kw >> sub<version>[set(&CreateExtension::version)]) |
              "cascade"_kw[put(&CreateExtension::cascade, true)])];

}  // namespace

bool parse_sequence_option(Cursor& at, State& state, ast::SequenceOption& option) {
  return run(sequence_option, at, state, option);
}
bool parse_create_sequence(Cursor& at, State& state, ast::CreateSequence& statement) {
  return run(create_sequence, at, state, statement);
}
bool parse_alter_sequence(Cursor& at, State& state, ast::AlterSequence& statement) {
  return run(alter_sequence, at, state, statement);
}
bool parse_create_enum(Cursor& at, State& state, ast::CreateEnum& statement) {
  return run(create_enum, at, state, statement);
}
bool parse_add_enum_value(Cursor& at, State& state, ast::AddEnumValue& statement) {
  return run(add_enum_value, at, state, statement);
}
bool parse_rename_enum_value(Cursor& at, State& state, ast::RenameEnumValue& statement) {
  return run(rename_enum_value, at, state, statement);
}
bool parse_create_domain(Cursor& at, State& state, ast::CreateDomain& statement) {
  return run(create_domain, at, state, statement);
}
bool parse_create_schema(Cursor& at, State& state, ast::CreateSchema& statement) {
  return run(create_schema, at, state, statement);
}
bool parse_create_extension(Cursor& at, State& state, ast::CreateExtension& statement) {
  return run(create_extension, at, state, statement);
}

}  // namespace retort::compiler::parse::grammar
