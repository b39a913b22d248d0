// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain of any length for measurements, of the kind that applications have: of ten revisions four
// create a table (with foreign keys and indexes), two add a column, and the others add rows, a
// view, a trigger, an update. Every down restores the schema. The same bytes for the same length.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace retort::bench {

struct ChainRevision {
  std::string id;  // "000001", …
  std::string message;
  std::vector<std::string> up;  // statements without ';'
  std::vector<std::string> down;
};

std::vector<ChainRevision> make_chain(std::uint32_t length);

// The revision as a file of layout retort; `parent` is empty for the first.
std::string as_file(const ChainRevision& revision, const std::string& parent);
// For the sqlite3 shell, in one transaction: all up sections, or what the proof runs: up, down, up
// of each revision.
std::string as_up_script(const std::vector<ChainRevision>& chain);
std::string as_proof_script(const std::vector<ChainRevision>& chain);

}  // namespace retort::bench
