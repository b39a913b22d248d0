// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: literals in the form in which an engine keeps values of a type.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/type.hpp"

namespace retort::compiler::lower {

// A string literal of PostgreSQL as SQL of SQLite: 'T' and zone of times, case of uuids, words of
// booleans, '\x…' of bytea. Nothing where the text is no value of the type; the text itself for
// types that keep it.
std::optional<std::string> sqlite_literal(const schema::Type& type, schema::Storage storage,
                                          std::string_view text);

// A value of the type for rows that lost theirs, as SQL of both engines; empty where there is none.
std::string placeholder(const schema::Type& type);

// true and false of the words that PostgreSQL takes.
std::optional<bool> boolean_word(std::string_view text);

}  // namespace retort::compiler::lower
