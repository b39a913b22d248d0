// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The words around retort/adopt.hpp. In: an open session. Out: what was found on stderr, and an
// exit code.
#include "cli/adoption.hpp"

#include <algorithm>

#include "cli/schema.hpp"
#include "cli/text.hpp"
#include "retort/adopt.hpp"

namespace retort::cli {
namespace {

std::string found_text(const ForeignLedger& ledger) {
  return printable(ledger.tool.empty() ? std::string("another tool") : ledger.tool) + " (" +
         printable(ledger.table) + ") " + printable(ledger.at);
}

void list_problems(Session& session, const ForeignLedger& ledger) {
  for (const std::string& problem : ledger.problems) session.detail(printable(problem));
}

// What keeps the ledger from being taken, line by line.
int refuse_adoption(Session& session, const Adoption& adoption) {
  const std::string from = "cannot take over from " + found_text(adoption.ledger);
  if (!adoption.ledger.problems.empty()) {
    const int code = session.fail(from + ", nothing was written:");
    list_problems(session, adoption.ledger);
    return code;
  }
  const int code = session.fail(from + ", nothing was written: the chain has another schema there");
  for (const catalogue::Difference& difference : adoption.schema.differences) {
    session.detail(printable(difference.to_string()));
  }
  session.help("make the schema what the chain expects, and say --adopt again");
  session.help("or, where the differences do not matter:  " + session.program() + " stamp " +
               printable(adoption.ledger.applied.back()));
  return code;
}

std::string found_text(const std::vector<ForeignLedger>& found) {
  std::string text = "this database was migrated by ";
  for (const ForeignLedger& ledger : found) {
    text += (&ledger == found.data() ? "" : " and by ") + found_text(ledger);
  }
  return text;
}

std::string with_target(const Session& session, const std::string& verb) {
  const std::string& revision = session.options().revision;
  const bool head = revision.empty() || revision == "head";
  return session.program() + " " + verb + (head ? "" : " " + printable(revision));
}

}  // namespace

int adopt_foreign_ledger(Session& session) {
  const SchemaSetup setup(session);
  if (setup.code != exit_done) return setup.code;
  AdoptOptions options;
  options.run.lock_wait_ms = session.options().lock_wait_ms;
  options.run.applied_by = session.program();
  options.table = session.options().adopt_table;
  options.schema = setup.options;
  // Names of constraints and indexes are what later migrations say, but on SQLite nothing can.
  options.schema.compare.names = session.database().traits().engine != Engine::sqlite;
  options.schema.compare.comments = false;
  Adoption adoption;
  const Status status = adopt(session.database(), session.chain(), options, adoption);
  if (status.code() == Code::bad_ledger && !adoption.ledger.table.empty()) {
    return refuse_adoption(session, adoption);
  }
  if (status.code() == Code::invalid_argument && options.table.empty()) {
    return session.fail(printable(status.message()), "name one: --adopt-table TABLE");
  }
  if (!status.ok()) return session.fail(status);
  if (adoption.done) {
    const std::size_t count = adoption.ledger.applied.size();
    session.note("took over " + counted(count, "revision") + " from " +
                 found_text(adoption.ledger));
    if (!adoption.schema.compared) {
      session.note("the schema was not compared with the chain's: " +
                   printable(adoption.schema.reason));
    }
  } else if (adoption.ledger.table.empty()) {
    session.note("nothing to take over: no other tool was here, or its ledger was taken over");
  } else {
    session.note("nothing to take over: " + found_text(adoption.ledger));
  }
  return exit_done;
}

int ask_for_adoption(Session& session) {
  std::vector<ForeignLedger> found;
  const Status status = needs_adoption(session.database(), session.chain(), found);
  // What keeps this from being known keeps the upgrade from running, and it says so better.
  if (!status.ok() || found.empty()) return exit_done;
  const int code = session.fail(found_text(found) + "; retort has applied nothing here yet");
  for (const ForeignLedger& ledger : found) list_problems(session, ledger);
  session.help("take over what it applied, and go on:  " + with_target(session, "upgrade --adopt"));
  session.help("it has nothing to do with this chain:  " +
               with_target(session, "upgrade --no-adopt"));
  return code;
}

void mention_foreign_ledger(Session& session) {
  std::vector<ForeignLedger> found;
  const Status status = needs_adoption(session.database(), session.chain(), found);
  if (!status.ok() || found.empty()) return;
  session.note(found_text(found));
  session.help("take over what it applied:  " + session.program() + " upgrade --adopt");
}

}  // namespace retort::cli
