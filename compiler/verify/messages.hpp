// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what SQLite's messages say, taken apart.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "retort/chain.hpp"

namespace retort::compiler::verify {

// The name in "no such function: x" and "wrong number of arguments to function x()"; else empty.
std::string missing_function(std::string_view message);
// The name in "no such table: x" and "no such table: main.x"; else empty.
std::string missing_table(std::string_view message);

// The name in "no such column: x", without a table before it; else empty.
std::string missing_column(std::string_view message);

std::string statement_text(const retort::Statement& statement);
// The byte of the statement that stands at this line and column of its file; -1 where none does,
// and for its beginning, which is where an error without a place of its own is said to be.
std::int64_t offset_in(const retort::Statement& statement, std::uint32_t line,
                       std::uint32_t column);
// Behind the word, or the one character, at `begin`.
std::size_t word_end(std::string_view text, std::size_t begin);
// Where `name` stands in `sql` as a name, in any case and quotes; npos where it does not.
std::size_t find_name(std::string_view sql, std::string_view name);
// How many arguments the first call of `function` in `sql` has; 1 where none is found.
int argument_count(std::string_view sql, std::string_view function);

// "300 million", "1024 MiB".
std::string millions(std::int64_t number);
std::string mebibytes(std::int64_t bytes);

}  // namespace retort::compiler::verify
