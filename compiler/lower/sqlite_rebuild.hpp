// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: a SQLite table made anew, with its rows, indexes and triggers.
#pragma once

#include "lower/sqlite_alter.hpp"

namespace retort::compiler::lower {

// `known` is what the database holds before it: what else is at the table stops the rebuild.
SqliteAlter rebuild_table(const TableDiff& diff, const schema::Schema& known,
                          const schema::Schema& to, const CopyRules& rules, const Target& target);

// SQL that turns a value of one type into another one as PostgreSQL's assignment cast would, or an
// error of SQLite where PostgreSQL has one; empty where there is no such SQL.
std::string converted(const schema::Column& from, const schema::Column& to, const Target& target);

}  // namespace retort::compiler::lower
