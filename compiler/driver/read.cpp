// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// `retort history`, `heads`, `branches`, `show`: the shapes of the shipped command line over a
// folder. They also answer where the chain is broken, because that is when they are needed: what
// was understood goes to stdout, what is wrong to stderr.
#include <algorithm>

#include "cli/graph.hpp"
#include "cli/range.hpp"
#include "cli/shapes.hpp"
#include "driver/graph_view.hpp"
#include "driver/verbs.hpp"

namespace retort::compiler::driver {
namespace {

// Whether a revision or an end of a range counts from where a database stands: "-1", "current+1",
// "label@+2".
bool names_current(std::string_view text) {
  while (!text.empty()) {
    const auto end = std::min(text.find(':'), text.size());
    std::string_view one = text.substr(0, end);
    if (const auto at = one.find('@'); at != one.npos) one.remove_prefix(at + 1);
    const auto symbol = one.substr(0, one.find_first_of("+-"));
    if (symbol == "current" || (symbol.empty() && !one.empty())) return true;
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return false;
}

// Prints what `make_text` says of the graph. Several heads are no failure of these verbs; a folder
// in which no revision was understood is.
template <class MakeText>
int print(const Options& options, Environment environment, MakeText make_text) {
  Session session(options, environment);
  const chain::Chain chain = session.load();
  session.report();
  if (chain.revisions.empty()) return exit_failed;
  const GraphView view(chain, options.root);
  const cli::Graph graph(view.chain());
  std::string text;
  if (const Status status = make_text(graph, text); !status.ok()) {
    session.fail(cli::message_of(graph, status));
    return exit_failed;
  }
  session.out() << text;
  return exit_done;
}

}  // namespace

int run_history(const Options& options, Environment environment) {
  if (options.database.indicate_current || names_current(options.range)) {
    return run_on_database(options, environment);
  }
  return print(options, environment, [&](const cli::Graph& graph, std::string& text) {
    std::vector<bool> selected;
    Status status = cli::select_range(graph, options.range, nullptr, selected);
    if (!status.ok()) return status;
    text = options.json ? cli::revisions_json(graph, cli::newest_first(selected))
                        : cli::history_text(graph, selected, options.verbose);
    return status;
  });
}

int run_heads(const Options& options, Environment environment) {
  return print(options, environment, [&](const cli::Graph& graph, std::string& text) {
    text = options.json ? cli::revisions_json(graph, graph.heads())
                        : cli::heads_text(graph, options.verbose);
    return Status();
  });
}

int run_branches(const Options& options, Environment environment) {
  return print(options, environment, [&](const cli::Graph& graph, std::string& text) {
    text = options.json ? cli::revisions_json(graph, graph.branch_points())
                        : cli::branches_text(graph, options.verbose);
    return Status();
  });
}

int run_show(const Options& options, Environment environment) {
  if (names_current(options.revision)) return run_on_database(options, environment);
  return print(options, environment, [&](const cli::Graph& graph, std::string& text) {
    std::uint32_t index = base_index;
    Status status = cli::resolve_one(graph, options.revision, nullptr, index);
    if (!status.ok()) return status;
    if (index == base_index) {
      return Status(Code::invalid_argument, "'base' is the place before the first revision");
    }
    text = options.json ? cli::revisions_json(graph, {index}) : cli::verbose_block(graph, index);
    return status;
  });
}

}  // namespace retort::compiler::driver
