// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The verbs that change a database: upgrade, downgrade, stamp. What they do is retort/migrate.hpp's
// business; here are the words around it.
#include "cli/adoption.hpp"
#include "cli/reporter.hpp"
#include "cli/text.hpp"
#include "cli/verbs.hpp"
#include "retort/revision.hpp"

namespace retort::cli {
namespace {

bool is_range(const std::string& text) { return text.find(':') != std::string::npos; }

int refuse_range(Session& session, std::string_view verb) {
  return session.fail("a range needs --sql",
                      session.program() + " " + std::string(verb) + " --sql " +
                          printable(session.options().revision),
                      exit_usage);
}

// "upgrade -1" and "downgrade +1": a slip of the hand, and the first would do nothing in silence.
int refuse_direction(Session& session, char sign) {
  const std::string& text = session.options().revision;
  if (text[0] != sign) return exit_done;
  const bool down = sign == '-';
  return session.fail(in_quotes(text) + " points " + (down ? "down" : "up"),
                      session.program() + (down ? " downgrade " : " upgrade ") + printable(text),
                      exit_usage);
}

retort::Options run_options(const Session& session, Observer* observer) {
  retort::Options options;
  options.target = session.options().revision;
  options.lock_wait_ms = session.options().lock_wait_ms;
  options.transaction_mode = session.options().transaction_mode;
  options.observer = observer;
  options.applied_by = session.program();
  return options;
}

void print_statements(Session& session, const Script& script) {
  for (std::uint32_t i = 0; i < script.statement_count; ++i) {
    const Statement& statement = script.statements[i];
    session.print("-- " + printable(script.file) + ":" + std::to_string(statement.line) + ":" +
                  std::to_string(statement.column) + "\n" + printable(sql_of(statement), true) +
                  ";\n");
  }
}

// --dry-run: the steps and their statements, read from ledger and chain.
int run_plan(Session& session, Direction direction) {
  const Plan plan =
      retort::plan(session.database(), session.chain(), session.options().revision, direction);
  if (!plan.status.ok()) return session.fail(plan.status);
  if (plan.steps.empty()) session.note("nothing to do");
  for (const PlannedStep& planned : plan.steps) {
    Step step;
    step.direction = planned.direction;
    step.id = planned.id;
    step.message = planned.message;
    std::string from;
    if (planned.revision != nullptr) {
      for (std::uint32_t p = 0; p < planned.revision->parent_count; ++p) {
        from += (p > 0 ? ", " : "") +
                std::string(session.chain().revisions[planned.revision->parents[p]].id);
      }
    }
    step.from = from;
    session.print("-- " + running_line(step) + "\n");
    if (planned.script != nullptr) {
      print_statements(session, *planned.script);
    } else {
      session.print(printable(planned.ledger_sql, true) + "\n");
    }
  }
  return exit_done;
}

// Why an upgrade had nothing to do.
void explain_idle(Session& session) {
  const Inspection inspection = inspect(session.database(), session.chain());
  if (!inspection.status.ok() || inspection.current.empty()) return;
  std::string at;
  for (const std::string& id : inspection.current) at += (at.empty() ? "" : ", ") + in_quotes(id);
  std::uint32_t target = base_index;
  const Standing standing;  // a relative target would not have been idle
  const Status status = resolve(session.chain(), session.options().revision, &standing, target);
  if (!status.ok() || target == base_index || session.graph().is_head(target)) {
    return session.note("the database is at head " + at);
  }
  session.note("the database already contains " + in_quotes(session.chain().revisions[target].id) +
               " (it is at " + at + ")");
}

}  // namespace

int run_upgrade(Session& session) {
  if (session.options().sql) return run_script(session, "upgrade");
  if (is_range(session.options().revision)) return refuse_range(session, "upgrade");
  if (const int code = refuse_direction(session, '-'); code != exit_done) return code;
  const bool dry_run = session.options().dry_run;
  if (const int code = session.connect(dry_run); code != exit_done) return code;
  if (!session.options().no_adopt) {
    const int code =
        session.options().adopt ? adopt_foreign_ledger(session) : ask_for_adoption(session);
    if (code != exit_done) return code;
  }
  if (dry_run) return run_plan(session, Direction::upgrade);
  Reporter reporter(session.options().echo);
  const Status status =
      upgrade(session.database(), session.chain(), run_options(session, &reporter));
  reporter.finish();
  if (!status.ok()) return session.fail(status);
  if (!reporter.ran()) explain_idle(session);
  return exit_done;
}

int run_downgrade(Session& session) {
  if (session.options().sql) return run_script(session, "downgrade");
  if (is_range(session.options().revision)) return refuse_range(session, "downgrade");
  if (const int code = refuse_direction(session, '+'); code != exit_done) return code;
  const bool dry_run = session.options().dry_run;
  if (const int code = session.connect(dry_run); code != exit_done) return code;
  if (dry_run) return run_plan(session, Direction::downgrade);
  Reporter reporter(session.options().echo);
  const Status status = downgrade(session.database(), session.chain(), session.options().revision,
                                  run_options(session, &reporter));
  reporter.finish();
  if (!status.ok()) return session.fail(status);
  if (!reporter.ran()) session.note("nothing to do");
  return exit_done;
}

int run_stamp(Session& session) {
  if (session.options().sql) return run_script(session, "stamp");
  if (is_range(session.options().revision)) return refuse_range(session, "stamp");
  if (const int code = session.connect(false); code != exit_done) return code;
  if (session.options().adopt) return adopt_foreign_ledger(session);
  const Status status = stamp(session.database(), session.chain(), session.options().revision,
                              run_options(session, nullptr), session.options().purge);
  return status.ok() ? exit_done : session.fail(status);
}

#ifndef RETORT_CLI_TRANSFER
int run_transfer(Session& session) {
  return session.fail("transfer needs both drivers, and this program was built with one");
}
#endif

}  // namespace retort::cli
