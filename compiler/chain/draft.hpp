// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: a revision on its way from a file to Chain::revisions.
#pragma once

#include <string>
#include <vector>

#include "chain/chain.hpp"

namespace retort::compiler::chain {

struct NamedParent {
  std::string id;
  source::Span span;
};

struct Draft {
  Revision revision;                 // its parents are filled in by the graph
  std::vector<NamedParent> parents;  // as named by the header, or by the order of the file names
  bool says_parents = true;          // false: no Revises key
  // An error in the header may have swallowed id or parents: what follows from them is not
  // reported.
  bool header_broken = false;
  bool parents_broken = false;  // the error is in the list of parents: some may be missing
  bool id_broken = false;       // the id cannot stay as it is: no help line can use it
  bool broken = false;          // some error in the file: its content is not held against the lock
  bool attached = true;         // all ancestors are known
  // How to write a down, where the layout has neither sections nor pairs of files.
  std::string down_help;
};

// The order in which revisions stand that do not depend on each other.
bool before_by_file_name(const Draft& a, const Draft& b);

inline source::Span file_start(const ParsedFile& file) { return {file.tokens.file->id(), 0, 0}; }

}  // namespace retort::compiler::chain
