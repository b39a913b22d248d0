// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The grammar's entry. No Boost here.
#pragma once

#include "ast/statement.hpp"
#include "parse/grammar/functions.hpp"

namespace retort::compiler::parse::grammar {

// All of the tokens from `first` to state.end as one statement; behind state.end stand `lookahead`
// tokens of kind `invalid`. False where that is not understood; then `result` means nothing, and
// the state has the furthest place where something was missing (if it was recording).
bool parse_whole(State& state, Cursor first, ast::Statement& result);

}  // namespace retort::compiler::parse::grammar
