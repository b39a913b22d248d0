// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the schema check: the statements of some revisions in an empty place.
#pragma once

#include <string>
#include <vector>

#include "retort/migrate.hpp"
#include "src/plan.hpp"

namespace retort::detail {

// Some revisions of a chain as a chain of their own, without dependencies on other chains. Points
// into the chain that it was made of.
class PartOfChain {
 public:
  PartOfChain(const Chain& chain, const Marks& marks);
  const Chain& view() const noexcept { return view_; }

 private:
  std::vector<Revision> revisions_;
  std::vector<std::uint32_t> parents_;
  Chain view_;
};

// PostgreSQL: why these revisions cannot be run in a scratch schema beside the others, or an empty
// text. `schemas`: those of the database.
std::string why_not_in_scratch(const Chain& chain, const std::vector<std::string>& schemas);

// PostgreSQL, inside a transaction: runs the up sections one by one, those of transaction:false
// too, without what only matters outside of one (CONCURRENTLY). `before` is run before each
// revision.
Status replay_in_transaction(Database& database, const Chain& chain, const std::string& before);

}  // namespace retort::detail
