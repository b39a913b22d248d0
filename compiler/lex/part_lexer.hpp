// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Lexes and splits one part of a file in one dialect.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "lex/directive.hpp"
#include "lex/findings.hpp"
#include "lex/scan.hpp"
#include "lex/splitter.hpp"
#include "lex/token.hpp"

namespace retort::compiler::lex {

// What the parts of a file share.
struct FileState {
  std::string_view text;
  std::vector<Token>& tokens;
  Findings findings;
  std::uint32_t recoveries = 0;
};

struct PartRange {
  std::uint32_t begin;
  std::uint32_t end;
  // Whether a section directive at statement level ends the part before `end`.
  bool directives;
  // False: nothing is read again, and in PostgreSQL a ';' ends a statement in parentheses too.
  bool recover;
  DirectiveStyle style;
};

class PartLexer {
 public:
  // `part` has its dialect; tokens and statements are added.
  PartLexer(FileState& file, Part& part, PartRange range);
  // Returns where the part ends: at a section directive or at the end of its range.
  std::uint32_t run();

 private:
  // part_lexer.cpp: tokens and comments
  void next_token();
  void add_token(const char* begin, const char* end, TokenKind kind);
  void watch(const Token& token, std::uint32_t index);
  void note_quote(std::uint32_t index);
  void line_comment();
  void block_comment();
  void backslash(const char* begin, const char* end);
  bool continues_escape_string() const;
  void open_parenthesis(std::uint32_t index);
  void close_parenthesis(const Token& token);

  // statements.cpp: where they end
  void semicolon();
  void close_statement(std::uint32_t last);
  bool may_end_at_directive() const;
  bool swallowed_by_trigger() const;
  void finish_part(std::uint32_t at);
  void end_part(std::uint32_t at);
  void end_of_range();
  void copy_data();
  const char* copy_data_begin();

  // recovery.cpp: what was never closed
  void unterminated_token(std::uint32_t token);
  bool cut_at_swallowed_directive(std::uint32_t before_token, bool only_doubtful);
  bool doubtful(const Token& token) const;
  bool may_go_back() const;
  void make_invalid(std::uint32_t index, std::uint32_t end);
  void unterminated_parenthesis();
  void unterminated_body();
  void unterminated_copy();
  Finding unterminated(std::uint32_t token) const;
  std::optional<std::uint32_t> directive_behind(std::uint32_t token) const;
  std::optional<std::uint32_t> semicolon_inside(std::uint32_t parenthesis) const;
  std::optional<std::uint32_t> semicolon_of_body() const;
  void cut(Finding finding, std::optional<std::uint32_t> semicolon,
           std::optional<std::uint32_t> directive);

  void report(Finding finding);
  void report_scan_error(ScanError error, const Token& token);
  std::uint32_t offset(const char* p) const { return static_cast<std::uint32_t>(p - base_); }
  std::string_view text(const Token& token) const { return {base_ + token.begin, token.length}; }
  std::uint32_t next_index() const { return static_cast<std::uint32_t>(file_.tokens.size()); }
  bool statement_open() const { return statement_first_ != no_token; }
  bool watches() const { return postgres() ? postgres_.watches() : sqlite_.watches(); }
  bool postgres() const { return part_.dialect == dialect::Engine::postgres; }

  FileState& file_;
  Part& part_;
  PartRange range_;
  const char* base_;
  const char* p_;
  const char* end_;
  std::size_t first_finding_;  // of this part
  bool done_ = false;
  bool watching_ = true;  // whether the splitter wants the next token; it wants every first one

  std::uint32_t statement_first_ = no_token;  // of the open statement
  bool statement_has_error_ = false;
  std::vector<std::uint32_t> parentheses_;  // the open ones, as tokens
  std::size_t deeper_parentheses_ = 0;      // those beyond max_parenthesis_depth
  std::uint32_t escape_string_ = no_token;  // the last piece of an E'…'
  std::vector<std::uint32_t> swallowing_;   // quotes and rows with a section directive inside
  SqliteSplitter sqlite_;
  PostgresSplitter postgres_;
};

}  // namespace retort::compiler::lex
