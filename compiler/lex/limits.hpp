// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The lexer's limits. Each has its own diagnostic (limit-exceeded); docs/lexer.md lists them.
#pragma once

#include <cstddef>
#include <cstdint>

namespace retort::compiler::lex {

inline constexpr std::size_t max_parenthesis_depth = 1000;
inline constexpr std::size_t max_comment_depth = 1000;
// From the first token of a statement to its last; the rows of a COPY do not count.
inline constexpr std::size_t max_statement_size = std::size_t{16} << 20;
// Lexical errors of one file that are reported one by one.
inline constexpr std::size_t max_lexical_errors = 100;
// How often lexing goes back in a file to look behind something that was never closed. Afterwards
// a section ends at the next section directive at the start of a line, whatever stands around it,
// so that hostile text costs no more than this many passes.
inline constexpr std::uint32_t max_recoveries = 32;

}  // namespace retort::compiler::lex
