// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The driver of the lexer. In: a file; out: its parts, each lexed in the dialect that its section
// directive names.
#include "lex/lex.hpp"

#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "lex/bytes.hpp"
#include "lex/limits.hpp"
#include "lex/part_lexer.hpp"

namespace retort::compiler::lex {
namespace {

constexpr std::size_t bytes_per_token = 4;  // a guess that saves most files from reallocation

class FileLexer {
 public:
  FileLexer(TokenizedFile& result, const LexOptions& options)
      : result_(result), options_(options), state_{result.file->text(), result.tokens, {}, 0} {}

  void run() {
    const auto size = static_cast<std::uint32_t>(state_.text.size());
    std::uint32_t at = lex_part(options_.default_dialect, no_directive, {0, size});
    while (at < size) at = lex_section(at, size);
  }

  Findings& findings() { return state_.findings; }

 private:
  static constexpr Token no_directive{0, 0, TokenKind::invalid};
  struct Limits {
    std::uint32_t begin;
    std::uint32_t end;
    bool fixed = false;  // the end is known: no directive ends the part
  };

  std::uint32_t lex_section(std::uint32_t at, std::uint32_t size) {
    const char* base = state_.text.data();
    const char* stop = line_comment_end(base + at + 2, base + size, deciding_dialect_);
    const auto behind = static_cast<std::uint32_t>(stop - base);
    const Token directive{at, behind - at, TokenKind::directive};
    bool portable = false;
    const auto engines = options_.style == DirectiveStyle::retort
                             ? named_engines(state_.text.substr(at, behind - at), &portable)
                             : dialect::EngineSet();
    if (engines.size() == 0) {
      // Portable SQL is spelt as PostgreSQL's.
      const auto dialect = portable ? dialect::Engine::postgres : options_.default_dialect;
      return lex_part(dialect, directive, {behind, size});
    }
    // Of two dialects PostgreSQL decides where the section ends: it has the more ways to hide a
    // comment.
    const bool postgres = engines.has(dialect::Engine::postgres);
    const auto first = postgres ? dialect::Engine::postgres : dialect::Engine::sqlite;
    const std::uint32_t next = lex_part(first, directive, {behind, size});
    if (engines.size() == 2) lex_part(dialect::Engine::sqlite, directive, {behind, next, true});
    return next;
  }

  std::uint32_t lex_part(dialect::Engine dialect, const Token& directive, Limits limits) {
    Part part;
    part.dialect = dialect;
    part.first_token = static_cast<std::uint32_t>(state_.tokens.size());
    part.has_directive = directive.length > 0;
    if (part.has_directive) state_.tokens.push_back(directive);
    PartRange range{limits.begin, limits.end, options_.directives && !limits.fixed,
                    state_.recoveries < max_recoveries, options_.style};
    if (range.directives && !range.recover) {
      range.end = find_section_line(state_.text, limits.begin, limits.end, options_.style)
                      .value_or(limits.end);
    }
    const std::uint32_t next = PartLexer(state_, part, range).run();
    if (!limits.fixed) deciding_dialect_ = dialect;
    part.last_token = static_cast<std::uint32_t>(state_.tokens.size());
    result_.parts.push_back(std::move(part));
    return next;
  }

  TokenizedFile& result_;
  const LexOptions& options_;
  FileState state_;
  dialect::Engine deciding_dialect_ = dialect::Engine::sqlite;  // of the last part's end
};

// A bad byte inside a statement is an error of that statement (of both, where two parts read it).
void mark_statement(TokenizedFile& file, std::uint32_t offset) {
  for (Part& part : file.parts) {
    const auto begins_before = [&file, offset](const Statement& statement) {
      return file.tokens[statement.first].begin <= offset;
    };
    const auto behind =
        std::partition_point(part.statements.begin(), part.statements.end(), begins_before);
    if (behind == part.statements.begin()) continue;
    Statement& statement = *std::prev(behind);
    if (offset < file.span(statement).end) statement.has_error = true;
  }
}

}  // namespace

TokenizedFile tokenize(const source::SourceFile& file, const LexOptions& options,
                       diag::Diagnostics& diagnostics) {
  TokenizedFile result;
  result.file = &file;
  const std::string_view text = file.text();
  if (text.size() > source::max_file_size) {
    const std::string limit = std::to_string(source::max_file_size) + " bytes";
    diagnostics.report(diag::Kind::limit_exceeded, {file.id(), 0, 0}, {"size of this file", limit});
    result.parts.push_back({options.default_dialect, 0, 0, false, {}});
    return result;
  }
  result.tokens.reserve(text.size() / bytes_per_token + 16);
  FileLexer lexer(result, options);
  lexer.run();
  for (const std::uint32_t offset : check_bytes(text, lexer.findings())) {
    mark_statement(result, offset);
  }
  lexer.findings().report(file, diagnostics);
  return result;
}

}  // namespace retort::compiler::lex
