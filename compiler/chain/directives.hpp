// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what the layouts share whose files other tools cut at directives.
#pragma once

#include <functional>
#include <string_view>

#include "chain/layouts.hpp"

namespace retort::compiler::chain {

// The directive that begins a part; the part must have one.
inline const lex::Token& directive_of(const ParsedFile& file, const lex::Part& part) {
  return file.tokens.tokens[part.first_token];
}

// Whether nothing at all stands before the token in its line.
bool in_first_column(const ParsedFile& file, const lex::Token& token);

// Statements before the first directive, which no tool runs; `first` is how it is written.
void report_before_directives(const ParsedFile& file, std::string_view first,
                              diag::Diagnostics& diagnostics);

// A file without what begins its up section.
void report_no_up_directive(const ParsedFile& file, std::string_view first,
                            diag::Diagnostics& diagnostics);

// The tools look for their directives line by line. Where `is_directive` holds for a line that the
// lexer sees inside something else, the tool runs another SQL.
void report_hidden_directives(const ParsedFile& file, std::string_view tool,
                              const std::function<bool(std::string_view line)>& is_directive,
                              diag::Diagnostics& diagnostics);

// The first statement that a tool cuts in two which ends statements at lines that end with ';';
// `tag` is what its marks begin with. Whether there is one.
bool report_statement_cut(const ParsedFile& file, const lex::Part& part, std::string_view tool,
                          std::string_view tag, diag::Diagnostics& diagnostics);

// Statements behind a directive that begins no section, which no tool runs either. Whether there
// are some.
bool report_outside(const ParsedFile& file, const lex::Part& part, std::string_view first,
                    diag::Diagnostics& diagnostics);

// What stands between words of a directive.
inline constexpr std::string_view blanks = " \t\r\f\v";

// Takes the next word from the front of `text`; empty where there is none.
std::string_view take_word(std::string_view& text);

// Where `text`, a part of the file's own, stands.
source::Span span_of(const ParsedFile& file, std::string_view text);

// What stands between directives, put together to one section.
class SectionBuilder {
 public:
  SectionBuilder(const ParsedFile& file, std::vector<std::unique_ptr<lex::Part>>& parts)
      : file_(file), parts_(parts) {}

  // Behind what is there already, or before it.
  void append(const lex::Part& part);
  void prepend(const lex::Part& part);
  bool begun() const { return part_ != nullptr; }
  // No part where nothing was added.
  SectionRef section(bool transaction) const;

 private:
  lex::Part& part(const lex::Part& first);

  const ParsedFile& file_;
  std::vector<std::unique_ptr<lex::Part>>& parts_;
  lex::Part* part_ = nullptr;
};

}  // namespace retort::compiler::chain
