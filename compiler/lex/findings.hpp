// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Lexical errors on hold: lexing may go back and read a stretch again, and what it had found there
// must not be reported.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "diag/diagnostics.hpp"
#include "source/source_file.hpp"

namespace retort::compiler::lex {

struct Finding {
  diag::Kind kind;
  std::uint32_t begin;
  std::uint32_t end;
  std::string arguments[2];
  std::string help;  // empty for none
};

class Findings {
 public:
  // A run of one unexpected character makes one finding. Beyond max_lexical_errors a finding is
  // only counted.
  void add(Finding finding);
  std::size_t size() const { return findings_.size(); }
  // Forgets what was found in [offset, …), but not the first `keep` findings: they are of other
  // parts, one of which may be the same text in the other dialect.
  void drop_from(std::uint32_t offset, std::size_t keep);
  void report(const source::SourceFile& file, diag::Diagnostics& diagnostics) const;

 private:
  std::vector<Finding> findings_;
  std::size_t dropped_ = 0;
  std::uint32_t first_dropped_ = 0;
};

}  // namespace retort::compiler::lex
