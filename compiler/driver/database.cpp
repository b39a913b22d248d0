// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A folder and a URL in; the shipped command line's verbs on the chain that is compiled in memory,
// so that the tool runs the same code on the same tables.
#include <algorithm>
#include <cstdio>
#include <optional>

#include "cli/text.hpp"
#include "cli/url.hpp"
#include "cli/verbs.hpp"
#include "driver/verbs.hpp"

namespace retort::compiler::driver {
namespace {

// The engines that the last line of a lock names: "<id> sqlite native … postgres native … file …".
std::vector<dialect::Engine> engines_of_lock(std::string_view text) {
  std::vector<dialect::Engine> engines;
  while (!text.empty()) {
    const auto end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line[0] == '#') continue;
    engines.clear();
    line = line.substr(0, line.find(" file "));
    for (const dialect::Engine engine : dialect::all_engines) {
      const std::string word = " " + std::string(dialect::engine_name(engine)) + " ";
      if (line.find(word) != std::string_view::npos) engines.push_back(engine);
    }
  }
  return engines;
}

// What the chain is compiled for where --engine does not say: the lock's engines and the URL's.
std::vector<dialect::Engine> choose_engines(const Options& options, source::FileSystem& files) {
  if (options.engines_given) return options.load.engines;
  if (options.verb == "transfer") return {dialect::Engine::sqlite, dialect::Engine::postgres};
  std::vector<dialect::Engine> engines;
  if (options.load.lock_file) {
    const auto lock = files.read(*options.load.lock_file);
    if (lock) engines = engines_of_lock(*lock.value);
  }
  const auto url = cli::choose_url(options.database.url, retort::Chain{});
  const auto engine = url ? cli::classify_url(url->text).engine : std::nullopt;
  if (engine && std::find(engines.begin(), engines.end(), *engine) == engines.end()) {
    engines.push_back(*engine);
  }
  return engines.empty() ? options.load.engines : engines;
}

// The chain's name is what its rows are found by in the ledger. Who did not give one means the one
// that the program gave: that of the row of this chain's first revision.
class NameFinder final : public RowSink {
 public:
  explicit NameFinder(retort::Chain& chain) : chain_(chain) {}

  static Status prepare(Database& database, void* self) {
    return static_cast<NameFinder*>(self)->find(database);
  }

  // Whether the ledger knows the chain, by whichever name.
  bool known() const { return !names_.empty(); }

 private:
  void on_row(const Row& row) override { names_.emplace_back(row.text(0)); }

  Status find(Database& database) {
    bool exists = false;
    if (Status status = database.has_ledger(exists); !status.ok() || !exists) return {};
    const std::string sql = "SELECT DISTINCT chain FROM " +
                            std::string(database.traits().ledger_table) +
                            " WHERE revision = $1 AND digest = $2 ORDER BY chain";
    const retort::Revision& base = chain_.revisions[0];
    const retort::Body* const body = find_body(base, database.traits().engine);
    if (body == nullptr) return {};
    const Value values[] = {base.id, body->digest};
    // A table that cannot be read as a ledger is reported by whoever needs it.
    if (!database.query(sql, values, 2, this).ok() || names_.empty()) return {};
    if (std::find(names_.begin(), names_.end(), chain_.name) != names_.end()) return {};
    if (names_.size() > 1) {
      return Status(Code::invalid_argument, "the ledger has this chain under several names (" +
                                                cli::joined({names_.begin(), names_.end()}) +
                                                "): say --name");
    }
    chain_.name = names_[0];
    return {};
  }

  retort::Chain& chain_;
  std::vector<std::string> names_;
};

int run_verb(Session& session, retort::Chain chain) {
  const Options& options = session.options();
  NameFinder finder(chain);
  cli::Setup setup;
  if (!options.name_given) setup = {&NameFinder::prepare, &finder};
  const cli::Verb& verb = *cli::find_verb(options.verb);
  session.out().flush();
  cli::Session shipped(chain, setup, "retort", verb, options.database);
  int code = verb.run(shipped);
  const bool wrote = options.verb == "upgrade" || options.verb == "stamp";
  if (code == exit_done && wrote && !options.database.sql && !options.database.dry_run &&
      !options.name_given && !finder.known()) {
    session.err() << "retort: the ledger calls this chain " << cli::in_quotes(chain.name)
                  << ", after its folder; a program that calls it otherwise will not find it "
                     "(--name)\n";
  }
  if (std::fflush(stdout) != 0 && code == exit_done) code = exit_failed;
  return code;
}

}  // namespace

int run_on_database(const Options& given, Environment environment) {
  Options options = given;
  options.load.engines = choose_engines(options, environment.files);
  Session session(options, environment);
  chain::Chain chain = session.load();
  const auto compiled = session.build(chain);
  // `check` has said already what it thinks of the files.
  const bool said = options.verb == "check" && compiled;
  if (!said && !session.report()) return exit_failed;
  if (!compiled) return exit_failed;
  return run_verb(session, compiled->view());
}

}  // namespace retort::compiler::driver
