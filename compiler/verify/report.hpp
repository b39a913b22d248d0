// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what the proof found, as diagnostics at the statement's place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostics.hpp"
#include "lower/lower.hpp"
#include "verify/compare.hpp"
#include "verify/foreign_keys.hpp"
#include "verify/objects.hpp"
#include "verify/section_run.hpp"

namespace retort::compiler::verify {

enum class Phase { up, down, again };

class Report {
 public:
  Report(const lower::CompiledChain& chain, Connection& connection, diag::Diagnostics& diagnostics)
      : chain_(chain), connection_(connection), diagnostics_(diagnostics) {}

  bool proved() const { return proved_; }

  // A section that failed. `tables` are those that exist, for "did you mean".
  void failure(const retort::Revision& revision, const retort::Body& body, Phase phase,
               const Failure& failure, const std::vector<std::string>& tables);
  void differences(const retort::Revision& revision, const retort::Body& body, Phase phase,
                   const std::vector<Difference>& differences);
  void orphans(const retort::Revision& revision, const retort::Body& body, const std::string& rows);
  // At the head: `body` and `revision` are those that broke it.
  void broken(const retort::Revision& revision, const retort::Body& body,
              const BrokenObject& object);
  void broken(const retort::Revision& revision, const retort::Body& body,
              const BrokenForeignKey& key);
  void trouble(const std::string& message);
  void bad_function(const SqliteFunction& function);
  void unused_function(const SqliteFunction& function);

 private:
  diag::Diagnostics::Builder error(diag::Kind kind, source::Span span,
                                   const retort::Revision& revision,
                                   std::initializer_list<std::string_view> arguments);
  source::Span place(const retort::Body& body, Phase phase, const Failure& failure) const;
  bool stopped(const retort::Revision& revision, source::Span span);
  bool too_old(const retort::Revision& revision, source::Span span, const std::string& message);
  // SQLite's own, and the declared ones.
  std::vector<std::string> functions();
  void hints(diag::Diagnostics::Builder& report, const Failure& failure,
             const std::vector<std::string>& tables);
  // The first CREATE, ALTER or DROP that names the object, or the section's own place.
  source::Span naming(const retort::Script& script, std::string_view name) const;

  const lower::CompiledChain& chain_;
  Connection& connection_;
  diag::Diagnostics& diagnostics_;
  bool proved_ = true;
};

}  // namespace retort::compiler::verify
