// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// --sql: a script for stdout, from A to B, without any database.
#include <memory>
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
#ifdef RETORT_CLI_POSTGRES
#include "retort/postgres.hpp"
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
    script_.add_comment(running_line(shown));
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
// A closed database of `engine`; null where this program was built without its driver.
std::unique_ptr<Database> make_model(Engine engine) {
  if (engine == Engine::sqlite) return std::make_unique<sqlite::Database>();
#ifdef RETORT_CLI_POSTGRES
  if (engine == Engine::postgres) return std::make_unique<postgres::Database>();
#endif
  return nullptr;
}

// Puts the ledger of `script` to where the script begins.
Status begin_at(ScriptDatabase& script, const Chain& chain, const std::string& from) {
  std::uint32_t index = base_index;
  if (Status status = resolve(chain, from, nullptr, index); !status.ok()) return status;
  if (Status status = stamp(script, chain, from); !status.ok()) return status;
  script.clear();
  if (index == base_index) {
    script.expect(chain.name, {}, {});
  } else {
    const Revision& revision = chain.revisions[index];
    script.expect(chain.name, revision.id, find_body(revision, script.traits().engine)->digest);
  }
  return {};
}

Status write_script(Session& session, std::string_view verb, const Ends& ends,
                    const Database& model, std::string& text) {
  const Chain& chain = session.chain();
  sqlite::Database ledger;
  if (Status status = ledger.open(":memory:"); !status.ok()) return status;
  ScriptDatabase script(ledger, model);
  // From the base the script makes the table itself: only the guard is needed.
  if (ends.from == "base") {
    script.expect(chain.name, {}, {});
  } else if (Status status = begin_at(script, chain, ends.from); !status.ok()) {
    return status;
  }
  // A stamp says itself what is applied afterwards.
  if (verb == "stamp" && session.options().purge) script.expect_nothing();
  CommentWriter comments(script);
  retort::Options options;
  options.observer = &comments;
  options.target = ends.to;
  options.applied_by = session.program();
  options.transaction_mode = session.options().transaction_mode;
  Status status = verb == "upgrade" ? upgrade(script, chain, options)
                  : verb == "stamp"
                      ? stamp(script, chain, ends.to, options, session.options().purge)
                      : downgrade(script, chain, ends.to, options);
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
  if (const auto model = make_model(engine)) {
    std::string text;
    const Status status = write_script(session, verb, ends, *model, text);
    if (!status.ok()) return session.fail(status);
    if (text.empty()) session.note("nothing to do");
    session.print(text);
    return exit_done;
  }
#endif
  return session.fail("--sql is not possible: this program was built without the " +
                      std::string(engine_name(engine)) + " driver");
}

}  // namespace retort::cli
