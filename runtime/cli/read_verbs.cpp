// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The verbs that only read: current, check, history, heads, branches, show. The ledger is never
// written and never made here.
#include "cli/adoption.hpp"
#include "cli/range.hpp"
#include "cli/schema.hpp"
#include "cli/shapes.hpp"
#include "cli/text.hpp"
#include "cli/verbs.hpp"

namespace retort::cli {
namespace {

Standing standing_of(const Chain& chain, const Inspection& inspection) {
  Standing standing;
  for (const std::string& id : inspection.current) {
    const std::uint32_t index = find_revision(chain, id);
    if (index != base_index) standing.current.push_back(index);
  }
  return standing;
}

Marks marks_of(const Graph& graph, const Standing& standing) {
  Marks marks(graph.size(), false);
  for (const std::uint32_t index : standing.current) marks[index] = true;
  return marks;
}

// Opens the database and reads where it stands; exit_done or the exit code.
int look(Session& session, Inspection& inspection) {
  if (const int code = session.connect(true); code != exit_done) return code;
  inspection = inspect(session.database(), session.chain());
  return inspection.status.ok() ? exit_done : session.fail(inspection.status);
}

std::string quoted_list(const std::vector<std::string>& ids) {
  std::string list;
  for (const std::string& id : ids) list += (list.empty() ? "" : ", ") + in_quotes(id);
  return list;
}

std::string newer_text(const Inspection& inspection) {
  return "the database is at " + in_quotes(inspection.unknown.back()) +
         ", which this program does not know: it was upgraded by a newer program";
}

std::string check_json(const Graph& graph, const Inspection& inspection,
                       const SchemaCheck* schema = nullptr) {
  std::vector<std::string> pending;
  for (const Revision* revision : inspection.pending) pending.emplace_back(revision->id);
  std::string text = "{\"chain\": " + json_string(graph.chain().name);
  text += std::string(", \"atHead\": ") + (inspection.at_head ? "true" : "false");
  text += ", \"current\": " + json_array(inspection.current);
  text += ", \"pending\": " + json_array(pending);
  text += ", \"unknown\": " + json_array(inspection.unknown);
  text += ", \"changed\": " + json_array(inspection.changed);
  text += ", \"inProgress\": ";
  text += inspection.in_progress.empty() ? "null" : json_string(inspection.in_progress);
  if (schema != nullptr) text += ", \"schema\": {" + schema_json(*schema) + "}";
  return text + "}\n";
}

// Everything that keeps the database from being at head, one line each.
void explain(Session& session, const Inspection& inspection) {
  if (!inspection.unknown.empty()) session.note(newer_text(inspection));
  for (const std::string& id : inspection.changed) {
    session.note("revision " + in_quotes(id) +
                 " was applied in another form than this program has");
  }
  if (!inspection.in_progress.empty()) {
    session.note("revision " + in_quotes(inspection.in_progress) +
                 " stopped half-way; upgrade goes on where it stopped");
  }
  const std::size_t count = inspection.pending.size();
  if (count == 0) return;
  std::string text = counted(count, "revision") + (count == 1 ? " is" : " are") + " pending:";
  constexpr std::size_t max_listed = 10;
  for (std::size_t i = 0; i < count && i < max_listed; ++i) {
    text += (i == 0 ? " " : ", ") + in_quotes(inspection.pending[i]->id);
    if (!inspection.pending[i]->message.empty()) {
      text += " (" + printable(inspection.pending[i]->message) + ")";
    }
  }
  if (count > max_listed) text += " and " + std::to_string(count - max_listed) + " more";
  session.note(text);
}

std::string current_text(const Session& session, const Inspection& inspection) {
  const Graph& graph = session.graph();
  const Marks marks = marks_of(graph, standing_of(session.chain(), inspection));
  const bool verbose = session.options().verbose;
  std::string text;
  if (verbose) text = "Current revision(s) for " + session.shown_url() + ":\n";
  for (const std::string& id : inspection.current) {
    const std::uint32_t index = find_revision(session.chain(), id);
    if (index == base_index) {
      text += (verbose ? "Rev: " : "") + printable(id) + (verbose ? " (current)\n\n" : "\n");
    } else if (verbose) {
      text += verbose_block(graph, index, &marks);
    } else {
      text += printable(id) + (graph.is_head(index) ? " (head)\n" : "\n");
    }
  }
  return text;
}

// Resolves with the chain alone, and with the database where the text asks for it.
template <class Resolve>
int resolve_with_database(Session& session, Resolve resolve_text) {
  Status status = resolve_text(static_cast<const Standing*>(nullptr));
  if (status.ok()) return exit_done;
  // What is relative to the database says so by its message; anything else fails again in the same
  // way and costs nothing but the look.
  const bool maybe_relative = status.message().find("needs a database") != std::string::npos;
  if (!maybe_relative) return session.fail(status);
  Inspection inspection;
  if (const int code = look(session, inspection); code != exit_done) return code;
  const Standing standing = standing_of(session.chain(), inspection);
  status = resolve_text(&standing);
  return status.ok() ? exit_done : session.fail(status);
}

}  // namespace

int run_current(Session& session) {
  Inspection inspection;
  if (const int code = look(session, inspection); code != exit_done) return code;
  session.print(session.options().json ? check_json(session.graph(), inspection)
                                       : current_text(session, inspection));
  if (!inspection.unknown.empty()) session.note(newer_text(inspection));
  if (inspection.applied.empty()) mention_foreign_ledger(session);
  return exit_done;
}

int run_check(Session& session) {
  Inspection inspection;
  if (const int code = look(session, inspection); code != exit_done) return code;
  const bool json = session.options().json;
  if (!inspection.at_head) {
    if (json) session.print(check_json(session.graph(), inspection));
    explain(session, inspection);
    if (inspection.applied.empty()) mention_foreign_ledger(session);
    return exit_failed;
  }
  SchemaCheck schema;
  if (!session.options().no_schema) {
    const SchemaSetup setup(session);
    if (setup.code != exit_done) return setup.code;
    schema = check_schema(session.database(), session.chain(), inspection.applied, setup.options);
  }
  const SchemaCheck* shown = session.options().no_schema ? nullptr : &schema;
  if (json) {
    session.print(check_json(session.graph(), inspection, shown));
  } else {
    session.print("the database is at head " + quoted_list(inspection.current) + "\n");
  }
  return shown == nullptr ? exit_done : report_drift(session, schema);
}

int run_history(Session& session) {
  const Options& options = session.options();
  Marks marks;
  if (options.indicate_current) {
    Inspection inspection;
    if (const int code = look(session, inspection); code != exit_done) return code;
    marks = marks_of(session.graph(), standing_of(session.chain(), inspection));
  }
  const Marks* current = options.indicate_current ? &marks : nullptr;
  std::vector<bool> selected;
  const int code = resolve_with_database(session, [&](const Standing* standing) {
    return select_range(session.graph(), options.range, standing, selected);
  });
  if (code != exit_done) return code;
  session.print(options.json ? revisions_json(session.graph(), newest_first(selected), current)
                             : history_text(session.graph(), selected, options.verbose, current));
  return exit_done;
}

int run_heads(Session& session) {
  const Graph& graph = session.graph();
  session.print(session.options().json ? revisions_json(graph, graph.heads())
                                       : heads_text(graph, session.options().verbose));
  return exit_done;
}

int run_branches(Session& session) {
  const Graph& graph = session.graph();
  session.print(session.options().json ? revisions_json(graph, graph.branch_points())
                                       : branches_text(graph, session.options().verbose));
  return exit_done;
}

int run_show(Session& session) {
  std::uint32_t index = base_index;
  const int code = resolve_with_database(session, [&](const Standing* standing) {
    return resolve_one(session.graph(), session.options().revision, standing, index);
  });
  if (code != exit_done) return code;
  if (index == base_index) return session.fail("'base' is the place before the first revision");
  session.print(session.options().json ? revisions_json(session.graph(), {index})
                                       : verbose_block(session.graph(), index));
  return exit_done;
}

int run_completion(Session& session) {
  session.print(
      completion(program_info(session.program(), session.chain()), session.options().form));
  return exit_done;
}

}  // namespace retort::cli
