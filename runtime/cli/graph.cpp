// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A Chain in, its graph out. Everything is one pass over the table, because parents stand before
// their children.
#include "cli/graph.hpp"

#include <algorithm>

namespace retort::cli {

Graph::Graph(const Chain& chain) : chain_(&chain), nodes_(chain.revision_count) {
  for (std::uint32_t i = 0; i < size(); ++i) {
    for (std::uint32_t p = 0; p < revision(i).parent_count; ++p) {
      nodes_[revision(i).parents[p]].children.push_back(i);
    }
  }
  for (std::uint32_t i = 0; i < size(); ++i) {
    for (std::uint32_t l = 0; l < revision(i).branch_label_count; ++l) {
      spread_label(i, revision(i).branch_labels[l]);
    }
  }
}

void Graph::add_label(std::uint32_t index, std::string_view label) {
  if (!has_label(index, label)) nodes_[index].labels.push_back(label);
}

void Graph::spread_label(std::uint32_t owner, std::string_view label) {
  const std::vector<bool> below = with_descendants(owner);
  for (std::uint32_t i = owner; i < size(); ++i) {
    if (below[i]) add_label(i, label);
  }
  for (std::uint32_t i = owner; !is_branch_point(i) && !is_merge_point(i);) {
    add_label(i, label);
    if (is_base(i)) break;
    i = revision(i).parents[0];
  }
}

bool Graph::has_label(std::uint32_t index, std::string_view label) const {
  const auto& labels = nodes_[index].labels;
  return std::find(labels.begin(), labels.end(), label) != labels.end();
}

std::vector<std::uint32_t> Graph::heads() const {
  std::vector<std::uint32_t> result;
  for (std::uint32_t i = 0; i < size(); ++i) {
    if (is_head(i)) result.push_back(i);
  }
  return result;
}

std::vector<std::uint32_t> Graph::branch_points() const {
  std::vector<std::uint32_t> result;
  for (std::uint32_t i = size(); i-- > 0;) {
    if (is_branch_point(i)) result.push_back(i);
  }
  return result;
}

std::vector<bool> Graph::with_descendants(std::uint32_t index) const {
  std::vector<bool> found(size(), false);
  found[index] = true;
  for (std::uint32_t i = index; i < size(); ++i) {
    if (!found[i]) continue;
    for (const std::uint32_t child : nodes_[i].children) found[child] = true;
  }
  return found;
}

}  // namespace retort::cli
