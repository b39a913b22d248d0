// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what is portable, and yet not quite the same on both engines. Warnings that
// refuse nothing (docs/portable.md lists them).
#pragma once

#include "ast/statement.hpp"
#include "lower/report.hpp"
#include "lower/sql_table.hpp"
#include "schema/scope.hpp"

namespace retort::compiler::lower {

// One node of an expression, without its parts.
void warn_expression(const ast::Expr& expression, const schema::Scope& scope, Place place,
                     Report& report);

// ORDER BY, and what min() and max() compare by.
void warn_order(const ast::Expr& expression, const schema::Scope& scope, Report& report);

// The types and defaults of a portable column.
void warn_column(const schema::Column& column, Report& report);

// UPDATE, DELETE and TRUNCATE of all rows, explicit values for an identity. `fresh` tells columns
// that the section itself has made: filling all of them is meant.
void warn_rows(const ast::Update& node, const schema::Table* table, const schema::Schema& start,
               Report& report);
void warn_rows(const ast::Delete& node, const schema::Schema& start, Report& report);
void warn_rows(const ast::Truncate& node, const schema::Schema& start, Report& report);
void warn_rows(const ast::Insert& node, const schema::Table* table, Report& report);

// A result column that is neither a key of GROUP BY nor in an aggregate is an error on PostgreSQL
// and any row's value on SQLite: refused.
void check_grouping(const ast::SelectCore& core, const schema::Scope& scope, Report& report);

// SELECT * in a view: a list on PostgreSQL, whatever the table has later on SQLite.
void warn_star(const ast::SelectCore& core, Report& report);

// Names that PostgreSQL cuts, or that SQLite takes for one.
void check_name(const ast::Name& name, std::string_view kind, Report& report);

// A table whose name differs from another's by case only: one on SQLite.
void warn_collision(const ast::Name& name, const schema::Schema& before, Report& report);

}  // namespace retort::compiler::lower
