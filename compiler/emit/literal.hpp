// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Text as C++17 string literals that every compiler reads back as the same bytes.
#pragma once

#include <string>
#include <string_view>

namespace retort::compiler::emit {

// One expression of type std::string_view on one line: "…"sv. For ids, names, messages.
std::string short_literal(std::string_view text);

// The same for SQL: adjacent literals of at most max_literal bytes each, raw where the text allows,
// else escaped with one literal per line of text; `indent` stands before each literal.
void append_sql_literal(std::string& out, std::string_view text, std::string_view indent);

// Text for a line comment: one line, no backslash or trigraph that would swallow the next line,
// nothing that reorders what the reader sees; cut after 100 bytes.
std::string comment_text(std::string_view text);

}  // namespace retort::compiler::emit
