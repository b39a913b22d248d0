// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Any bytes as a migration file: lexed, parsed, dumped, and its messages rendered. Beside not
// crashing: every span lies in the file, words are what stands at their spans, and what is called
// broken was diagnosed.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "ast/dump.hpp"
#include "diag/render.hpp"
#include "lex/lex.hpp"
#include "parse/parse.hpp"

namespace {

using namespace retort::compiler;

void require(bool condition) {
  if (!condition) std::abort();
}

void check_span(source::Span span, const source::SourceFile& file) {
  require(span.file == file.id());
  require(span.begin <= span.end);
  require(span.end <= file.text().size());
}

void check_word(const ast::Word& word, const source::SourceFile& file) {
  check_span(word.span, file);
  require(file.slice(word.span) == word.text);
}

void check_header(const ast::Header& header, const source::SourceFile& file) {
  check_span(header.span, file);
  if (!header.message.text.empty()) check_word(header.message, file);
  if (header.revision_id) check_word(*header.revision_id, file);
  if (header.has_revises) check_span(header.revises_span, file);
  if (header.create_date) check_word(*header.create_date, file);
  for (const ast::Word& word : header.revises) check_word(word, file);
  for (const ast::Word& word : header.branch_labels) check_word(word, file);
  for (const ast::DependsOn& other : header.depends_on) {
    check_word(other.chain, file);
    check_word(other.revision, file);
  }
}

void check_sections(const ast::MigrationFile& parsed, const lex::TokenizedFile& tokens) {
  for (const ast::Section& section : parsed.sections) {
    check_span(section.directive, *tokens.file);
    require(!section.parts.empty());
    for (const std::uint32_t part : section.parts) require(part < tokens.parts.size());
    for (const ast::Word& word : section.engine_words) check_span(word.span, *tokens.file);
    if (section.irreversible) check_span(*section.irreversible, *tokens.file);
  }
  for (const ast::Waiver& waiver : parsed.waivers) {
    check_word(waiver.name, *tokens.file);
    check_span(waiver.span, *tokens.file);
    check_span(waiver.covers, *tokens.file);
    require(!waiver.reason.empty());
    require(waiver.span.end <= waiver.covers.begin);
  }
}

void run(std::string_view bytes, lex::LexOptions options) {
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  const source::SourceFile& file = sources.add("fuzz.sql", bytes);
  const lex::TokenizedFile tokens = lex::tokenize(file, options, diagnostics);
  const ast::MigrationFile parsed =
      parse::parse_migration(tokens, diagnostics, {options.directives});
  check_header(parsed.header, file);
  check_sections(parsed, tokens);
  require(!(parsed.header.broken || parsed.sections_broken) || diagnostics.has_errors());
  require(options.directives || parsed.sections.empty());
  diagnostics.report_unused_waivers();
  for (const diag::Diagnostic* diagnostic : diagnostics.sorted()) {
    check_span(diagnostic->span, file);
    for (const diag::Note& note : diagnostic->notes) check_span(note.span, file);
  }
  diag::render_gnu(diagnostics, sources);
  ast::dump(parsed);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  run(bytes, {dialect::Engine::sqlite, true});
  run(bytes, {dialect::Engine::postgres, true});
  run(bytes, {dialect::Engine::sqlite, false});
  return 0;
}
