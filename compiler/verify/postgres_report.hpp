// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what the proof on PostgreSQL found, as diagnostics at the statement's place.
#pragma once

#include <string>
#include <vector>

#include "verify/findings.hpp"

namespace retort::compiler::verify {

class PostgresReport : public Findings {
 public:
  PostgresReport(const lower::CompiledChain& chain, diag::Diagnostics& diagnostics)
      : Findings(chain, "PostgreSQL", diagnostics) {}

  // A section that failed. `tables` are those that exist, for "did you mean".
  void failure(const retort::Revision& revision, const retort::Body& body, Phase phase,
               const Failure& failure, const std::vector<std::string>& tables);
};

}  // namespace retort::compiler::verify
