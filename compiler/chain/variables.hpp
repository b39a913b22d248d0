// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what other tools put into the text of a migration before they run it.
#pragma once

#include <set>
#include <string>
#include <string_view>

#include "chain/collect.hpp"

namespace retort::compiler::chain {

// Replaces placeholders of flyway, $NAME between goose's ENVSUB lines and, where the chain has
// variables, fields of Go templates by the values of LoadOptions::variables. The values are part of
// the text from then on: of statements, hashes and what is compiled; places stay those of the file.
// What the tool would replace and nobody gave a value for is diagnosed.
class Variables {
 public:
  Variables(const LoadOptions& options, const Layout& layout, source::SourceFiles& sources,
            diag::Diagnostics& diagnostics)
      : options_(options), layout_(layout), sources_(sources), diagnostics_(diagnostics) {}

  void resolve(const Collected& collected);
  // Templates in files of a chain without variables, where they are no part of a string.
  void report_templates(const lex::TokenizedFile& file);
  void report_unused();

 private:
  void resolve(const source::SourceFile& file);

  const LoadOptions& options_;
  const Layout& layout_;
  source::SourceFiles& sources_;
  diag::Diagnostics& diagnostics_;
  std::set<std::string> used_;
};

}  // namespace retort::compiler::chain
