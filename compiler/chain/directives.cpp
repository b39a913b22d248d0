// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Directives of other tools. In: a file that the lexer cut at them. Out: sections, and findings
// where the tool's own way of looking would see something else.
#include "chain/directives.hpp"

#include <algorithm>

#include "chain/draft.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;
using lex::TokenKind;

std::string_view name_of(TokenKind kind) {
  if (kind == TokenKind::comment) return "a comment";
  if (kind == TokenKind::string) return "a string";
  if (kind == TokenKind::quoted_name) return "a quoted name";
  return kind == TokenKind::copy_data ? "the rows of a COPY" : "a statement";
}

// What the lexer sees at `offset`; nothing where a directive begins there.
std::optional<TokenKind> kind_at(const ParsedFile& file, std::size_t offset) {
  const auto& tokens = file.tokens.tokens;
  const auto next =
      std::upper_bound(tokens.begin(), tokens.end(), offset,
                       [](std::size_t at, const lex::Token& token) { return at < token.begin; });
  if (next == tokens.begin()) return TokenKind::invalid;
  const lex::Token& token = *std::prev(next);
  if (token.begin + token.length <= offset) return TokenKind::comment;  // inside a statement
  if (token.kind == TokenKind::directive) return std::nullopt;
  return token.kind;
}

// Whether the tool takes the end of this line for the end of a statement.
bool ends_statement(std::string_view line) {
  std::string_view last;
  for (std::string_view word; !(word = take_word(line)).empty(); last = word) {
    if (word.substr(0, 2) == "--") break;
  }
  return !last.empty() && last.back() == ';';
}

}  // namespace

bool in_first_column(const ParsedFile& file, const lex::Token& token) {
  return token.begin == 0 || file.tokens.file->text()[token.begin - 1] == '\n';
}

void report_before_directives(const ParsedFile& file, std::string_view first,
                              diag::Diagnostics& diagnostics) {
  const lex::Part& leading = file.tokens.parts.front();
  const bool has_directives = file.tokens.parts.size() > 1;
  if (leading.has_directive || leading.statements.empty() || !has_directives) return;
  diagnostics.report(Kind::before_directive, file.tokens.span(leading.statements.front()), {first})
      .help("put it behind that line, or make it a comment");
}

void report_no_up_directive(const ParsedFile& file, std::string_view first,
                            diag::Diagnostics& diagnostics) {
  diagnostics.report(Kind::no_up_directive, file_start(file), {first})
      .help("put it on a line of its own before the SQL");
}

void report_hidden_directives(const ParsedFile& file, std::string_view tool,
                              const std::function<bool(std::string_view line)>& is_directive,
                              diag::Diagnostics& diagnostics) {
  const source::SourceFile& source = *file.tokens.file;
  const std::string_view text = source.text();
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    const std::string_view line = text.substr(at, end - at);
    const std::size_t begin = at;
    at = end + 1;
    if (line.substr(0, 2) != "--" || !is_directive(line)) continue;
    const auto kind = kind_at(file, begin);
    if (!kind) continue;
    const source::Span span{source.id(), static_cast<std::uint32_t>(begin),
                            static_cast<std::uint32_t>(end)};
    diagnostics.report(Kind::hidden_directive, span, {tool, name_of(*kind)})
        .help("retort reads it as what it is; write the line in other words");
  }
}

bool report_statement_cut(const ParsedFile& file, const lex::Part& part, std::string_view tool,
                          std::string_view tag, diag::Diagnostics& diagnostics) {
  const std::string_view text = file.tokens.file->text();
  for (const lex::Statement& statement : part.statements) {
    const source::Span span = file.tokens.span(statement);
    std::size_t line = text.rfind('\n', span.begin) + 1;  // npos + 1 is 0
    for (std::size_t end; (end = text.find('\n', line)) < span.end; line = end + 1) {
      if (end < span.begin || !ends_statement(text.substr(line, end - line))) continue;
      const std::string mark = "'-- " + std::string(tag) + " Statement";
      const source::Span place{span.file, static_cast<std::uint32_t>(line),
                               static_cast<std::uint32_t>(end)};
      diagnostics.report(Kind::statement_cut, place, {tool})
          .help("put " + mark + "Begin' before the statement and " + mark + "End' behind it");
      return true;
    }
  }
  return false;
}

bool report_outside(const ParsedFile& file, const lex::Part& part, std::string_view first,
                    diag::Diagnostics& diagnostics) {
  if (part.statements.empty()) return false;
  diagnostics.report(Kind::before_directive, file.tokens.span(part.statements.front()), {first})
      .help("put it behind that line, or make it a comment");
  return true;
}

std::string_view take_word(std::string_view& text) {
  text.remove_prefix(std::min(text.find_first_not_of(blanks), text.size()));
  const std::string_view word = text.substr(0, text.find_first_of(blanks));
  text.remove_prefix(word.size());
  return word;
}

source::Span span_of(const ParsedFile& file, std::string_view text) {
  const source::SourceFile& source = *file.tokens.file;
  const auto begin = static_cast<std::uint32_t>(text.data() - source.text().data());
  return {source.id(), begin, begin + static_cast<std::uint32_t>(text.size())};
}

lex::Part& SectionBuilder::part(const lex::Part& first) {
  if (part_ == nullptr) {
    part_ = parts_.emplace_back(std::make_unique<lex::Part>(first)).get();
    part_->statements.clear();
  }
  return *part_;
}

void SectionBuilder::append(const lex::Part& part) {
  lex::Part& section = this->part(part);
  section.statements.insert(section.statements.end(), part.statements.begin(),
                            part.statements.end());
  if (section.last_token == part.first_token) section.last_token = part.last_token;
}

void SectionBuilder::prepend(const lex::Part& part) {
  auto& statements = this->part(part).statements;
  statements.insert(statements.begin(), part.statements.begin(), part.statements.end());
}

SectionRef SectionBuilder::section(bool transaction) const {
  SectionRef section;
  if (part_ == nullptr) return section;
  section.file = &file_;
  section.part = part_;
  section.transaction = transaction;
  return section;
}

}  // namespace retort::compiler::chain
