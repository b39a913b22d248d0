// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Reported kinds in, yes or no out.
#include "driver/graph_errors.hpp"

#include <algorithm>
#include <array>

namespace retort::compiler::driver {
namespace {

using diag::Kind;

template <class Kinds>
bool has_any(const diag::Diagnostics& diagnostics, const Kinds& kinds) {
  const auto all = diagnostics.sorted();
  return std::any_of(all.begin(), all.end(), [&](const diag::Diagnostic* diagnostic) {
    return std::find(kinds.begin(), kinds.end(), diagnostic->kind) != kinds.end();
  });
}

}  // namespace

bool is_graph_unknown(const chain::Chain& chain, const diag::Diagnostics& diagnostics) {
  constexpr std::array kinds = {Kind::cannot_read, Kind::duplicate_revision, Kind::bad_file_name,
                                Kind::half_migration, Kind::limit_exceeded};
  const bool header_broken =
      std::any_of(chain.files.begin(), chain.files.end(),
                  [](const auto& file) { return file->migration.header.broken; });
  return header_broken || has_any(diagnostics, kinds);
}

bool is_graph_broken(const chain::Chain& chain, const diag::Diagnostics& diagnostics) {
  constexpr std::array kinds = {Kind::multiple_bases,   Kind::no_base,
                                Kind::revision_cycle,   Kind::unknown_revision,
                                Kind::duplicate_parent, Kind::redundant_parent};
  return is_graph_unknown(chain, diagnostics) || has_any(diagnostics, kinds);
}

}  // namespace retort::compiler::driver
