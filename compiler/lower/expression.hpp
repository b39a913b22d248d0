// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: expressions and queries of portable SQL as text of one engine.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "lower/sql_table.hpp"

namespace retort::compiler::lower {

std::string write_tree(const schema::Tree& tree, const Target& target);
std::string write_select(const ast::Select& select, const Target& target);

// Behind DEFAULT: with the parentheses that SQLite wants, and the literals of the column's type.
std::string write_default(const schema::Column& column, const Target& target);
// Whether SQLite's ADD COLUMN takes it.
bool is_constant_default(const schema::Column& column, const Target& target);

std::string collation_text(const std::string& collation, const Target& target);

// The same text for the same tree, whatever the spelling; `name` replaces the names of columns.
std::string canonical_tree(const schema::Tree& tree,
                           const std::function<std::string(const std::string&)>& name);
std::string canonical_select(const ast::Select& select);

// Names of the columns that an expression mentions, without repeats.
std::vector<std::string> columns_of(const schema::Tree& tree);

// SQLite: the column at which the constraint is written, so that it comes and goes with it: the
// only one of a CHECK or foreign key. Null for all others.
const schema::Column* own_column(const schema::Constraint& constraint, const schema::Table& table,
                                 const Target& target);

}  // namespace retort::compiler::lower
