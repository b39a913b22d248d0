// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The rim of the command line: which database, which words on stdout and stderr, which exit code.
#include <cstdio>
#include <cstring>
#include <exception>

#include "cli/arguments.hpp"
#include "cli/range.hpp"
#include "cli/text.hpp"
#include "cli/url.hpp"
#include "cli/verbs.hpp"
#ifdef RETORT_CLI_SQLITE
#include "retort/sqlite.hpp"
#endif
#ifdef RETORT_CLI_POSTGRES
#include "retort/postgres.hpp"
#endif

namespace retort::cli {
namespace {

// Opens what `url` names. A status that is not ok says why not.
Status open(Engine engine, const std::string& url, bool read_only,
            std::unique_ptr<Database>& result) {
#ifdef RETORT_CLI_SQLITE
  if (engine == Engine::sqlite) {
    auto database = std::make_unique<sqlite::Database>();
    Status status = read_only ? database->open_read_only(url) : database->open(url);
    result = std::move(database);
    return status;
  }
#endif
#ifdef RETORT_CLI_POSTGRES
  // Nothing that only reads writes: the same connection does for both.
  if (engine == Engine::postgres) {
    auto database = std::make_unique<postgres::Database>();
    Status status = database->open(url);
    result = std::move(database);
    return status;
  }
#endif
  (void)url, (void)read_only, (void)result;
  return Status(Code::cannot_open, "this program was built without the " +
                                       std::string(engine_name(engine)) + " driver");
}

bool has_engine(const Chain& chain, Engine engine) {
  for (std::uint32_t i = 0; i < chain.engine_count; ++i) {
    if (chain.engines[i] == engine) return true;
  }
  return false;
}

int exit_code_of(Code code) {
  return code == Code::cannot_open || code == Code::connection_lost || code == Code::not_open
             ? exit_no_connection
             : exit_failed;
}

// Whether the message means nothing without the name of the database.
bool concerns_the_database(Code code) {
  return code == Code::not_a_database || code == Code::read_only || code == Code::disk_full ||
         code == Code::connection_lost || code == Code::in_doubt || code == Code::cannot_open ||
         code == Code::bad_ledger;
}

std::string help_of(const Session& session, const Status& status) {
  const std::string& program = session.program();
  switch (status.code()) {
    case Code::newer_database: {
      const std::vector<std::uint32_t> heads = session.graph().heads();
      const std::string head =
          heads.empty() ? "base" : printable(session.graph().revision(heads[0]).id);
      return "run the newer program, or go back: " + program + " downgrade " + head;
    }
    case Code::unknown_revision:
      return program + " history";
    case Code::invalid_argument:
      if (status.message().find(" beyond the head") == std::string::npos) return {};
      return program + " upgrade head";
    case Code::busy:
      return "wait longer: --lock-wait 60s";
    case Code::in_doubt:
      return "see what happened: " + program + " current";
    case Code::bad_ledger:
      return "if this is no ledger of retort's, rename that table";
    default:
      return {};
  }
}

}  // namespace

int Session::connect(bool read_only) {
  const auto url = choose_url(options_.url, chain());
  if (!url) {
    return fail("no database is named",
                program_ + " " + verb_ + " --url sqlite:data/app.db, or set DATABASE_URL",
                exit_usage);
  }
  if (url->origin == ".env" && url->text.find("${") != std::string::npos) {
    return fail("DATABASE_URL in .env uses '${…}', and nothing is expanded there",
                "write the value itself, or set DATABASE_URL", exit_usage);
  }
  const UrlKind kind = classify_url(url->text);
  if (!kind.engine) return fail(kind.error + " (" + url->origin + ")", {}, exit_usage);
  shown_url_ = without_password(url->text);
  secret_url_ = url->text;
  if (!has_engine(chain(), *kind.engine)) {
    return fail("the chain " + in_quotes(chain().name) + " is not compiled for " +
                    std::string(engine_name(*kind.engine)) + ", which " + shown_url_ + " needs",
                {}, exit_no_connection);
  }
  std::string error;
  const std::string target =
      *kind.engine == Engine::postgres ? libpq_url(url->text, error) : url->text;
  if (!error.empty()) return fail(error, {}, exit_usage);
  Status status = open(*kind.engine, target, read_only, database_);
  if (status.ok() && setup_.prepare != nullptr) status = setup_.prepare(*database_, setup_.context);
  if (status.ok()) return exit_done;
  std::string text = shown_url_ + ": " + printable(status.message());
  if (url->origin != "--url") text += " (from " + url->origin + ")";
  const bool refused = status.code() == Code::invalid_argument;
  return fail(text, {}, refused ? exit_usage : exit_no_connection);
}

int Session::open_second(const std::string& url, const std::string& option,
                         std::unique_ptr<Database>& result) {
  const UrlKind kind = classify_url(url);
  const Engine engine = database_->traits().engine;
  if (!kind.engine || *kind.engine != engine) {
    return fail(option + " names no " + std::string(engine_name(engine)) +
                    " database: " + without_password(url),
                {}, exit_usage);
  }
  std::string error;
  const std::string target = engine == Engine::postgres ? libpq_url(url, error) : url;
  if (!error.empty()) return fail(error, {}, exit_usage);
  const Status status = open(engine, target, false, result);
  if (status.ok()) return prepare(*result);
  result.reset();
  return fail(
      option + " " + without_password(url) + ": " + printable(redacted(status.message(), url)), {},
      exit_no_connection);
}

int Session::prepare(Database& database) {
  if (setup_.prepare == nullptr) return exit_done;
  const Status status = setup_.prepare(database, setup_.context);
  return status.ok() ? exit_done : fail(status);
}

void Session::print(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stdout); }

void Session::note(const std::string& text) {
  std::fprintf(stderr, "%s: %s\n", program_.c_str(), redacted(text, secret_url_).c_str());
}

int Session::fail(const std::string& text, const std::string& help, int code) {
  std::fprintf(stderr, "%s: error: %s\n", program_.c_str(), redacted(text, secret_url_).c_str());
  if (!help.empty()) std::fprintf(stderr, "help: %s\n", help.c_str());
  return code;
}

void Session::detail(const std::string& text) {
  std::fprintf(stderr, "note: %s\n", redacted(text, secret_url_).c_str());
}

void Session::help(const std::string& text) {
  std::fprintf(stderr, "help: %s\n", redacted(text, secret_url_).c_str());
}

int Session::fail(const Status& status) {
  const std::string help = help_of(*this, status);
  const int code = exit_code_of(status.code());
  std::string text = message_of(graph_, status);
  if (status.line() == 0 && concerns_the_database(status.code()) && !shown_url_.empty()) {
    text = shown_url_ + ": " + text;
  }
  // With a place in a migration file it already has the form that editors know.
  if (status.line() == 0) return fail(text, help, code);
  std::fprintf(stderr, "%s\n", redacted(std::move(text), secret_url_).c_str());
  if (!help.empty()) std::fprintf(stderr, "help: %s\n", help.c_str());
  return code;
}

int run(int argc, char** argv, const Chain& chain, const Setup& setup) {
  const char* path = argc > 0 && argv[0] != nullptr ? argv[0] : "migrate";
  const char* slash = std::strrchr(path, '/');
  const std::string program = slash == nullptr ? path : slash + 1;
  int code = exit_bug;
  try {
    std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
    hide_passwords(argc, argv);
    const CommandLine line = parse_command_line(program, std::move(words), chain);
    std::fputs(line.out.c_str(), stdout);
    std::fputs(line.err.c_str(), stderr);
    code = line.exit_code;
    if (line.verb != nullptr) {
      Session session(chain, setup, program, *line.verb, line.options);
      code = line.verb->run(session);
    }
  } catch (const std::exception& error) {
    std::fprintf(stderr, "%s: internal error: %s\nthis is a bug in retort %s; please report it\n",
                 program.c_str(), error.what(), RETORT_VERSION);
    code = exit_bug;
  }
  // Data that could not be written is a failure, whatever the verb thought of itself.
  if (std::fflush(stdout) != 0 && code == exit_done) code = exit_failed;
  return code;
}

}  // namespace retort::cli
