// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain of files as the struct that the shared command-line code reads: revisions, parents,
// labels, texts, and no SQL. Unlike lower(), it also takes a chain that is not complete.
#pragma once

#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "chain/chain.hpp"
#include "retort/chain.hpp"

namespace retort::compiler::driver {

// Paths are shown relative to `root` where they lie below it. Points into `chain`.
class GraphView {
 public:
  GraphView(const chain::Chain& chain, const std::string& root);
  GraphView(const GraphView&) = delete;
  GraphView& operator=(const GraphView&) = delete;

  const retort::Chain& chain() const { return view_; }

 private:
  struct Tables {
    std::string path;
    std::vector<std::uint32_t> parents;
    std::vector<std::string_view> labels;
    std::vector<retort::Dependency> depends_on;
  };

  std::deque<Tables> tables_;
  std::vector<retort::Revision> revisions_;
  retort::Chain view_{};
};

}  // namespace retort::compiler::driver
