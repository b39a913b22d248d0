// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the lexer's answer is compared by.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "support.hpp"

namespace retort::compiler::lex::test {

// Where the statements of the first part end: the offset of the ';', or the size of the text where
// the last has none. A ';' that ends nothing does not count.
std::vector<std::size_t> statement_ends(const Lexed& lexed);

// Compares with sqlite3_complete at every ';' byte: does the text since the last end make a whole
// statement there? Returns where the two differ, or an empty string. The lexer must have run
// without directives. A text with more errors than are reported cannot be compared: a trigger
// without END, behind which the lexer goes on, may be among the others.
std::string differs_from_sqlite3_complete(const Lexed& lexed);

}  // namespace retort::compiler::lex::test
