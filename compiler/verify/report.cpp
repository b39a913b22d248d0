// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Findings of the proof to diagnostics: the kind, the place in the source, and a way out.
#include "verify/report.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "dialect/ascii.hpp"
#include "dialect/sqlite_functions.hpp"
#include "verify/messages.hpp"

namespace retort::compiler::verify {
namespace {

using diag::Kind;

}  // namespace

void Report::failure(const retort::Revision& revision, const retort::Body& body, Phase phase,
                     const Failure& failure, const std::vector<std::string>& tables) {
  const source::Span span = place(body, phase, failure);
  const std::string& message = failure.status.message();
  if (stopped(revision, span)) return;
  if (failure.status.code() == Code::foreign_key_violation && phase != Phase::down) {
    orphans(revision, body, message);
    return;
  }
  if (failure.status.code() == Code::disk_full) {
    error(Kind::limit_exceeded, span, revision,
          {"the database of the proof", mebibytes(max_database_size)});
    return;
  }
  if (too_old(revision, span, message)) return;
  auto report = refused(revision, phase, span, failure);
  if (phase == Phase::again || failure.status.code() == Code::verify_failed) return;
  hints(report, failure, tables);
}

bool Report::stopped(const retort::Revision& revision, source::Span span) {
  switch (connection_.stop()) {
    case Stop::none:
      return false;
    case Stop::steps:
      error(Kind::limit_exceeded, span, revision,
            {"the revision in the proof", millions(connection_.max_steps()) + " steps of SQLite"});
      return true;
    case Stop::refused:
      break;
  }
  error(Kind::sql_error, span, revision,
        {"SQLite", connection_.refused() + " is no part of a proof"})
      .help(
          "the proof runs in memory; VERIFY none in add_migrations() builds the chain without it");
  return true;
}

bool Report::too_old(const retort::Revision& revision, source::Span span,
                     const std::string& message) {
  const std::string function = missing_function(message);
  const auto since = dialect::sqlite_function_since(function);
  if (!since || !dialect::newer_than_sqlite(*since, sqlite3_libversion_number())) return false;
  error(Kind::engine_too_old, span, revision, {*since, sqlite3_libversion()})
      .help("write it without " + function + "(), which came with that release");
  return true;
}

void Report::hints(diag::Diagnostics::Builder& report, const Failure& failure,
                   const std::vector<std::string>& tables) {
  const std::string& message = failure.status.message();
  const std::string function = missing_function(message);
  const bool unknown = message.find("no such function") != std::string::npos;
  if (unknown && failure.statement != nullptr) {
    suggest(report, function, functions());
    report.help("if the program registers it on its connection: SQLITE_FUNCTIONS " + function +
                "/" + std::to_string(argument_count(statement_text(*failure.statement), function)));
  }
  suggest(report, missing_table(message), tables);
  if (failure.status.native_code() == SQLITE_CONSTRAINT_FOREIGNKEY) {
    report.help(
        "where the section rebuilds a table, let it say foreign_keys:off: rows are checked "
        "at its end instead");
  }
}

std::vector<std::string> Report::functions() {
  std::vector<std::string> names;
  connection_.run("SELECT DISTINCT name FROM pragma_function_list ORDER BY name",
                  [&names](sqlite3_stmt* row) { names.emplace_back(text_column(row, 0)); });
  return names;
}

void Report::orphans(const retort::Revision& revision, const retort::Body& body,
                     const std::string& rows) {
  error(Kind::foreign_key_violation, chain_.span_of(body.up), revision,
        {revision.id, "rows without their parent: " + rows});
}

void Report::broken(const retort::Revision& revision, const retort::Body& body,
                    const BrokenObject& object) {
  const std::string text = object.object + " does not work at the head: " + object.message;
  source::Span span = chain_.span_of(body.up);
  for (const std::string& name :
       {object.name, missing_table(object.message), missing_column(object.message)}) {
    if (span == chain_.span_of(body.up)) span = naming(body.up, name);
  }
  error(Kind::sql_error, span, revision, {"SQLite", text})
      .help("since revision '" + std::string(revision.id) +
            "'; drop it before what it needs changes, and create it again behind");
}

void Report::broken(const retort::Revision& revision, const retort::Body& body,
                    const BrokenForeignKey& key) {
  error(Kind::sql_error, naming(body.up, dialect::lower_case(key.table)), revision,
        {"SQLite", key.message})
      .help(
          "the columns that a foreign key refers to must be the primary key of their table, or "
          "UNIQUE");
}

void Report::bad_function(const SqliteFunction& function) {
  proved_ = false;
  diagnostics_.report(
      Kind::bad_option_value, {},
      {function.name + "/" + std::to_string(function.arguments), "SQLITE_FUNCTIONS"});
}

void Report::unused_function(const SqliteFunction& function) {
  diagnostics_.report(Kind::unused_sqlite_function, {},
                      {function.name + "/" + std::to_string(function.arguments)});
}

}  // namespace retort::compiler::verify
