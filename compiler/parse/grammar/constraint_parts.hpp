// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What constraints of columns and of tables share.
#pragma once

#include "parse/grammar/terminals.hpp"

namespace retort::compiler::parse::grammar {
namespace {

using ast::ConflictAction;
using ast::KeyConstraint;

const auto conflict = sub<parse_conflict_clause>;
const auto storage_options = sub<parse_storage_options>;

const auto nulls_not_distinct =
    in_postgres >>
    ("nulls not distinct"_kw[put(&KeyConstraint::nulls_not_distinct, true)] | "nulls distinct"_kw);
const auto key_storage = in_postgres >>
                         -("include"_kw >> sub<parse_column_list>[set(&KeyConstraint::include)]) >>
                         -("with"_kw >> storage_options[set(&KeyConstraint::options)]) >>
                         -("using index tablespace"_kw >>
                           sub<parse_name>[set(&KeyConstraint::tablespace)]);

const auto check = x3::rule<struct CheckId, ast::CheckConstraint>{} =
    "check"_kw >> open >> sub<parse_expression>[set(&ast::CheckConstraint::condition)] >> close;
}  // namespace
}  // namespace retort::compiler::parse::grammar
