// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Decimal numbers as text: what a REAL becomes in a numeric column.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace retort::transfer_detail {

// The shortest decimal that reads back as `value`, without an exponent; nothing for NaN and
// infinity.
std::optional<std::string> shortest_decimal(double value);

// "[+-]digits[.digits]" without a sign for zero, needless zeros and a bare point: "007.50" is
// "7.5". Nothing where the text is no such number.
std::optional<std::string> plain_decimal(std::string_view text);

// A whole number of the last of `scale` digits: 1250 with two is "12.5".
std::string scaled_decimal(std::int64_t value, int scale);
// A plain decimal with at most `scale` digits behind the point, half away from zero as PostgreSQL
// rounds. The result is plain again.
std::string round_decimal(std::string_view plain, int scale);

// Digits before the point, not counting a lone 0.
int integer_digits(std::string_view plain);

}  // namespace retort::transfer_detail
