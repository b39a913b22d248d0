// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// PostgreSQL's hashtextextended(text, 0), so that both sides of a transfer can sum the same
// numbers.
#pragma once

#include <cstdint>
#include <string_view>

namespace retort::transfer_detail {

// Equal to `SELECT hashtextextended($1 COLLATE "C", 0)` on a little-endian server, since
// PostgreSQL 11.
std::int64_t hash_text(std::string_view text) noexcept;

}  // namespace retort::transfer_detail
