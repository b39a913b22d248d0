// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// "did you mean": the nearest of some candidates by bounded edit distance.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace retort::compiler::diag {

// The candidate with the smallest edit distance (insert, delete, replace, swap of neighbours; case
// does not count), if that is at most a third of the longer length; the first among equals.
std::optional<std::string> suggest(std::string_view wrong,
                                   const std::vector<std::string>& candidates);

}  // namespace retort::compiler::diag
