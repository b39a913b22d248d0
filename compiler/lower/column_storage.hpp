// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: columns that SQLite keeps in another way than their type says,
// `-- retort: storage(column=choice)`.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "ast/statement.hpp"
#include "lower/report.hpp"
#include "schema/type.hpp"

namespace retort::compiler::lower {

// The choices before a statement, by column. One for a column that the statement does not make or
// change is diagnosed.
std::map<std::string, schema::Storage> storage_of(const chain::SectionRef& section,
                                                  const ast::Statement& statement, Report& report);

// Why a column of the type cannot be kept so, or empty.
std::string misfit(const schema::Type& type, schema::Storage storage);

// A literal as it is kept: the text between its quotes, or a number. Nothing where it does not fit.
std::optional<std::string> stored_literal(const schema::Type& type, schema::Storage storage,
                                          std::string_view text);

// The value of now() or gen_random_uuid() as it is kept; empty for all others.
std::string_view stored_call(std::string_view function, schema::Storage storage);

// A value for rows that have none; like placeholder().
std::string stored_placeholder(const schema::Type& type, schema::Storage storage);

// The column's values in their new form: `name` is the column as SQL. Empty: none that is exact.
std::string restored(const std::string& name, const schema::Type& from, schema::Storage was,
                     const schema::Type& to, schema::Storage now);

std::string_view storage_word(schema::Storage storage);

}  // namespace retort::compiler::lower
