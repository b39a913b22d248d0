// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Bytes of a value as text.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace retort::transfer_detail {

// Code points of valid UTF-8 as PostgreSQL takes it (no surrogates, nothing overlong), else -1.
std::int64_t count_characters(std::string_view text);

// ASCII case does not count, as in SQLite's names.
bool equal_ignoring_case(std::string_view a, std::string_view b);

std::string hex_of(std::string_view bytes);

// Appends a field of COPY's text format: backslash, tab, newline and carriage return escaped.
void append_copy_field(std::string& line, std::string_view text);

}  // namespace retort::transfer_detail
