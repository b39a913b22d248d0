// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Trees back to SQL, in the spelling of the dialect that they were read in: one line, words in
// upper case, parentheses where one of the engines could need them. What the engine reads from it
// is the same statement; how its author wrote it (comments, line ends, parentheses) is not kept.
#pragma once

#include <string>

#include "ast/statement.hpp"
#include "dialect/dialect.hpp"

namespace retort::compiler::ast {

// An Opaque prints as nothing: its text is in the file.
std::string print(const Statement& statement, dialect::Engine dialect);
std::string print(const Expr& expr, dialect::Engine dialect);
std::string print(const Select& select, dialect::Engine dialect);
std::string print(const TypeName& type, dialect::Engine dialect);

}  // namespace retort::compiler::ast
