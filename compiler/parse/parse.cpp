// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A migration file from its tokens. In: tokens, statements and parts. Out: header, sections and
// waivers, each understood as far as it can be, and a diagnostic for each thing that is not.
#include "parse/parse.hpp"

#include <string>

#include "parse/blocks.hpp"
#include "parse/header.hpp"
#include "parse/section.hpp"
#include "parse/waivers.hpp"

namespace retort::compiler::parse {
namespace {

using diag::Kind;

// Psql runs them, a server does not know them.
void report_backslash_commands(const lex::TokenizedFile& file, diag::Diagnostics& diagnostics) {
  std::size_t found = 0;
  for (const lex::Token& token : file.tokens) {
    if (token.kind != lex::TokenKind::backslash) continue;
    if (++found > max_findings) return;
    const std::string_view text = file.text(token);
    const std::string_view command = text.substr(0, text.find_first_of(" \t\r"));
    auto report = diagnostics.report(Kind::backslash_command, file.span(token), {shown(command)});
    if (command == "\\i" || command == "\\ir" || command == "\\include") {
      report.help("copy the file's statements here");
    } else if (command == "\\copy") {
      report.help("write  COPY … FROM stdin;  and the rows, up to a line '\\.'");
    } else {
      report.help("delete the line, or say it in SQL");
    }
  }
}

// What is wrong with a file as a whole. False where sections that are missing are no news.
bool check_sections(const lex::TokenizedFile& file, const Blocks& blocks,
                    diag::Diagnostics& diagnostics) {
  const source::FileId id = file.file->id();
  const lex::Statement* statement = nullptr;
  const lex::Part* leading =
      blocks.leading.parts.empty() ? nullptr : &file.parts[blocks.leading.parts.front()];
  if (leading != nullptr && !leading->statements.empty()) statement = &leading->statements.front();
  const source::Span place = statement != nullptr ? file.span(*statement) : source::Span{id, 0, 0};
  if (!blocks.sections.empty()) {
    if (statement == nullptr) return true;
    diagnostics.report(Kind::outside_section, place)
        .help("put it behind '-- migrate:up', or make it a comment");
    return true;
  }
  const std::string_view text = file.file->text();
  if (text.find_first_not_of(" \t\r\n\f\v") == std::string_view::npos) {
    diagnostics.report(Kind::empty_file, {id, 0, 0})
        .help("write the statements behind '-- migrate:up', or delete the file");
    return false;
  }
  auto report = diagnostics.report(Kind::no_sections, place);
  report.help(statement != nullptr ? "put '-- migrate:up' on a line of its own before it"
                                   : "add '-- migrate:up' and the statements behind it");
  return false;
}

}  // namespace

ast::MigrationFile parse_migration(const lex::TokenizedFile& file, diag::Diagnostics& diagnostics,
                                   const ParseOptions& options) {
  const Blocks blocks = find_blocks(file);
  ast::MigrationFile result;
  parse_annotations(file, blocks, result, diagnostics);
  result.header = parse_header(file, blocks, options.directives, diagnostics);
  report_backslash_commands(file, diagnostics);
  if (!options.directives) return result;
  bool understood = check_sections(file, blocks, diagnostics);
  for (std::size_t i = 0; i < blocks.sections.size(); ++i) {
    const Block& block = blocks.sections[i];
    if (i == max_sections) {
      diagnostics.report(Kind::limit_exceeded, block.directive,
                         {"number of sections", std::to_string(max_sections)});
      understood = false;
      break;
    }
    auto section = parse_section(file, block, diagnostics, understood);
    if (section) result.sections.push_back(std::move(*section));
  }
  result.sections_broken = !understood;
  report_keys_in_sections(file, blocks, diagnostics);
  return result;
}

}  // namespace retort::compiler::parse
