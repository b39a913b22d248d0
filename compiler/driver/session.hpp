// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One run of one verb: what it reads from, what it reports into, what it prints.
#pragma once

#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "chain/chain.hpp"
#include "diag/diagnostics.hpp"
#include "driver/options.hpp"
#include "lower/lower.hpp"
#include "source/file_system.hpp"

namespace retort::compiler::driver {

// What lies outside the program.
struct Environment {
  source::FileSystem& files;
  std::ostream& out;  // data
  std::ostream& err;  // diagnostics
};

enum class ProofResult {
  none,
  proved,
  known,    // the stamp says that this chain was proved by this tool on this server
  failed,   // reported, or said on stderr
  missing,  // no server; said on stderr
};

class Session {
 public:
  Session(const Options& options, Environment environment)
      : options_(options), environment_(environment), diagnostics_(options.warnings) {}

  const Options& options() const { return options_; }
  source::FileSystem& files() { return environment_.files; }
  std::ostream& out() { return environment_.out; }
  std::ostream& err() { return environment_.err; }
  source::SourceFiles& sources() { return sources_; }
  diag::Diagnostics& diagnostics() { return diagnostics_; }

  // Reads the chain; `known` are the manifests' chains, where there are any.
  chain::Chain load();

  // What the build checks: compiles `chain` and proves it. Nothing where an error was reported, by
  // this or by load().
  std::optional<lower::CompiledChain> build(chain::Chain& chain);

  // What build() found on PostgreSQL.
  ProofResult postgres_proof() const { return postgres_proof_; }

  // Prints what was reported and writes the SARIF file. True where no error was reported.
  bool report();

  // An error that concerns no place in a file: "retort: error: …", with a way out if there is one.
  void fail(const std::string& text, const std::string& help = {});

 private:
  using KnownChains = std::vector<std::pair<std::string, std::vector<std::string>>>;
  bool read_manifests();
  // A phase that fails without saying why is a bug of ours, never a success and never a riddle.
  void require_error(const char* phase) const;

  const Options& options_;
  Environment environment_;
  source::SourceFiles sources_;
  diag::Diagnostics diagnostics_;
  KnownChains known_chains_;
  ProofResult postgres_proof_ = ProofResult::none;
};

// Writes `text` unless the file holds it already. Returns the reason on failure.
std::string write_if_different(source::FileSystem& files, const std::string& path,
                               const std::string& text, bool& written);

// "7 revisions, head c9d81b6f0e55" of a compiled chain.
std::string summary_of(const retort::Chain& chain);

}  // namespace retort::compiler::driver
