// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What every phase reports into. Diagnostics are collected during a run and rendered at its end, in
// the order of file, line and column, each finding once.
//
//   diagnostics.report(Kind::unknown_revision, span, {parent})
//       .note(other_span, "…")
//       .help("retort rebase 77ab --onto 5c1d");
//
// Not for several threads at once.
#pragma once

#include <deque>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "diag/kinds.hpp"
#include "diag/warning_options.hpp"
#include "source/source_file.hpp"

namespace retort::compiler::diag {

struct Note {
  source::Span span;
  std::string text;
};

struct Diagnostic {
  Kind kind;
  Severity severity;
  source::Span span;
  std::string text;
  std::vector<Note> notes;
  std::vector<std::string> help;  // one line each, without "help: "
  std::string waived;             // the reason of the waiver, or empty
  std::string revision;           // the revision's id where one is concerned, or empty
};

// A waiver in force for a range of source: `-- retort: allow(name) reason`.
struct Waiver {
  source::Span place;   // of the waiver itself
  source::Span covers;  // findings that begin in this range are waived
  std::string name;
  std::string reason;
  bool used = false;
};

class Diagnostics {
 public:
  explicit Diagnostics(WarningOptions options = {}) : options_(std::move(options)) {}

  // Refers to the diagnostic just reported; for a flag that is off it writes into the void.
  class Builder {
   public:
    explicit Builder(Diagnostic& diagnostic) : diagnostic_(diagnostic) {}
    Builder& note(source::Span span, std::string text);
    Builder& help(std::string line);
    Builder& revision(std::string id);

   private:
    Diagnostic& diagnostic_;
  };

  // `arguments` replace {0}, {1}, … in the kind's text.
  Builder report(Kind kind, source::Span span,
                 std::initializer_list<std::string_view> arguments = {});

  // Must be called before the findings it covers are reported.
  void add_waiver(Waiver waiver) { waivers_.push_back(std::move(waiver)); }
  // Fires unused_allow for each waiver that waived nothing; call once, at the end of a run.
  void report_unused_waivers();

  // A finding that is not worth a word: its waiver is no less used.
  void keep_quiet(Kind kind, source::Span span) { use_waiver(info(kind).name, span); }

  bool has_errors() const { return errors_reported_ > 0; }
  // With repetitions: costs nothing, for "did it report any?".
  std::size_t errors_reported() const { return errors_reported_; }
  std::size_t error_count() const;
  std::size_t warning_count() const;
  // Sorted by file id, offset, kind; duplicates removed; waived ones included (see Diagnostic).
  std::vector<const Diagnostic*> sorted() const;

 private:
  // The waiver in force at this place, marked as used; null where there is none.
  const Waiver* use_waiver(std::string_view name, source::Span span);

  WarningOptions options_;
  std::deque<Diagnostic> diagnostics_;
  std::deque<Waiver> waivers_;
  Diagnostic void_{};
  std::size_t errors_reported_ = 0;
};

}  // namespace retort::compiler::diag
