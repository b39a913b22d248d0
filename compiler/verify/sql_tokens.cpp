// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The lexer's tokens of a catalogue text, normalised for comparison.
#include "verify/sql_tokens.hpp"

#include <algorithm>

#include "dialect/ascii.hpp"
#include "lex/lex.hpp"
#include "verify/connection.hpp"

namespace retort::compiler::verify {
namespace {

// "a""b", [a], `a`: without its quotes, doubled quotes once.
std::string unquoted(std::string_view text) {
  if (text.size() < 2) return std::string(text);
  const char close = text.front() == '[' ? ']' : text.front();
  std::string name;
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    name.push_back(text[i]);
    if (text[i] == close && text[i + 1] == close) ++i;
  }
  return name;
}

SqlToken normalised(lex::TokenKind kind, std::string_view text) {
  switch (kind) {
    case lex::TokenKind::word:
      return {dialect::lower_case(text), 0, true, false};
    case lex::TokenKind::quoted_name:
      return {dialect::lower_case(unquoted(text)), 0, true, true};
    default:
      return {std::string(text), 0, false, false};
  }
}

bool is_one_of(std::string_view text, std::string_view set) {
  return text.size() == 1 && set.find(text.front()) != std::string_view::npos;
}

}  // namespace

std::vector<SqlToken> sql_tokens(std::string_view sql) {
  const source::SourceFile file(1, "", sql);
  lex::LexOptions options;
  options.directives = false;
  diag::Diagnostics ignored;  // SQLite has accepted the text already
  const lex::TokenizedFile tokenized = lex::tokenize(file, options, ignored);
  std::vector<SqlToken> tokens;
  for (const lex::Token& token : tokenized.tokens) {
    if (token.kind == lex::TokenKind::comment) continue;
    tokens.push_back(normalised(token.kind, tokenized.text(token)));
    tokens.back().begin = token.begin;
  }
  return tokens;
}

std::string joined(const std::vector<SqlToken>& tokens, std::size_t first, std::size_t last) {
  std::string text;
  for (std::size_t i = first; i < std::min(last, tokens.size()); ++i) {
    const std::string& token = tokens[i].text;
    const bool blank =
        !text.empty() && !is_one_of(token, "),.;") && !is_one_of({&text.back(), 1}, "(.");
    if (blank) text.push_back(' ');
    text.append(token);
  }
  return text;
}

std::string joined(const std::vector<SqlToken>& tokens) { return joined(tokens, 0, tokens.size()); }

}  // namespace retort::compiler::verify
