// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Options to a compiled chain and the revision in it that was asked for.
#include "driver/compiled.hpp"

#include "cli/graph.hpp"
#include "cli/range.hpp"
#include "cli/shapes.hpp"
#include "driver/graph_view.hpp"

namespace retort::compiler::driver {
namespace {

// Whether the folder makes a chain of both engines: its portable sections are portable only then.
bool fits_both(Session& session) {
  chain::LoadOptions load = session.options().load;
  load.engines.assign(dialect::all_engines.begin(), dialect::all_engines.end());
  load.lock_file.reset();
  source::SourceFiles sources;
  diag::Diagnostics unheard;
  const chain::Chain chain = chain::load(load, session.files(), sources, unheard);
  if (!chain.complete || unheard.has_errors()) return false;
  for (const chain::Revision& revision : chain.revisions) {
    for (const ast::Section& section : revision.file->migration.sections) {
      if (section.portable || !section.engines.empty()) return true;
    }
  }
  return false;
}

}  // namespace

std::optional<Compiled> compile_for_reading(Session& session) {
  Compiled result;
  result.engines = session.options().load.engines;
  chain::LoadOptions load = session.options().load;
  if (load.engines.size() == 1 && fits_both(session)) {
    load.engines.assign(dialect::all_engines.begin(), dialect::all_engines.end());
  }
  result.chain = chain::load(load, session.files(), session.sources(), session.diagnostics());
  if (!result.chain.complete || session.diagnostics().has_errors()) {
    session.report();
    return std::nullopt;
  }
  lower::LowerOptions options;
  options.sqlite_profile = session.options().sqlite_profile;
  result.sections = lower::lower(result.chain, options, session.diagnostics());
  if (!session.report()) return std::nullopt;
  const cli::Graph graph(result.sections.view());
  const std::string wanted =
      session.options().revision.empty() ? "head" : session.options().revision;
  const Status status = cli::resolve_one(graph, wanted, nullptr, result.revision);
  if (!status.ok()) {
    session.fail(cli::message_of(graph, status));
    return std::nullopt;
  }
  return result;
}

}  // namespace retort::compiler::driver
