// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: where findings of a portable section go, with its way out.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "chain/chain.hpp"
#include "diag/diagnostics.hpp"

namespace retort::compiler::lower {

class Report {
 public:
  Report(diag::Diagnostics& diagnostics, const chain::SectionRef& section,
         const std::vector<dialect::Engine>& engines, std::string revision, bool locked = false)
      : diagnostics_(diagnostics),
        section_(section),
        engines_(engines),
        revision_(std::move(revision)),
        locked_(locked) {}

  // The statement that is being compiled.
  void start(source::Span statement) { statement_ = statement; }

  // not-portable at `span`. Without `help` the way out is an engine section.
  void refuse(source::Span span, std::string_view text, std::string_view help = {});
  // A flag whose text is `text`.
  diag::Diagnostics::Builder warn(diag::Kind kind, source::Span span, std::string_view text);
  void bad_storage(source::Span span, std::string_view text, std::string_view help);
  void unknown_table(source::Span span, const std::string& name,
                     const std::vector<std::string>& candidates);
  void unknown_column(source::Span span, const std::string& name,
                      const std::vector<std::string>& candidates);
  diag::Diagnostics& diagnostics() { return diagnostics_; }
  const std::string& revision() const { return revision_; }

 private:
  diag::Diagnostics& diagnostics_;
  const chain::SectionRef& section_;
  const std::vector<dialect::Engine>& engines_;
  std::string revision_;
  bool locked_;  // it cannot be edited: warnings are not repeated
  source::Span statement_;
  diag::Diagnostic unheard_{};
};

}  // namespace retort::compiler::lower
