// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Findings of the proof to diagnostics: the kind, the place in the source, and a way out.
#include "verify/report.hpp"

#include <sqlite3.h>

#include <algorithm>

#include "diag/suggest.hpp"
#include "dialect/sqlite_functions.hpp"
#include "verify/messages.hpp"

namespace retort::compiler::verify {
namespace {

using diag::Kind;

constexpr std::size_t differences_shown = 3;

const retort::Script& section_of(const retort::Body& body, Phase phase) {
  return phase == Phase::down ? body.down : body.up;
}

// "index 'x' is left behind"
std::string phrase(const Difference& difference, Phase phase) {
  switch (difference.what) {
    case Difference::What::missing:
      return difference.object + " is missing";
    case Difference::What::extra:
      return difference.object + (phase == Phase::down ? " is left behind" : " is additional");
    case Difference::What::changed:
      break;
  }
  return difference.object + " " + difference.detail;
}

std::string summary(const std::vector<Difference>& differences, Phase phase) {
  std::string text;
  for (std::size_t i = 0; i < std::min(differences.size(), differences_shown); ++i) {
    text += (i == 0 ? "" : "; ") + phrase(differences[i], phase);
  }
  if (differences.size() > differences_shown) {
    text += "; and " + std::to_string(differences.size() - differences_shown) + " more";
  }
  return text;
}

bool changes_schema(std::string_view sql) {
  const std::string word = lower_case(sql.substr(0, word_end(sql, 0)));
  return word == "create" || word == "alter" || word == "drop";
}

void suggest(diag::Diagnostics::Builder& report, const std::string& wrong,
             const std::vector<std::string>& names) {
  if (wrong.empty()) return;
  if (const auto nearest = diag::suggest(wrong, names)) {
    report.help("did you mean '" + *nearest + "'?");
  }
}

}  // namespace

diag::Diagnostics::Builder Report::error(Kind kind, source::Span span,
                                         const retort::Revision& revision,
                                         std::initializer_list<std::string_view> arguments) {
  proved_ = false;
  auto builder = diagnostics_.report(kind, span, arguments);
  builder.revision(std::string(revision.id));
  return builder;
}

source::Span Report::place(const retort::Body& body, Phase phase, const Failure& failure) const {
  if (failure.statement == nullptr) return chain_.span_of(section_of(body, phase));
  const source::Span span = chain_.span_of(*failure.statement);
  const std::string text = statement_text(*failure.statement);
  auto begin = static_cast<std::size_t>(failure.offset);
  if (failure.offset < 0) begin = find_name(text, missing_table(failure.status.message()));
  if (begin >= text.size()) return span;
  return {span.file, span.begin + static_cast<std::uint32_t>(begin),
          span.begin + static_cast<std::uint32_t>(word_end(text, begin))};
}

void Report::failure(const retort::Revision& revision, const retort::Body& body, Phase phase,
                     const Failure& failure, const std::vector<std::string>& tables) {
  const source::Span span = place(body, phase, failure);
  const std::string& message = failure.status.message();
  if (stopped(revision, span)) return;
  if (failure.status.code() == Code::verify_failed) {
    error(Kind::verify_query_failed, span, revision, {revision.id});
    return;
  }
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
  if (phase == Phase::again) {
    error(Kind::up_again_fails, span, revision, {revision.id, message})
        .help("let the down section take back what up writes");
    return;
  }
  auto report = phase == Phase::up
                    ? error(Kind::sql_error, span, revision, {"SQLite", message})
                    : error(Kind::down_fails, span, revision, {revision.id, message});
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

void Report::differences(const retort::Revision& revision, const retort::Body& body, Phase phase,
                         const std::vector<Difference>& differences) {
  const Kind kind = phase == Phase::down ? Kind::down_differs : Kind::up_differs;
  auto report = error(kind, chain_.span_of(section_of(body, phase)), revision,
                      {revision.id, summary(differences, phase)});
  if (phase != Phase::down) return;
  const source::Span section = chain_.span_of(body.up);
  std::vector<source::Span> noted = {section};
  for (std::size_t i = 0; i < std::min(differences.size(), differences_shown); ++i) {
    const Difference& difference = differences[i];
    source::Span place = naming(body.up, difference.name);
    if (place == section) place = naming(body.up, difference.table);
    if (std::find(noted.begin(), noted.end(), place) == noted.end()) {
      report.note(place, "up changes " + difference.object + " here");
      noted.push_back(place);
    }
    if (!difference.repair.empty()) report.help("add to the down section: " + difference.repair);
  }
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
  error(Kind::sql_error, naming(body.up, lower_case(key.table)), revision, {"SQLite", key.message})
      .help(
          "the columns that a foreign key refers to must be the primary key of their table, or "
          "UNIQUE");
}

void Report::trouble(const std::string& message) {
  proved_ = false;
  diagnostics_.report(Kind::sql_error, {}, {"SQLite", message});
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

source::Span Report::naming(const retort::Script& script, std::string_view name) const {
  for (std::uint32_t i = 0; !name.empty() && i < script.statement_count; ++i) {
    const std::string text = statement_text(script.statements[i]);
    if (!changes_schema(text) || find_name(text, name) == std::string::npos) continue;
    return chain_.span_of(script.statements[i]);
  }
  return chain_.span_of(script);
}

}  // namespace retort::compiler::verify
