// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// CREATE TABLE and CREATE VIRTUAL TABLE. In: tokens from CREATE on. Out: a tree.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::ColumnDef;
using ast::CreateTable;
using ast::CreateVirtualTable;
using ast::LikeClause;
using ast::LikeOption;
using ast::PartitionBy;

const auto like_what = x3::rule<struct LikeWhatId, std::string>{} =
    sub<parse_label>[([](auto& c) { x3::_val(c) = x3::_attr(c).text; })];
const auto like_option = x3::rule<struct LikeOptionId, LikeOption>{} =
    ("including"_kw | "excluding"_kw[put(&LikeOption::including, false)]) >>
    like_what[set(&LikeOption::what)];
const auto like = x3::rule<struct LikeId, LikeClause>{} =
    spanned[in_postgres >> "like"_kw >> sub<parse_qualified_name>[set(&LikeClause::table)] >>
            *like_option[push(&LikeClause::options)]];

bool element(Cursor& at, State& state, ast::TableElement& result) {
  const auto read = [&]<class T>(T value, bool (*parse)(Cursor&, State&, T&)) {
    if (!parse(at, state, value)) return false;
    result = std::move(value);
    return true;
  };
  if (at_table_constraint(at)) return read(ast::TableConstraint{}, parse_table_constraint);
  if (!state.sqlite && at->is("like"_k)) {
    LikeClause clause;
    if (!run(like, at, state, clause)) return false;
    result = std::move(clause);
    return true;
  }
  return read(ColumnDef{}, parse_column_def);
}

// SQLite lets the comma between table constraints out; that is not read.
const auto elements = open >> -(sub<element>[push(&CreateTable::elements)] % comma) >> close;

const auto partition_by = x3::rule<struct PartitionById, PartitionBy>{} =
    spanned["partition by"_kw >> sub<parse_name>[set(&PartitionBy::strategy)] >> open >>
            sub<parse_index_term>[push(&PartitionBy::keys)] % comma >> close];

using Keep = ast::Persistence;
const auto persistence =
    (-(in_postgres >> ("global"_kw | "local"_kw)) >>
     ("temporary"_kw | "temp"_kw)[put(&CreateTable::persistence, Keep::temporary)]) |
    (in_postgres >> "unlogged"_kw[put(&CreateTable::persistence, Keep::unlogged)]);
const auto storage =
    -("using"_kw >> sub<parse_name>[set(&CreateTable::method)]) >>
    -(("with"_kw >> sub<parse_storage_options>[set(&CreateTable::options)]) | "without oids"_kw) >>
    -("on commit"_kw >>
      ("drop"_kw[put(&CreateTable::on_commit, ast::OnCommit::drop)] |
       "delete rows"_kw[put(&CreateTable::on_commit, ast::OnCommit::delete_rows)] |
       "preserve rows"_kw[put(&CreateTable::on_commit, ast::OnCommit::preserve_rows)])) >>
    -("tablespace"_kw >> sub<parse_name>[set(&CreateTable::tablespace)]);
const auto as_query = "as"_kw >> sub<parse_boxed_query>[set(&CreateTable::as_select)] >>
                      -("with data"_kw[put(&CreateTable::with_data, true)] |
                        "with no data"_kw[put(&CreateTable::with_data, false)]);

const auto sqlite_option = ("without"_kw >> "rowid"_kw[put(&CreateTable::without_rowid, true)]) |
                           "strict"_kw[put(&CreateTable::strict, true)];
const auto postgres_behind = elements >>
                             -("inherits"_kw >> open >>
                               sub<parse_qualified_name>[push(&CreateTable::inherits)] % comma >>
                               close) >>
                             -partition_by[set(&CreateTable::partition_by)] >> storage;
// CREATE TABLE t [(a, b)] AS SELECT …: where no column has a type.
bool is_create_as(Cursor at) {
  if (!at->is('(')) return true;
  return !at[1].is(')') && (at[2].is(',') || at[2].is(')'));
}
struct AsGate : x3::parser<AsGate> {
  using attribute_type = x3::unused_type;
  [[maybe_unused]] static constexpr bool has_attribute = false;
  template <class Context, class RContext, class Attribute>
  bool parse(Cursor& at, const Cursor&, const Context& context, RContext&, Attribute&) const {
    return !state_of(context).sqlite && is_create_as(at);
  }
};

const auto create_table = x3::rule<struct CreateTableId, CreateTable>{} =
    spanned["create"_kw >> -persistence >> "table"_kw >>
            -"if not exists"_kw[put(&CreateTable::if_not_exists, true)] >>
            sub<parse_qualified_name>[set(&CreateTable::name)] >>
            ((in_sqlite >> ((elements >> -(sqlite_option % comma)) | as_query)) |
             (AsGate{} >> -sub<parse_column_list>[set(&CreateTable::as_columns)] >> storage >>
              as_query) |
             (in_postgres >> postgres_behind))];

// --- virtual tables: the module reads its arguments as text

bool module_arguments(Cursor& at, State& state, std::vector<ast::Text>& arguments) {
  if (at->match == 0) return at->is('(') && at[1].is(')') ? (at += 2, true) : false;
  const Cursor behind = at + at->match;
  Cursor first = ++at;
  for (; at != behind; ++at) {
    if (at->is('(') && at->match != 0) at += at->match;
    if (!at[1].is(',') && at + 1 != behind) continue;
    arguments.push_back({std::string(state.slice(first, at + 1)), state.span(first, at + 1)});
    if (at + 1 != behind) ++at;
    first = at + 1;
  }
  ++at;
  return true;
}
const auto virtual_table = x3::rule<struct VirtualId, CreateVirtualTable>{} =
    spanned[in_sqlite >> "create virtual table"_kw >>
            -"if not exists"_kw[put(&CreateVirtualTable::if_not_exists, true)] >>
            sub<parse_qualified_name>[set(&CreateVirtualTable::name)] >> "using"_kw >>
            sub<parse_name>[set(&CreateVirtualTable::module)] >>
            -sub<module_arguments>[set(&CreateVirtualTable::arguments)]];

}  // namespace

bool parse_create_table(Cursor& at, State& state, ast::CreateTable& table) {
  return run(create_table, at, state, table);
}
bool parse_create_virtual_table(Cursor& at, State& state, ast::CreateVirtualTable& table) {
  return run(virtual_table, at, state, table);
}

}  // namespace retort::compiler::parse::grammar
