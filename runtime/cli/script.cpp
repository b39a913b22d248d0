// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// --sql: a script for stdout, from A to B, without any database.
#include <optional>

#include "cli/script_database.hpp"
#include "cli/text.hpp"
#include "cli/url.hpp"
#include "cli/verbs.hpp"
#include "retort/progress.hpp"
#include "retort/revision.hpp"
#ifdef RETORT_CLI_SQLITE
#include "retort/sqlite.hpp"
#endif

namespace retort::cli {
namespace {

// "-- Running upgrade a -> b", as Alembic writes it: without the message.
class CommentWriter final : public Observer {
 public:
  explicit CommentWriter(ScriptDatabase& script) : script_(script) {}
  void on_step(const Step& step) override {
    Step shown = step;
    shown.message = {};
    std::string line = running_line(shown);
    while (!line.empty() && (line.back() == ',' || line.back() == ' ')) line.pop_back();
    if (line.size() > 2 && line.substr(line.size() - 2) == "->") line += ' ';
    script_.add_comment(line);
  }

 private:
  ScriptDatabase& script_;
};

// The engine of the script: that of the URL, else the chain's only one, else SQLite.
Engine script_engine(const Session& session) {
  if (const auto url = choose_url(session.options().url, session.chain())) {
    if (const auto engine = classify_url(url->text).engine) return *engine;
  }
  return session.chain().engine_count > 0 ? session.chain().engines[0] : Engine::sqlite;
}

struct Ends {
  std::string from = "base";
  std::string to;
};

// A:B, or B alone, which begins at the base; a downgrade needs both.
bool read_ends(Session& session, std::string_view verb, Ends& ends, int& code) {
  const std::string& text = session.options().revision;
  const auto colon = text.find(':');
  ends.to = colon == std::string::npos ? text : text.substr(colon + 1);
  if (colon != std::string::npos) ends.from = text.substr(0, colon);
  if (!ends.to.empty() && !ends.from.empty() &&
      (colon != std::string::npos || verb != "downgrade")) {
    return true;
  }
  code = session.fail("without a database both ends are needed: FROM:TO",
                      session.program() + " " + std::string(verb) + " --sql head:base", exit_usage);
  return false;
}

#ifdef RETORT_CLI_SQLITE
Status write_script(Session& session, std::string_view verb, const Ends& ends, std::string& text) {
  sqlite::Database ledger;
  if (Status status = ledger.open(":memory:"); !status.ok()) return status;
  if (ends.from != "base") {
    Status status = stamp(ledger, session.chain(), ends.from);
    if (!status.ok()) return status;
  }
  ScriptDatabase script(ledger);
  CommentWriter comments(script);
  retort::Options options;
  options.observer = &comments;
  options.target = ends.to;
  options.applied_by = session.program();
  Status status = verb == "upgrade" ? upgrade(script, session.chain(), options)
                  : verb == "stamp"
                      ? stamp(script, session.chain(), ends.to, options, session.options().purge)
                      : downgrade(script, session.chain(), ends.to, options);
  text = script.text();
  return status;
}
#endif

}  // namespace

int run_script(Session& session, std::string_view verb) {
  const Engine engine = script_engine(session);
  Ends ends;
  int code = exit_failed;
  if (!read_ends(session, verb, ends, code)) return code;
#ifdef RETORT_CLI_SQLITE
  if (engine == Engine::sqlite) {
    std::string text;
    const Status status = write_script(session, verb, ends, text);
    if (!status.ok()) return session.fail(status);
    session.print(text);
    return exit_done;
  }
#endif
  return session.fail("--sql is not supported for " + std::string(engine_name(engine)) +
                      " by this program");
}

}  // namespace retort::cli
