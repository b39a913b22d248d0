// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// `retort check`: everything that a build checks, without writing anything. One line on success.
// `retort prove`: the proof on PostgreSQL alone, as a build runs it. Nothing on success.
#include "cli/text.hpp"
#include "driver/verbs.hpp"

namespace retort::compiler::driver {
namespace {

bool is_proved(dialect::Engine engine, const Session& session) {
  if (engine == dialect::Engine::sqlite) return session.options().verify_sqlite;
  return session.postgres_proof() == ProofResult::proved;
}

// ", sqlite: proved up, down, up" for each engine of the chain.
std::string proof_text(const Session& session) {
  std::string text;
  for (const dialect::Engine engine : session.options().load.engines) {
    text += ", " + std::string(dialect::engine_name(engine)) +
            (is_proved(engine, session) ? ": proved up, down, up" : ": not proved");
  }
  return text;
}

}  // namespace

int run_check(const Options& options, Environment environment) {
  Session session(options, environment);
  chain::Chain chain = session.load();
  const auto compiled = session.build(chain);
  if (!session.report() || !compiled) return exit_failed;
  const retort::Chain& view = compiled->view();
  if (options.verbose) {
    for (std::uint32_t i = 0; i < view.revision_count; ++i) {
      const retort::Revision& revision = view.revisions[i];
      session.out() << cli::printable(revision.id) << "  " << cli::printable(revision.path)
                    << (chain.revisions[i].locked ? "  locked" : "") << "\n";
    }
  }
  session.out() << cli::printable(options.load.files.empty() ? options.load.directory : view.name)
                << ": " << summary_of(view) << proof_text(session) << "\n";
  return options.database.url.empty() ? exit_done : run_on_database(options, environment);
}

int run_prove(const Options& options, Environment environment) {
  Session session(options, environment);
  chain::Chain chain = session.load();
  const auto compiled = session.build(chain);
  return session.report() && compiled ? exit_done : exit_failed;
}

}  // namespace retort::compiler::driver
