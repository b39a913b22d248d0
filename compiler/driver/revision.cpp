// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// `retort revision` and `retort merge`: write the next file of a chain.
#include <algorithm>

#include "cli/graph.hpp"
#include "cli/range.hpp"
#include "cli/text.hpp"
#include "driver/graph_errors.hpp"
#include "driver/graph_view.hpp"
#include "driver/new_migration.hpp"
#include "driver/verbs.hpp"

namespace retort::compiler::driver {
namespace {

using cli::in_quotes;

bool is_revision_id(const std::string& id) {
  return std::all_of(id.begin(), id.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
           c == '.';
  });
}

class Writer {
 public:
  Writer(Session& session, const chain::Chain& chain)
      : session_(session), options_(session.options()), chain_(chain) {}

  // Writes a file that revises `parents` (indices into the chain).
  int write(const std::vector<std::uint32_t>& parents) {
    HeaderText header;
    header.message = options_.message;
    header.now = current_time();
    for (const std::uint32_t parent : parents)
      header.parents.push_back(chain_.revisions[parent].id);
    if (!choose_id(header.id)) return exit_failed;
    const std::string stem = next_stem(request(header, parents));
    if (options_.load.layout == "numbered") return write_numbered(stem, parents);
    auto engines = chain_.engines;
    if (!options_.load.engine_directories.empty()) engines.resize(1);  // a folder names the engine
    const std::string text = migration_text(header, engines);
    if (const std::string error = check_migration_text(text, header); !error.empty()) {
      session_.fail(error, "write it in other words");
      return exit_failed;
    }
    return write_file(stem + ".sql", text);
  }

 private:
  bool choose_id(std::string& id) {
    std::vector<std::string> taken;
    for (const chain::Revision& revision : chain_.revisions) taken.push_back(revision.id);
    id = options_.revision_id.empty() ? random_id(taken) : options_.revision_id;
    if (!is_revision_id(id)) {
      session_.fail(in_quotes(id) + " is not a revision id", "letters, digits, '_' and '.'");
      return false;
    }
    const auto same = std::find(taken.begin(), taken.end(), id);
    if (same == taken.end()) return true;
    const auto index = static_cast<std::size_t>(same - taken.begin());
    session_.fail("revision " + in_quotes(id) + " exists already: " + chain_.revisions[index].path);
    return false;
  }

  NameRequest request(const HeaderText& header, const std::vector<std::uint32_t>& parents) {
    NameRequest request;
    for (const auto& file : chain_.files) request.names.emplace_back(source::base_name(file->path));
    if (!parents.empty()) {
      const chain::Revision& last =
          chain_.revisions[*std::max_element(parents.begin(), parents.end())];
      request.example = source::base_name(last.path);
      request.example_id = last.id;
    }
    request.id = header.id;
    request.message = header.message;
    request.now = header.now;
    return request;
  }

  // Up and down are files of their own where the chain has them so.
  int write_numbered(const std::string& stem, const std::vector<std::uint32_t>& parents) {
    const std::string text = "-- " + options_.message + "\n";
    const std::string up = ".up.sql";
    const std::string last = parents.empty() ? up : chain_.revisions[parents.back()].path;
    const bool pair =
        last.size() > up.size() && last.compare(last.size() - up.size(), up.size(), up) == 0;
    if (!pair && !parents.empty()) return write_file(stem + ".sql", text);
    const int code = write_file(stem + up, text);
    return code == exit_done ? write_file(stem + ".down.sql", text) : code;
  }

  int write_file(const std::string& name, const std::string& text) {
    std::vector<std::string> folders = options_.load.engine_directories;
    if (folders.empty()) folders = {options_.load.directory};
    for (const std::string& folder : folders) {
      const std::string path = source::join(folder, name);
      if (session_.files().kind(path) == source::FileKind::missing) continue;
      session_.fail("the file " + in_quotes(path) + " exists already", "choose another message");
      return exit_failed;
    }
    for (const std::string& folder : folders) {
      const std::string path = source::join(folder, name);
      if (const std::string reason = session_.files().write(path, text); !reason.empty()) {
        session_.fail("cannot write " + in_quotes(path) + ": " + reason);
        return exit_failed;
      }
      session_.out() << "Generating " << path << " ...  done\n";
    }
    return exit_done;
  }

  Session& session_;
  const Options& options_;
  const chain::Chain& chain_;
};

// What both verbs refuse before they look at the chain.
bool check_request(Session& session) {
  const Options& options = session.options();
  if (!options.load.files.empty()) {
    session.fail("'" + options.verb + "' writes into a folder, and --file names single files");
    return false;
  }
  if (cli::printable(options.message) != options.message) {
    session.fail("the message " + in_quotes(options.message) + " is not one line of text");
    return false;
  }
  if (options.load.layout != "retort" && options.load.layout != "numbered") {
    session.fail("in layout '" + options.load.layout + "' the files are written by hand",
                 "or turn the folder into layout 'retort':  retort import");
    return false;
  }
  if (options.load.layout == "numbered" && !options.revision_id.empty()) {
    session.fail("layout 'numbered' takes the id from the file's number, not from --rev-id");
    return false;
  }
  return true;
}

// No file at all: the new one will be the root. A folder that cannot be read is not empty.
bool is_first(Session& session, const chain::Chain& chain) {
  const std::string& directory = session.options().load.directory;
  return chain.files.empty() && (session.files().kind(directory) == source::FileKind::missing ||
                                 !is_graph_unknown(chain, session.diagnostics()));
}

int refuse(Session& session) {
  session.report();
  session.err() << "nothing was written\n";
  return exit_failed;
}

std::string ids_of(const cli::Graph& graph, const std::vector<std::uint32_t>& indices) {
  std::vector<std::string_view> ids;
  for (const std::uint32_t index : indices) ids.push_back(graph.revision(index).id);
  return cli::joined(ids);
}

// The revision that the new one revises: the only head, or the one that --head names.
bool choose_head(Session& session, const cli::Graph& graph, std::uint32_t& head) {
  const auto heads = graph.heads();
  const std::string& named = session.options().head;
  if (named.empty() && heads.size() > 1) {
    session.fail(
        "the chain has " + std::to_string(heads.size()) + " heads: " + ids_of(graph, heads),
        "retort merge -m \"join the heads\", or name one: --head " +
            std::string(graph.revision(heads[0]).id));
    return false;
  }
  if (named.empty()) {
    head = heads[0];
    return true;
  }
  if (const Status status = resolve(graph.chain(), named, nullptr, head); !status.ok()) {
    session.fail(cli::message_of(graph, status));
    return false;
  }
  if (head != base_index && graph.is_head(head)) return true;
  session.fail(
      in_quotes(named) + " is no head: a second revision behind it would make a second head",
      "the heads: " + ids_of(graph, heads));
  return false;
}

bool choose_merged(Session& session, const cli::Graph& graph, std::vector<std::uint32_t>& merged) {
  const auto& named = session.options().revisions;
  if (named.empty()) merged = graph.heads();
  for (const std::string& name : named) {
    std::uint32_t index = base_index;
    const Status status = cli::resolve_one(graph, name, nullptr, index);
    if (!status.ok() || index == base_index) {
      session.fail(status.ok() ? "'base' cannot be merged" : cli::message_of(graph, status));
      return false;
    }
    merged.push_back(index);
  }
  if (merged.size() < 2) {
    session.fail(
        "nothing to merge: " +
        std::string(named.empty() ? "the chain has one head, " : "one revision is named, ") +
        ids_of(graph, merged));
    return false;
  }
  for (std::size_t a = 0; a < merged.size(); ++a) {
    const std::vector<bool> below = ancestors_of(graph.chain(), merged[a]);
    for (std::size_t b = 0; b < merged.size(); ++b) {
      if (a == b || !below[merged[b]]) continue;
      session.fail(in_quotes(graph.revision(merged[b]).id) + " is part of " +
                       in_quotes(graph.revision(merged[a]).id) + " already",
                   "merge heads: " + ids_of(graph, graph.heads()));
      return false;
    }
  }
  return true;
}

}  // namespace

int run_revision(const Options& options, Environment environment) {
  Session session(options, environment);
  if (!check_request(session)) return exit_usage;
  const chain::Chain chain = session.load();
  Writer writer(session, chain);
  if (is_first(session, chain)) return writer.write({});
  if (is_graph_broken(chain, session.diagnostics()) || chain.revisions.empty())
    return refuse(session);
  const GraphView view(chain, options.root);
  std::uint32_t head = base_index;
  if (!choose_head(session, cli::Graph(view.chain()), head)) return exit_failed;
  return writer.write({head});
}

int run_merge(const Options& options, Environment environment) {
  Session session(options, environment);
  if (!check_request(session)) return exit_usage;
  const chain::Chain chain = session.load();
  if (is_graph_broken(chain, session.diagnostics()) || chain.revisions.empty())
    return refuse(session);
  const GraphView view(chain, options.root);
  std::vector<std::uint32_t> merged;
  if (!choose_merged(session, cli::Graph(view.chain()), merged)) return exit_failed;
  return Writer(session, chain).write(merged);
}

}  // namespace retort::compiler::driver
