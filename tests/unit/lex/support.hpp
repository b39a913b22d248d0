// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Lexes a text and shows the result in a form that a test can compare.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "diag/diagnostics.hpp"
#include "lex/lex.hpp"
#include "source/source_file.hpp"

namespace retort::compiler::lex::test {

using dialect::Engine;

// A lexed text with everything that it refers to.
class Lexed {
 public:
  Lexed(std::string_view text, LexOptions options);
  Lexed(std::string_view text, Engine engine) : Lexed(text, LexOptions{engine, true}) {}

  const TokenizedFile& file() const { return file_; }
  const diag::Diagnostics& diagnostics() const { return diagnostics_; }
  std::string_view text() const { return files_->get(1).text(); }

  // The statements of a part, as written.
  std::vector<std::string> statements(std::size_t part = 0) const;
  // "word SELECT", "number 1", "punctuation ;", … of all parts.
  std::vector<std::string> tokens() const;
  // "1:8: unterminated string", …
  std::vector<std::string> errors() const;
  // One line per part: "leading sqlite: SELECT 1 | SELECT 2!" ('!': has_error); a part with a
  // directive begins with its text.
  std::string parts() const;
  std::string canonical(std::size_t part = 0) const;

 private:
  std::unique_ptr<source::SourceFiles> files_;
  diag::Diagnostics diagnostics_;
  TokenizedFile file_;
};

std::string_view kind_name(TokenKind kind);

// What must hold for every input, or what does not: tokens in order and inside the text; every
// byte of a token, of white space or of a comment; statements in order, not empty, without ';' and
// comments; parts behind each other. Empty where all holds.
std::string broken_invariant(const Lexed& lexed);

}  // namespace retort::compiler::lex::test
