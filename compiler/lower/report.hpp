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
#include "schema/schema.hpp"

namespace retort::compiler::lower {

class Report {
 public:
  // An engine section: only names that the schema knows not to exist are reported.
  Report(diag::Diagnostics& diagnostics, const chain::SectionRef& section,
         const schema::Schema& schema, std::string revision)
      : diagnostics_(diagnostics),
        section_(section),
        revision_(std::move(revision)),
        names_of_(&schema),
        locked_(true) {}
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
  // Where findings beside names go: nowhere in an engine section, which the engine itself reads.
  diag::Diagnostics& diagnostics() { return names_of_ != nullptr ? others_ : diagnostics_; }
  const std::string& revision() const { return revision_; }

 private:
  bool is_known_to_be_missing(const std::string& name) const;

  diag::Diagnostics& diagnostics_;
  const chain::SectionRef& section_;
  std::vector<dialect::Engine> engines_;
  std::string revision_;
  const schema::Schema* names_of_ = nullptr;  // null: a portable section
  bool locked_;                               // it cannot be edited: warnings are not repeated
  source::Span statement_;
  diag::Diagnostic unheard_{};
  diag::Diagnostics others_;
};

}  // namespace retort::compiler::lower
