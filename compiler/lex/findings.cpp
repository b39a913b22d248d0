// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Holds lexical errors until it is certain that they stand, then reports them.
#include "lex/findings.hpp"

#include <algorithm>
#include <utility>

#include "lex/limits.hpp"

namespace retort::compiler::lex {
namespace {

bool continues(const Finding& run, const Finding& finding) {
  return finding.kind == diag::Kind::unexpected_character && run.kind == finding.kind &&
         run.end == finding.begin && run.arguments[0] == finding.arguments[0];
}

}  // namespace

void Findings::add(Finding finding) {
  if (!findings_.empty() && continues(findings_.back(), finding)) {
    findings_.back().end = finding.end;
  } else if (findings_.size() < max_lexical_errors) {
    findings_.push_back(std::move(finding));
  } else if (dropped_++ == 0) {
    first_dropped_ = finding.begin;
  }
}

void Findings::drop_from(std::uint32_t offset, std::size_t keep) {
  const auto first = findings_.begin() + static_cast<std::ptrdiff_t>(keep);
  const auto is_behind = [offset](const Finding& f) { return f.begin >= offset; };
  findings_.erase(std::remove_if(first, findings_.end(), is_behind), findings_.end());
  if (first_dropped_ >= offset) dropped_ = 0;
}

void Findings::report(const source::SourceFile& file, diag::Diagnostics& diagnostics) const {
  for (const Finding& finding : findings_) {
    auto builder = diagnostics.report(finding.kind, {file.id(), finding.begin, finding.end},
                                      {finding.arguments[0], finding.arguments[1]});
    if (!finding.help.empty()) builder.help(finding.help);
  }
  if (dropped_ == 0) return;
  diagnostics.report(diag::Kind::limit_exceeded, {file.id(), first_dropped_, first_dropped_ + 1},
                     {"number of lexical errors in this file", std::to_string(max_lexical_errors)});
}

}  // namespace retort::compiler::lex
