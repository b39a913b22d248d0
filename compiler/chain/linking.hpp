// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: from drafts that name their parents to an ordered graph. The functions run
// in the order in which they stand here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chain/draft.hpp"
#include "chain/lock_file.hpp"

namespace retort::compiler::chain {

struct Linking {
  const LoadOptions& options;
  const Lock& lock;
  diag::Diagnostics& diagnostics;
  bool unreadable = false;  // a file could not be read: what is missing may be there

  bool ok = true;
  // Parents that are unknown, files left out, cycles: each of them may explain one head too many.
  std::size_t loose_ends = 0;
  std::vector<std::string> explained;  // locked ids that are known to be missing
  // Locked revisions that stand elsewhere: each of them makes a head or a base too many.
  std::size_t displaced = 0;

  diag::Diagnostics::Builder error(diag::Kind kind, source::Span span,
                                   std::initializer_list<std::string_view> arguments = {}) {
    ok = false;
    return diagnostics.report(kind, span, arguments);
  }
};

// Sorts by file name, leaves out the second revision of an id, and turns the names of parents into
// indices. Reports double ids, unknown parents, parents named twice.
void link_parents(std::vector<Draft>& drafts, Linking& linking);

// Parents before children, ties by file name. Reports cycles and the chain that has no base; an
// edge that closes a cycle is dropped.
void order_revisions(std::vector<Draft>& drafts, Linking& linking);

// Behind the check of the lock. One base, one head, no parent that is an ancestor of another one.
void check_shape(const std::vector<Draft>& drafts, Linking& linking);

// Branch labels and dependencies on other chains.
void check_names(const std::vector<Draft>& drafts, Linking& linking);

std::vector<std::vector<std::uint32_t>> children_of(const std::vector<Draft>& drafts);

}  // namespace retort::compiler::chain
