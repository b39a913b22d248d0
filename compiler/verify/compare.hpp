// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: two catalogues, compared by what they mean.
#pragma once

#include <vector>

#include "verify/catalogue.hpp"
#include "verify/difference.hpp"

namespace retort::compiler::verify {

// What must be done to `actual` to have `expected`. Empty where the two mean the same: the order of
// objects and of columns, spelling, case and quotes do not count.
std::vector<Difference> compare(const Catalogue& expected, const Catalogue& actual,
                                const std::vector<SqliteFunction>& functions);

}  // namespace retort::compiler::verify
