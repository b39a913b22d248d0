// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Findings of portable sections. In: a place and what is wrong with it; out: a diagnostic with the
// section that it stands in and lines to paste.
#include "lower/report.hpp"

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

void Report::refuse(source::Span span, std::string_view text, std::string_view help) {
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
  auto report = diagnostics_.report(Kind::unknown_table, span, {name});
  report.revision(revision_);
  suggest(report, name, candidates);
}

void Report::unknown_column(source::Span span, const std::string& name,
                            const std::vector<std::string>& candidates) {
  auto report = diagnostics_.report(Kind::unknown_column, span, {name});
  report.revision(revision_);
  suggest(report, name, candidates);
}

}  // namespace retort::compiler::lower
