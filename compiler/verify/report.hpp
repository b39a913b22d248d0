// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what the proof on SQLite found, as diagnostics at the statement's place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostics.hpp"
#include "lower/lower.hpp"
#include "verify/findings.hpp"
#include "verify/foreign_keys.hpp"
#include "verify/objects.hpp"

namespace retort::compiler::verify {

class Report : public Findings {
 public:
  Report(const lower::CompiledChain& chain, Connection& connection, diag::Diagnostics& diagnostics)
      : Findings(chain, "SQLite", diagnostics), connection_(connection) {}

  // A section that failed. `tables` are those that exist, for "did you mean".
  void failure(const retort::Revision& revision, const retort::Body& body, Phase phase,
               const Failure& failure, const std::vector<std::string>& tables);
  void orphans(const retort::Revision& revision, const retort::Body& body, const std::string& rows);
  // At the head: `body` and `revision` are those that broke it.
  void broken(const retort::Revision& revision, const retort::Body& body,
              const BrokenObject& object);
  void broken(const retort::Revision& revision, const retort::Body& body,
              const BrokenForeignKey& key);
  void bad_function(const SqliteFunction& function);
  void unused_function(const SqliteFunction& function);

 private:
  bool stopped(const retort::Revision& revision, source::Span span);
  bool too_old(const retort::Revision& revision, source::Span span, const std::string& message);
  // SQLite's own, and the declared ones.
  std::vector<std::string> functions();
  void hints(diag::Diagnostics::Builder& report, const Failure& failure,
             const std::vector<std::string>& tables);

  Connection& connection_;
};

}  // namespace retort::compiler::verify
