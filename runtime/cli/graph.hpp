// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the tables of a Chain imply: children, heads, branch points, labels.
//
// Also takes the chain of a folder that is not complete yet (several heads or bases): parents still
// stand before their children there, nothing else is expected.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "retort/chain.hpp"

namespace retort::cli {

class Graph {
 public:
  // `chain` must outlive the graph.
  explicit Graph(const Chain& chain);

  const Chain& chain() const { return *chain_; }
  std::uint32_t size() const { return chain_->revision_count; }
  const Revision& revision(std::uint32_t index) const { return chain_->revisions[index]; }
  const std::vector<std::uint32_t>& children(std::uint32_t index) const {
    return nodes_[index].children;
  }
  // The labels that hold for a revision: its own, those of its ancestors, and those of its
  // descendants down to the next branch or merge point (Alembic's rule). In chain order.
  const std::vector<std::string_view>& labels(std::uint32_t index) const {
    return nodes_[index].labels;
  }
  bool has_label(std::uint32_t index, std::string_view label) const;

  bool is_head(std::uint32_t index) const { return nodes_[index].children.empty(); }
  bool is_base(std::uint32_t index) const { return revision(index).parent_count == 0; }
  bool is_branch_point(std::uint32_t index) const { return nodes_[index].children.size() > 1; }
  bool is_merge_point(std::uint32_t index) const { return revision(index).parent_count > 1; }

  std::vector<std::uint32_t> heads() const;          // in chain order
  std::vector<std::uint32_t> branch_points() const;  // newest first

  // One flag per revision: `index` itself and all its descendants.
  std::vector<bool> with_descendants(std::uint32_t index) const;

 private:
  struct Node {
    std::vector<std::uint32_t> children;
    std::vector<std::string_view> labels;
  };

  void add_label(std::uint32_t index, std::string_view label);
  void spread_label(std::uint32_t owner, std::string_view label);

  const Chain* chain_;
  std::vector<Node> nodes_;
};

}  // namespace retort::cli
