// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the engines' reports have in common: kinds, places, and the words for a schema that is not
// what it was.
#include "verify/findings.hpp"

#include <algorithm>

#include "diag/suggest.hpp"
#include "dialect/ascii.hpp"
#include "verify/connection.hpp"
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
  const std::string word = dialect::lower_case(sql.substr(0, word_end(sql, 0)));
  return word == "create" || word == "alter" || word == "drop";
}

}  // namespace

diag::Diagnostics::Builder Findings::error(Kind kind, source::Span span,
                                           const retort::Revision& revision,
                                           std::initializer_list<std::string_view> arguments) {
  proved_ = false;
  auto builder = diagnostics_.report(kind, span, arguments);
  builder.revision(std::string(revision.id));
  return builder;
}

diag::Diagnostics::Builder Findings::refused(const retort::Revision& revision, Phase phase,
                                             source::Span span, const Failure& failure) {
  const std::string& message = failure.status.message();
  if (failure.status.code() == Code::verify_failed) {
    return error(Kind::verify_query_failed, span, revision, {revision.id});
  }
  switch (phase) {
    case Phase::up:
      break;
    case Phase::down:
      return error(Kind::down_fails, span, revision, {revision.id, message});
    case Phase::again:
      return error(Kind::up_again_fails, span, revision, {revision.id, message})
          .help("let the down section take back what up writes");
  }
  return error(Kind::sql_error, span, revision, {engine_, message});
}

source::Span Findings::place(const retort::Body& body, Phase phase, const Failure& failure) const {
  if (failure.statement == nullptr) return chain_.span_of(section_of(body, phase));
  const source::Span span = chain_.span_of(*failure.statement);
  const std::string text = statement_text(*failure.statement);
  // A compiled statement has other words than its source.
  if (span.end - span.begin != text.size() && failure.statement->copy_chunks == 0) return span;
  auto begin = static_cast<std::size_t>(failure.offset);
  if (failure.offset < 0) begin = find_name(text, missing_table(failure.status.message()));
  if (begin >= text.size()) return span;
  return {span.file, span.begin + static_cast<std::uint32_t>(begin),
          span.begin + static_cast<std::uint32_t>(word_end(text, begin))};
}

void Findings::differences(const retort::Revision& revision, const retort::Body& body, Phase phase,
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

void Findings::trouble(const std::string& message) {
  proved_ = false;
  diagnostics_.report(Kind::sql_error, {}, {engine_, message});
}

void Findings::suggest(diag::Diagnostics::Builder& report, const std::string& wrong,
                       const std::vector<std::string>& names) {
  if (wrong.empty()) return;
  if (const auto nearest = diag::suggest(wrong, names)) {
    report.help("did you mean '" + *nearest + "'?");
  }
}

source::Span Findings::naming(const retort::Script& script, std::string_view name) const {
  for (std::uint32_t i = 0; !name.empty() && i < script.statement_count; ++i) {
    const std::string text = statement_text(script.statements[i]);
    if (!changes_schema(text) || find_name(text, name) == std::string::npos) continue;
    return chain_.span_of(script.statements[i]);
  }
  return chain_.span_of(script);
}

}  // namespace retort::compiler::verify
