// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: queries in front of a rebuild and behind its copy. None returns a row: what
// they find is an error of SQLite's that says what it is, so that the revision is rolled back.
#pragma once

#include <string>
#include <string_view>

#include "lower/sql_table.hpp"
#include "schema/schema.hpp"

namespace retort::compiler::lower {

// Indexes, triggers and columns of the live table that are not in `known`: the rebuild would drop
// them in silence.
std::string unknown_objects(const schema::Table& table, const schema::Schema& known);

// A row of `table` that `condition` finds. `row` is the name of its rowid, or empty.
std::string no_such_row(std::string_view table, const std::string& condition,
                        const std::string& what, const std::string& row);

// The two tables have equally many rows.
std::string same_count(std::string_view from, std::string_view to);

}  // namespace retort::compiler::lower
