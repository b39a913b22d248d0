// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: differences of two PostgreSQL catalogues in the words of the proof, each
// with the SQL that takes it back.
#pragma once

#include <vector>

#include "retort/catalogue.hpp"
#include "verify/difference.hpp"

namespace retort::compiler::verify {

std::vector<Difference> postgres_differences(const retort::catalogue::Catalogue& expected,
                                             const retort::catalogue::Catalogue& actual);

}  // namespace retort::compiler::verify
