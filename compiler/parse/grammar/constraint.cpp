// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Constraints of tables. In: tokens. Out: a tree.
#include "parse/grammar/constraint_parts.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::ForeignKeyConstraint;
using ast::TableConstraint;
using Timing = ast::ConstraintTiming;

const auto key_columns =
    open >> sub<parse_index_term>[push(&KeyConstraint::columns)] % comma >> close;
const auto using_index =
    in_postgres >> "using index"_kw >> sub<parse_name>[set(&KeyConstraint::using_index)];
const auto table_key = x3::rule<struct TableKeyId, KeyConstraint>{} =
    ("primary key"_kw[put(&KeyConstraint::primary, true)] | ("unique"_kw >> -nulls_not_distinct)) >>
    (using_index | (key_columns >> -key_storage)) >> -conflict[set(&KeyConstraint::conflict)];
const auto foreign_key = x3::rule<struct ForeignKeyId, ForeignKeyConstraint>{} =
    "foreign key"_kw >> sub<parse_column_list>[set(&ForeignKeyConstraint::columns)] >>
    sub<parse_references>[set(&ForeignKeyConstraint::references)];

using Exclude = ast::ExcludeConstraint;
const auto exclude_element = x3::rule<struct ExcludeElementId, ast::ExcludeElement>{} =
    sub<parse_index_term>[set(&ast::ExcludeElement::term)] >> "with"_kw >>
    sub<parse_operator_name>[set(&ast::ExcludeElement::op)];
const auto exclude = x3::rule<struct ExcludeId, Exclude>{} =
    in_postgres >> "exclude"_kw >> -("using"_kw >> sub<parse_name>[set(&Exclude::method)]) >> open
    >> exclude_element[push(&Exclude::elements)] % comma >> close >>
    -("include"_kw >> sub<parse_column_list>[set(&Exclude::include)]) >>
    -("with"_kw >> storage_options[set(&Exclude::options)]) >>
    -("using index tablespace"_kw >> sub<parse_name>[set(&Exclude::tablespace)]) >>
    -("where"_kw >> open >> sub<parse_expression>[set(&Exclude::where)] >> close);

// What may stand behind a table's constraint, in any order.
struct Attributes {
  Timing timing;
  bool no_inherit = false;
  bool not_valid = false;
};
const auto attributes = x3::rule<struct AttributesId, Attributes>{} =
    *(sub<parse_constraint_timing>[([](auto& c) {
        const Timing& read = x3::_attr(c);
        Timing& timing = x3::_val(c).timing;
        if (read.deferrable) timing.deferrable = read.deferrable;
        if (read.initially_deferred) timing.initially_deferred = read.initially_deferred;
      })] |
      (in_postgres >> ("not valid"_kw[put(&Attributes::not_valid, true)] |
                       "no inherit"_kw[put(&Attributes::no_inherit, true)])));

const auto table_constraint = x3::rule<struct TableConstraintId, TableConstraint>{} =
    spanned[-("constraint"_kw >> sub<parse_name>[set(&TableConstraint::name)]) >>
            (table_key[set(&TableConstraint::node)] |
             (check[set(&TableConstraint::node)] >> -x3::omit[conflict]) |
             foreign_key[set(&TableConstraint::node)] | exclude[set(&TableConstraint::node)]) >>
            attributes[([](auto& c) {
              x3::_val(c).timing = x3::_attr(c).timing;
              x3::_val(c).no_inherit = x3::_attr(c).no_inherit;
              x3::_val(c).not_valid = x3::_attr(c).not_valid;
            })]];

}  // namespace

bool at_table_constraint(Cursor at) {
  switch (at->keyword) {
    case "constraint"_k:
    case "check"_k:
    case "unique"_k:
      return true;
    case "primary"_k:
    case "foreign"_k:
      return at[1].is("key"_k);
    case "exclude"_k:
      return at[1].is("using"_k) || at[1].is('(');
    default:
      return false;
  }
}
bool parse_table_constraint(Cursor& at, State& state, ast::TableConstraint& constraint) {
  return run(table_constraint, at, state, constraint);
}

}  // namespace retort::compiler::parse::grammar
