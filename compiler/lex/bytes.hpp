// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Bytes that no migration may contain, wherever they stand.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "lex/findings.hpp"

namespace retort::compiler::lex {

// Finds NUL bytes and what is not UTF-8, the first of each line; returns where.
std::vector<std::uint32_t> check_bytes(std::string_view text, Findings& findings);

}  // namespace retort::compiler::lex
