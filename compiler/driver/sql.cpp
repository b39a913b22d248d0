// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// `retort sql`, `schema`, `explain`: what the compiler made of a revision.
#include "cli/text.hpp"
#include "driver/compiled.hpp"
#include "driver/cost.hpp"
#include "driver/verbs.hpp"
#include "retort/revision.hpp"

namespace retort::compiler::driver {
namespace {

std::string text_of(const retort::Statement& statement) {
  std::string text;
  for (std::uint32_t i = 0; i < statement.chunk_count; ++i) text.append(statement.chunks[i]);
  return text;
}

std::string place_of(const retort::Script& script, const retort::Statement& statement) {
  return cli::printable(script.file) + ":" + std::to_string(statement.line);
}

struct Part {
  std::string_view name;
  const retort::Script* script;
};

std::vector<Part> parts_of(const retort::Body& body) {
  std::vector<Part> parts;
  for (const Part& part :
       {Part{"up", &body.up}, Part{"verify", &body.verify}, Part{"down", &body.down}}) {
    if (part.script->present) parts.push_back(part);
  }
  return parts;
}

std::string boundary(const retort::Script& script) {
  if (!script.transaction) return "outside a transaction, statement by statement";
  return script.foreign_keys_off ? "in a transaction, foreign keys off around it"
                                 : "in a transaction";
}

// Calls `print(engine, body)` for each engine that is shown.
template <class Print>
int for_each_body(const Options& options, Environment environment, Print print) {
  Session session(options, environment);
  const auto compiled = compile_for_reading(session);
  if (!compiled) return exit_failed;
  if (compiled->revision == base_index) {
    session.fail("'base' is the place before the first revision");
    return exit_failed;
  }
  const retort::Revision& revision = compiled->sections.view().revisions[compiled->revision];
  for (const dialect::Engine engine : compiled->engines) {
    const retort::Body* body = find_body(revision, engine);
    if (body != nullptr) print(revision, engine, *body);
  }
  return exit_done;
}

}  // namespace

int run_sql(const Options& options, Environment environment) {
  std::ostream& out = environment.out;
  return for_each_body(
      options, environment,
      [&out](const retort::Revision& revision, dialect::Engine engine, const retort::Body& body) {
        for (const Part& part : parts_of(body)) {
          out << "-- " << cli::printable(revision.id) << " " << part.name << ", "
              << dialect::engine_name(engine) << ", " << boundary(*part.script) << "\n";
          for (std::uint32_t i = 0; i < part.script->statement_count; ++i) {
            const retort::Statement& statement = part.script->statements[i];
            out << "-- " << place_of(*part.script, statement) << "\n"
                << text_of(statement) << ";\n";
          }
        }
      });
}

int run_explain(const Options& options, Environment environment) {
  std::ostream& out = environment.out;
  return for_each_body(
      options, environment,
      [&out](const retort::Revision& revision, dialect::Engine engine, const retort::Body& body) {
        for (const Part& part : parts_of(body)) {
          if (part.name == "verify") continue;
          out << cli::printable(revision.id) << " " << part.name << ", "
              << dialect::engine_name(engine) << ": " << boundary(*part.script) << "\n";
          for (std::uint32_t i = 0; i < part.script->statement_count; ++i) {
            const retort::Statement& statement = part.script->statements[i];
            const std::string sql = text_of(statement);
            const Cost cost = cost_of(sql, engine);
            out << "  " << place_of(*part.script, statement) << "  "
                << cli::printable(sql.substr(0, sql.find('\n'))) << "\n";
            if (!cost.lock.empty()) out << "      lock: " << cost.lock << "\n";
            if (!cost.work.empty()) out << "      work: " << cost.work << "\n";
            if (!cost.recovery.empty()) out << "      recovery: " << cost.recovery << "\n";
          }
          out << "  a failure "
              << (part.script->transaction
                      ? "takes back the whole revision"
                      : "stops there; the next run goes on with the statement that failed")
              << "\n";
        }
      });
}

int run_schema(const Options& options, Environment environment) {
  Session session(options, environment);
  const auto compiled = compile_for_reading(session);
  if (!compiled) return exit_failed;
  const std::size_t count = compiled->revision == base_index ? 0 : compiled->revision + 1;
  lower::LowerOptions lowering;
  lowering.sqlite_profile = options.sqlite_profile;
  for (const dialect::Engine engine : compiled->engines) {
    diag::Diagnostics unheard;
    if (compiled->engines.size() > 1) {
      session.out() << "-- " << dialect::engine_name(engine) << "\n";
    }
    for (const std::string& sql :
         lower::schema_sql(compiled->chain, count, engine, lowering, unheard)) {
      session.out() << sql << ";\n";
    }
  }
  return exit_done;
}

}  // namespace retort::compiler::driver
