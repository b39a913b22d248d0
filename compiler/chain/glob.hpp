// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Patterns of EXCLUDE.
#pragma once

#include <string_view>

namespace retort::compiler::chain {

// Whether `pattern` fits the whole of `path`: '?' is one byte but '/', '*' any bytes but '/', '**'
// any bytes, and "**/" also nothing. Takes time pattern x path at most.
bool glob_match(std::string_view pattern, std::string_view path);

}  // namespace retort::compiler::chain
