// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The names that PostgreSQL gives to what has none, and how names are written.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dialect/dialect.hpp"

namespace retort::compiler::schema {

// PostgreSQL cuts longer names.
inline constexpr std::size_t max_name = 63;

// "t_a_b_key": table, columns and label, cut to 63 bytes as makeObjectName() of PostgreSQL does.
// While `taken` says that a name is in use, a number is counted up behind it.
std::string default_name(std::string_view table, const std::vector<std::string>& columns,
                         std::string_view label,
                         const std::function<bool(const std::string&)>& taken);

// The name as SQL for either engine: in double quotes where it is a keyword of one of them, or no
// plain lower-case word.
std::string quoted(std::string_view name);
std::string quoted_list(const std::vector<std::string>& names);

// '…' with quotes doubled.
std::string string_literal(std::string_view text);

}  // namespace retort::compiler::schema
