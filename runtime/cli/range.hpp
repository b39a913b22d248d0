// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The range of history -r as a selection of revisions, also in a chain with several heads.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/graph.hpp"
#include "retort/revision.hpp"

namespace retort::cli {

// retort::resolve(), except that "head" is an error that lists them where the chain has several.
Status resolve_one(const Graph& graph, std::string_view text, const Standing* standing,
                   std::uint32_t& index);

// "a:b", "a:", ":b": one flag per revision, both ends included: what descends from a and is an
// ancestor of b. An empty text selects everything.
Status select_range(const Graph& graph, std::string_view text, const Standing* standing,
                    std::vector<bool>& selected);

// The message of a status, with "did you mean" where it is about an unknown revision.
std::string message_of(const Graph& graph, const Status& status);

}  // namespace retort::cli
