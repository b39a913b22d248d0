// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// `retort rebase REV --onto REV`: the usual way out of two heads. Edits one line of one file.
#include <filesystem>
#include <stdexcept>

#include "cli/graph.hpp"
#include "cli/range.hpp"
#include "cli/text.hpp"
#include "driver/edit_header.hpp"
#include "driver/graph_errors.hpp"
#include "driver/graph_view.hpp"
#include "driver/verbs.hpp"
#include "lex/lex.hpp"
#include "parse/parse.hpp"

namespace retort::compiler::driver {
namespace {

namespace fs = std::filesystem;
using cli::in_quotes;

// Replaces a file's bytes; its permissions stay, and a link stays a link.
std::string replace_file(source::FileSystem& files, const std::string& path,
                         const std::string& bytes) {
  std::error_code error;
  const fs::path target = fs::canonical(path, error);
  if (error) return files.write(path, bytes);  // not on the real disk
  const fs::perms permissions = fs::status(target, error).permissions();
  std::string reason = files.write(target.string(), bytes);
  if (reason.empty() && !error) fs::permissions(target, permissions, error);
  return reason;
}

// Whether the edited text says what it should. If not, the edit has a bug.
bool says(const std::string& bytes, const std::string& parent) {
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  const lex::TokenizedFile tokens = lex::tokenize(sources.add("edited", bytes), {}, diagnostics);
  const ast::Header header = parse::parse_migration(tokens, diagnostics).header;
  return header.revises.size() == 1 && header.revises[0].text == parent;
}

// A locked revision cannot get other ancestors; the error text, or an empty one.
std::string locked_text(const chain::Chain& chain, const cli::Graph& graph, std::uint32_t moved) {
  const std::vector<bool> behind = graph.with_descendants(moved);
  for (std::uint32_t i = moved; i < graph.size(); ++i) {
    if (!behind[i] || !chain.revisions[i].locked) continue;
    const std::string id = in_quotes(chain.revisions[i].id);
    if (i == moved) return "revision " + id + " is locked: databases have it where it is";
    return "revision " + id + " behind it is locked: databases have it where it is";
  }
  return {};
}

struct Move {
  std::uint32_t moved = base_index;
  std::uint32_t onto = base_index;
};

bool find(Session& session, const cli::Graph& graph, Move& move) {
  Status status = cli::resolve_one(graph, session.options().revision, nullptr, move.moved);
  if (status.ok()) status = cli::resolve_one(graph, session.options().onto, nullptr, move.onto);
  if (!status.ok()) {
    session.fail(cli::message_of(graph, status));
    return false;
  }
  if (move.moved != base_index && move.onto != base_index) return true;
  session.fail("'base' is the place before the first revision: it can neither move nor be revised");
  return false;
}

// Reasons not to move it; an empty text: go on.
std::string refusal(const chain::Chain& chain, const cli::Graph& graph, Move move,
                    std::string& help) {
  const chain::Revision& moved = chain.revisions[move.moved];
  const std::string& onto = chain.revisions[move.onto].id;
  if (moved.file->migration.header.revises.size() > 1) {
    help = "edit the line by hand: " + moved.path;
    return "revision " + in_quotes(moved.id) + " is a merge: it revises several";
  }
  if (graph.with_descendants(move.moved)[move.onto]) {
    return move.moved == move.onto ? "revision " + in_quotes(moved.id) + " cannot revise itself"
                                   : "revision " + in_quotes(onto) + " is behind " +
                                         in_quotes(moved.id) + ": the move would close a cycle";
  }
  std::string text = locked_text(chain, graph, move.moved);
  if (text.empty()) return text;
  const bool reverse = locked_text(chain, graph, move.onto).empty() &&
                       !graph.with_descendants(move.onto)[move.moved];
  help = reverse ? "the other way round:  retort rebase " + onto + " --onto " + moved.id
                 : "retort merge -m \"join the heads\"";
  return text;
}

}  // namespace

int run_rebase(const Options& options, Environment environment) {
  Session session(options, environment);
  if (options.load.layout != "retort") {
    session.fail("in layout " + in_quotes(options.load.layout) + " the file names make the order",
                 "rename the file");
    return exit_failed;
  }
  if (!options.load.engine_directories.empty()) {
    session.fail("the revision stands in a folder per engine, and 'rebase' edits one file",
                 "edit the line 'Revises' in each folder");
    return exit_failed;
  }
  const chain::Chain chain = session.load();
  if (is_graph_unknown(chain, session.diagnostics()) || chain.revisions.empty()) {
    session.report();
    session.err() << "nothing was changed\n";
    return exit_failed;
  }
  const GraphView view(chain, options.root);
  const cli::Graph graph(view.chain());
  Move move;
  if (!find(session, graph, move)) return exit_failed;
  std::string help;
  if (const std::string text = refusal(chain, graph, move, help); !text.empty()) {
    session.fail(text, help);
    return exit_failed;
  }

  const chain::Revision& moved = chain.revisions[move.moved];
  const std::string& parent = chain.revisions[move.onto].id;
  const ast::Header& header = moved.file->migration.header;
  const std::string old = header.revises.empty() ? "" : header.revises[0].text;
  if (old == parent) {
    session.out() << moved.path << " revises " << cli::printable(parent) << " already\n";
    return exit_done;
  }
  const auto bytes = session.files().read(moved.path);
  if (!bytes) {
    session.fail("cannot read " + in_quotes(moved.path) + ": " + bytes.error);
    return exit_failed;
  }
  const std::string edited = with_parent(*bytes.value, header, parent);
  if (!says(edited, parent))
    throw std::logic_error("the Revises line of " + moved.path + " was not found");
  if (const std::string reason = replace_file(session.files(), moved.path, edited);
      !reason.empty()) {
    session.fail("cannot write " + in_quotes(moved.path) + ": " + reason);
    return exit_failed;
  }
  session.out() << moved.path << ": Revises: " << (old.empty() ? "<base>" : cli::printable(old))
                << " -> " << cli::printable(parent) << "\n";
  return exit_done;
}

}  // namespace retort::compiler::driver
