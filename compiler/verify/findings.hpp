// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what the proofs on all engines find, as diagnostics at the statement's
// place.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostics.hpp"
#include "lower/lower.hpp"
#include "verify/difference.hpp"
#include "verify/section_run.hpp"

namespace retort::compiler::verify {

enum class Phase { up, down, again };

class Findings {
 public:
  // `engine` as users call it: "SQLite", "PostgreSQL".
  Findings(const lower::CompiledChain& chain, std::string_view engine,
           diag::Diagnostics& diagnostics)
      : chain_(chain), engine_(engine), diagnostics_(diagnostics) {}

  bool proved() const { return proved_; }

  // The engine is in another state than the section's author, or its reviewer, thinks.
  void differences(const retort::Revision& revision, const retort::Body& body, Phase phase,
                   const std::vector<Difference>& differences);
  // Of the proof itself.
  void trouble(const std::string& message);

 protected:
  diag::Diagnostics::Builder error(diag::Kind kind, source::Span span,
                                   const retort::Revision& revision,
                                   std::initializer_list<std::string_view> arguments);
  // A section that failed by itself, as sql-error, down-fails, up-differs or verify-failed.
  diag::Diagnostics::Builder refused(const retort::Revision& revision, Phase phase,
                                     source::Span span, const Failure& failure);
  source::Span place(const retort::Body& body, Phase phase, const Failure& failure) const;
  // The first CREATE, ALTER or DROP that names the object, or the section's own place.
  source::Span naming(const retort::Script& script, std::string_view name) const;
  static void suggest(diag::Diagnostics::Builder& report, const std::string& wrong,
                      const std::vector<std::string>& names);

  const lower::CompiledChain& chain_;
  std::string_view engine_;
  diag::Diagnostics& diagnostics_;
  bool proved_ = true;
};

}  // namespace retort::compiler::verify
