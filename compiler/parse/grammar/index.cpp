// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// CREATE INDEX, DROP, COMMENT ON. In: tokens of a statement. Out: a tree.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::Comment;
using ast::CreateIndex;
using ast::Drop;
using ast::ObjectKind;

// ON is no name here, so an index without a name is seen at once.
const auto index_name = -"if not exists"_kw[put(&CreateIndex::if_not_exists, true)] >>
                        sub<parse_qualified_name>[set(&CreateIndex::name)];
const auto create_index = x3::rule<struct CreateIndexId, CreateIndex>{} =
    spanned["create"_kw >> -"unique"_kw[put(&CreateIndex::unique, true)] >> "index"_kw >>
            -(in_postgres >> "concurrently"_kw[put(&CreateIndex::concurrently, true)]) >>
            ((in_postgres >> &x3::omit["on"_kw]) | index_name) >> "on"_kw >>
            -(in_postgres >> "only"_kw[put(&CreateIndex::only, true)]) >>
            sub<parse_qualified_name>[set(&CreateIndex::table)] >>
            -(in_postgres >> "using"_kw >> sub<parse_name>[set(&CreateIndex::method)]) >> open >>
            sub<parse_index_term>[push(&CreateIndex::keys)] % comma >> close >>
            -(in_postgres >> "include"_kw >> sub<parse_column_list>[set(&CreateIndex::include)]) >>
            -(in_postgres >> ("nulls not distinct"_kw[put(&CreateIndex::nulls_not_distinct, true)] |
                              "nulls distinct"_kw)) >>
            -(in_postgres >> "with"_kw >> sub<parse_storage_options>[set(&CreateIndex::options)]) >>
            -(in_postgres >> "tablespace"_kw >> sub<parse_name>[set(&CreateIndex::tablespace)]) >>
            -("where"_kw >> sub<parse_expression>[set(&CreateIndex::where)])];

const auto relation_kind =
    "table"_kw[put(&Drop::object, ObjectKind::table)] |
    "view"_kw[put(&Drop::object, ObjectKind::view)] |
    (in_postgres >> ("materialized view"_kw[put(&Drop::object, ObjectKind::materialized_view)] |
                     "sequence"_kw[put(&Drop::object, ObjectKind::sequence)] |
                     "type"_kw[put(&Drop::object, ObjectKind::type)] |
                     "domain"_kw[put(&Drop::object, ObjectKind::domain)] |
                     "schema"_kw[put(&Drop::object, ObjectKind::schema)] |
                     "extension"_kw[put(&Drop::object, ObjectKind::extension)]));
const auto index_kind = "index"_kw[put(&Drop::object, ObjectKind::index)] >>
                        -(in_postgres >> "concurrently"_kw[put(&Drop::concurrently, true)]);
const auto drop_exists = -"if exists"_kw[put(&Drop::if_exists, true)];
const auto drop_name = sub<parse_qualified_name>[push(&Drop::names)];
const auto drop = x3::rule<struct DropId, Drop>{} =
    spanned["drop"_kw >>
            (("trigger"_kw[put(&Drop::object, ObjectKind::trigger)] >> drop_exists >> drop_name >>
              (in_sqlite | ("on"_kw >> sub<parse_qualified_name>[set(&Drop::table)]))) |
             ((relation_kind | index_kind) >> drop_exists >>
              ((in_sqlite >> drop_name) | (in_postgres >> drop_name % comma)))) >>
            -(in_postgres >> ("cascade"_kw[put(&Drop::behavior, ast::Behavior::cascade)] |
                              "restrict"_kw[put(&Drop::behavior, ast::Behavior::restrict_)]))];

// --- COMMENT ON

const auto comment_kind =
    "table"_kw[put(&Comment::object, ObjectKind::table)] |
    "index"_kw[put(&Comment::object, ObjectKind::index)] |
    "view"_kw[put(&Comment::object, ObjectKind::view)] |
    "materialized view"_kw[put(&Comment::object, ObjectKind::materialized_view)] |
    "sequence"_kw[put(&Comment::object, ObjectKind::sequence)] |
    "type"_kw[put(&Comment::object, ObjectKind::type)] |
    "domain"_kw[put(&Comment::object, ObjectKind::domain)] |
    "schema"_kw[put(&Comment::object, ObjectKind::schema)] |
    "extension"_kw[put(&Comment::object, ObjectKind::extension)];
bool commented_column(Cursor& at, State& state, Comment& comment) {
  if (!parse_column_path(at, state, comment.name, comment.column)) return false;
  comment.object = ObjectKind::column;
  return true;
}
const auto comment_name = sub<parse_qualified_name>[set(&Comment::name)];
const auto comment = x3::rule<struct CommentId, Comment>{} =
    spanned[in_postgres >> "comment on"_kw >>
            (("column"_kw >> sub<commented_column>[assign]) |
             (("constraint"_kw[put(&Comment::object, ObjectKind::constraint)] |
               "trigger"_kw[put(&Comment::object, ObjectKind::trigger)]) >>
              comment_name >> "on"_kw >> sub<parse_qualified_name>[set(&Comment::table)]) |
             (comment_kind >> comment_name)) >>
            "is"_kw >> ("null"_kw | sub<parse_string>[set(&Comment::text)])];

}  // namespace

bool parse_create_index(Cursor& at, State& state, ast::CreateIndex& index) {
  return run(create_index, at, state, index);
}
bool parse_drop(Cursor& at, State& state, ast::Drop& statement) {
  return run(drop, at, state, statement);
}
bool parse_comment(Cursor& at, State& state, ast::Comment& statement) {
  return run(comment, at, state, statement);
}

}  // namespace retort::compiler::parse::grammar
