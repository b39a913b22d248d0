// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// ALTER TABLE … ALTER COLUMN. In: tokens from ALTER on. Out: a tree.
#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::AlterAction;

const auto alter_column = "alter"_kw >> -"column"_kw;
const auto set_type = x3::rule<struct SetTypeId, ast::SetType>{} =
    alter_column >> sub<parse_name>[set(&ast::SetType::column)] >> -"set data"_kw >> "type"_kw >>
    sub<parse_type>[set(&ast::SetType::type)] >>
    -("collate"_kw >> sub<parse_collation>[set(&ast::SetType::collation)]) >>
    -("using"_kw >> sub<parse_expression>[set(&ast::SetType::using_)]);
const auto set_default = x3::rule<struct SetDefaultId, ast::SetDefault>{} =
    alter_column >> sub<parse_name>[set(&ast::SetDefault::column)] >> "set default"_kw >>
    sub<parse_expression>[set(&ast::SetDefault::value)];
const auto drop_default = x3::rule<struct DropDefaultId, ast::DropDefault>{} =
    alter_column >> sub<parse_name>[set(&ast::DropDefault::column)] >> "drop default"_kw;
const auto set_not_null = x3::rule<struct SetNotNullId, ast::SetNotNull>{} =
    alter_column >> sub<parse_name>[set(&ast::SetNotNull::column)] >> "set not null"_kw;
const auto drop_not_null = x3::rule<struct DropNotNullId, ast::DropNotNull>{} =
    alter_column >> sub<parse_name>[set(&ast::DropNotNull::column)] >> "drop not null"_kw;
const auto add_identity = x3::rule<struct AddIdentityId, ast::AddIdentity>{} =
    alter_column >> sub<parse_name>[set(&ast::AddIdentity::column)] >> "add generated"_kw >>
    ("always"_kw[([](auto& c) { x3::_val(c).identity.always = true; })] | "by default"_kw) >>
    "as identity"_kw >> -(open >> +sub<parse_sequence_option>[([](auto& c) {
                            x3::_val(c).identity.options.push_back(std::move(x3::_attr(c)));
                          })] >>
                          close);
const auto set_identity = x3::rule<struct SetIdentityId, ast::SetIdentity>{} =
    alter_column >> sub<parse_name>[set(&ast::SetIdentity::column)] >>
    +(("set generated"_kw >> ("always"_kw[put(&ast::SetIdentity::always, true)] |
                              "by default"_kw[put(&ast::SetIdentity::always, false)])) |
      ("set"_kw >> sub<parse_sequence_option>[push(&ast::SetIdentity::options)]) |
      (&x3::omit["restart"_kw] >> sub<parse_sequence_option>[push(&ast::SetIdentity::options)]));
const auto drop_identity = x3::rule<struct DropIdentityId, ast::DropIdentity>{} =
    alter_column >> sub<parse_name>[set(&ast::DropIdentity::column)] >> "drop identity"_kw >>
    -"if exists"_kw[put(&ast::DropIdentity::if_exists, true)];
const auto drop_expression = x3::rule<struct DropExpressionId, ast::DropExpression>{} =
    alter_column >> sub<parse_name>[set(&ast::DropExpression::column)] >> "drop expression"_kw >>
    -"if exists"_kw[put(&ast::DropExpression::if_exists, true)];

template <class Rule, class T>
bool read(const Rule& rule, T value, Cursor& at, State& state, AlterAction& action) {
  if (!run(rule, at, state, value)) return false;
  action.node = std::move(value);
  return true;
}

}  // namespace

bool parse_alter_column(Cursor& at, State& state, ast::AlterAction& action) {
  return read(set_type, ast::SetType{}, at, state, action) ||
         read(set_default, ast::SetDefault{}, at, state, action) ||
         read(drop_default, ast::DropDefault{}, at, state, action) ||
         read(set_not_null, ast::SetNotNull{}, at, state, action) ||
         read(drop_not_null, ast::DropNotNull{}, at, state, action) ||
         read(add_identity, ast::AddIdentity{}, at, state, action) ||
         read(set_identity, ast::SetIdentity{}, at, state, action) ||
         read(drop_identity, ast::DropIdentity{}, at, state, action) ||
         read(drop_expression, ast::DropExpression{}, at, state, action);
}

}  // namespace retort::compiler::parse::grammar
