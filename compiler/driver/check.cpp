// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// `retort check`: everything that a build checks, without writing anything. One line on success.
#include "cli/text.hpp"
#include "driver/verbs.hpp"

namespace retort::compiler::driver {
namespace {

// ", sqlite: proved up, down, up" for each engine of the chain.
std::string proof_text(const Options& options) {
  std::string text;
  for (const dialect::Engine engine : options.load.engines) {
    const bool proved = engine == dialect::Engine::sqlite && options.verify_sqlite;
    text += ", " + std::string(dialect::engine_name(engine)) +
            (proved ? ": proved up, down, up" : ": not proved");
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
                << ": " << summary_of(view) << proof_text(options) << "\n";
  return options.database.url.empty() ? exit_done : run_on_database(options, environment);
}

}  // namespace retort::compiler::driver
