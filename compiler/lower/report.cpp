// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Findings of portable sections. In: a place and what is wrong with it; out: a diagnostic with the
// section that it stands in and lines to paste.
#include "lower/report.hpp"

#include <algorithm>
#include <array>

#include "diag/suggest.hpp"

namespace retort::compiler::lower {
namespace {

using diag::Kind;

void suggest(diag::Diagnostics::Builder& report, const std::string& name,
             const std::vector<std::string>& candidates) {
  if (const auto close = diag::suggest(name, candidates)) {
    report.help("did you mean '" + *close + "'?");
  }
}

}  // namespace

// PostgreSQL has tables and columns that no statement makes.
bool Report::is_known_to_be_missing(const std::string& name) const {
  if (names_of_ == nullptr) return true;
  constexpr std::array<std::string_view, 6> system = {"ctid", "xmin", "xmax",
                                                      "cmin", "cmax", "tableoid"};
  const bool given = std::find(system.begin(), system.end(), name) != system.end();
  // Those of serial columns, too.
  const bool sequence = names_of_->sequences.count(name) != 0 ||
                        (name.size() > 4 && name.compare(name.size() - 4, 4, "_seq") == 0);
  return names_of_->certain && !given && !sequence && name.compare(0, 3, "pg_") != 0 &&
         !names_of_->is_rumour(name);
}

void Report::refuse(source::Span span, std::string_view text, std::string_view help) {
  if (names_of_ != nullptr) return;
  auto report = diagnostics_.report(Kind::not_portable, span, {text});
  report.revision(revision_);
  std::string engines;
  for (const dialect::Engine engine : engines_) {
    engines += (engines.empty() ? "" : " and ") + std::string(engine_name(engine));
  }
  if (section_.section != nullptr) {
    report.note(section_.section->directive,
                "this section is portable: it is compiled for " + engines);
  }
  if (!help.empty()) {
    report.help(std::string(help));
    return;
  }
  const std::string_view statement = section_.file->tokens.file->slice(statement_);
  report.help("move the statement to a migration of its own, with one section per engine:");
  report.help("    -- migrate:up postgres");
  if (statement.find('\n') == std::string_view::npos) {
    report.help("    " + std::string(statement) + ";");
  }
  report.help("    -- migrate:up sqlite");
}

diag::Diagnostics::Builder Report::warn(Kind kind, source::Span span, std::string_view text) {
  if (locked_) {
    diagnostics_.keep_quiet(kind, span);
    unheard_ = {};
    return diag::Diagnostics::Builder(unheard_);
  }
  return diagnostics_.report(kind, span, {text}).revision(revision_);
}

void Report::bad_storage(source::Span span, std::string_view text, std::string_view help) {
  diagnostics_.report(Kind::bad_storage, span, {text}).help(std::string(help)).revision(revision_);
}

void Report::unknown_table(source::Span span, const std::string& name,
                           const std::vector<std::string>& candidates) {
  if (!is_known_to_be_missing(name)) return;
  auto report = diagnostics_.report(Kind::unknown_table, span, {name});
  report.revision(revision_);
  suggest(report, name, candidates);
}

void Report::unknown_column(source::Span span, const std::string& name,
                            const std::vector<std::string>& candidates) {
  if (!is_known_to_be_missing(name)) return;
  auto report = diagnostics_.report(Kind::unknown_column, span, {name});
  report.revision(revision_);
  suggest(report, name, candidates);
}

}  // namespace retort::compiler::lower
