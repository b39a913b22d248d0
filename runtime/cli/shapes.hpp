// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What history, heads, branches, show and current print: Alembic's shapes, so that scripts which
// read them keep working, and the same facts as JSON.
#pragma once

#include <string>
#include <vector>

#include "cli/graph.hpp"

namespace retort::cli {

// Flags per revision where the database is asked, too ("(current)"); null where it is not.
using Marks = std::vector<bool>;

// "aaaa1111 -> bbbb2222 (cart) (head), second"
std::string history_line(const Graph& graph, std::uint32_t index, const Marks* current = nullptr);

// "Rev: bbbb2222 (head)\nParent: aaaa1111\n…", with an empty line behind it.
std::string verbose_block(const Graph& graph, std::uint32_t index, const Marks* current = nullptr);

// Newest first; `selected` has one flag per revision.
std::string history_text(const Graph& graph, const std::vector<bool>& selected, bool verbose,
                         const Marks* current = nullptr);

std::string heads_text(const Graph& graph, bool verbose);
std::string branches_text(const Graph& graph, bool verbose);

// An array of objects, one per line, in the given order; "current" only where marks are given.
std::string revisions_json(const Graph& graph, const std::vector<std::uint32_t>& indices,
                           const Marks* current = nullptr);

// The selected revisions, newest first.
std::vector<std::uint32_t> newest_first(const std::vector<bool>& selected);

// "a, b" of the parents; "" at the base.
std::string parents_text(const Revision& revision, const Chain& chain);

}  // namespace retort::cli
