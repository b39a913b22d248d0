// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The helpers of support.hpp.
#include "support.hpp"

#include <algorithm>

namespace retort::compiler::lex::test {
namespace {

bool is_space(char byte) { return std::string_view(" \t\n\r\f\v").find(byte) != std::string::npos; }

// Whether a gap between tokens holds white space and comments only. In PostgreSQL the ';' of a COPY
// and the end of its rows are no tokens, nor, after an error, what stands behind the ';' in its
// line.
bool is_gap(std::string_view gap, bool postgres) {
  for (std::size_t i = 0; i < gap.size();) {
    const std::string_view rest = gap.substr(i);
    const auto line_end = [&](std::string_view ends) {
      return i + std::min(rest.find_first_of(ends), rest.size());
    };
    if (is_space(gap[i])) {
      ++i;
    } else if (postgres && gap[i] == ';') {
      i = line_end("\n");
    } else if (rest.starts_with("--")) {
      i = line_end(postgres ? "\n\r" : "\n");
    } else if (rest.starts_with("/*")) {
      int depth = 1;
      for (i += 2; i < gap.size() && depth > 0; ++i) {
        const std::string_view two = gap.substr(i, 2);
        if (two == "*/") --depth, ++i;
        if (postgres && two == "/*") ++depth, ++i;
      }
    } else if (postgres && (rest.starts_with("\\restrict") || rest.starts_with("\\unrestrict") ||
                            rest.starts_with("\\."))) {
      i = line_end("\n");
    } else {
      return false;
    }
  }
  return true;
}

std::string broken_statements(const TokenizedFile& file, const Part& part) {
  std::uint32_t at = part.first_token;
  for (const Statement& statement : part.statements) {
    if (statement.first < at || statement.last <= statement.first) return "statements overlap";
    if (statement.last > part.last_token) return "statement behind its part";
    at = statement.last;
    for (std::uint32_t i = statement.first; i < statement.last; ++i) {
      const TokenKind kind = file.tokens[i].kind;
      if (kind == TokenKind::comment || kind == TokenKind::directive) return "comment in statement";
      const bool last = i + 1 == statement.last;
      if (kind == TokenKind::copy_data && !last) return "copy data not last";
      if (last && !statement.has_error && file.text(file.tokens[i]) == ";")
        return "statement ends in ';'";
    }
  }
  return {};
}

}  // namespace

Lexed::Lexed(std::string_view text, LexOptions options)
    : files_(std::make_unique<source::SourceFiles>()) {
  file_ = tokenize(files_->add("test.sql", text), options, diagnostics_);
}

std::vector<std::string> Lexed::statements(std::size_t part) const {
  std::vector<std::string> result;
  for (const Statement& statement : file_.parts.at(part).statements) {
    result.emplace_back(files_->get(1).slice(file_.span(statement)));
  }
  return result;
}

std::vector<std::string> Lexed::tokens() const {
  std::vector<std::string> result;
  for (const Token& token : file_.tokens) {
    result.push_back(std::string(kind_name(token.kind)) + " " + std::string(file_.text(token)));
  }
  return result;
}

std::vector<std::string> Lexed::errors() const {
  std::vector<std::string> result;
  for (const diag::Diagnostic* diagnostic : diagnostics_.sorted()) {
    const auto position = files_->get(1).position(diagnostic->span.begin);
    result.push_back(std::to_string(position.line) + ":" + std::to_string(position.column) + ": " +
                     diagnostic->text);
  }
  return result;
}

std::string Lexed::parts() const {
  std::string result;
  for (const Part& part : file_.parts) {
    result += part.has_directive ? std::string(file_.text(file_.tokens[part.first_token]))
                                 : std::string("leading");
    result += " => " + std::string(dialect::engine_name(part.dialect)) + ":";
    for (const Statement& statement : part.statements) {
      result += &statement == part.statements.data() ? " " : " | ";
      result += files_->get(1).slice(file_.span(statement));
      if (statement.has_error) result += "!";
    }
    result += "\n";
  }
  return result;
}

std::string Lexed::canonical(std::size_t part) const {
  return canonical_tokens(file_, file_.parts.at(part));
}

std::string_view kind_name(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return "word";
    case TokenKind::quoted_name:
      return "quoted_name";
    case TokenKind::string:
      return "string";
    case TokenKind::number:
      return "number";
    case TokenKind::parameter:
      return "parameter";
    case TokenKind::op:
      return "op";
    case TokenKind::punctuation:
      return "punctuation";
    case TokenKind::comment:
      return "comment";
    case TokenKind::directive:
      return "directive";
    case TokenKind::copy_data:
      return "copy_data";
    case TokenKind::backslash:
      return "backslash";
    case TokenKind::invalid:
      return "invalid";
  }
  return "?";
}

std::string broken_invariant(const Lexed& lexed) {
  const TokenizedFile& file = lexed.file();
  if (file.parts.empty()) return "no part";
  if (file.parts.front().has_directive) return "the leading part has a directive";
  std::uint32_t at_token = 0;
  std::size_t covered = 0;      // up to where the parts reach
  std::size_t section_end = 0;  // behind the last directive
  for (std::size_t p = 0; p < file.parts.size(); ++p) {
    const Part& part = file.parts[p];
    if (part.first_token != at_token || part.last_token < at_token) return "parts overlap";
    at_token = part.last_token;
    const bool second =
        p > 0 && part.has_directive && file.parts[p - 1].has_directive &&
        file.tokens[part.first_token].begin == file.tokens[file.parts[p - 1].first_token].begin;
    std::size_t at = second ? section_end : covered;
    if (second) at = file.tokens[part.first_token].begin;
    for (std::uint32_t i = part.first_token; i < part.last_token; ++i) {
      const Token& token = file.tokens[i];
      if (token.begin < at || std::size_t{token.begin} + token.length > lexed.text().size()) {
        return "token " + std::to_string(i) + " out of order or range";
      }
      const std::string_view gap = lexed.text().substr(at, token.begin - at);
      const bool rows = token.kind == TokenKind::copy_data;
      if (token.length == 0 && !rows) return "empty token";
      // What stands in front of a directive was read in the dialect of the part before.
      const Part& reader = i == part.first_token && p > 0 ? file.parts[p - 1] : part;
      const bool postgres = reader.dialect == Engine::postgres;
      if (!is_gap(gap, postgres)) {
        return "bytes before token " + std::to_string(i) + " are nowhere";
      }
      at = token.begin + token.length;
    }
    if (part.has_directive) section_end = file.tokens[part.first_token].begin;
    covered = at;
    const std::string broken = broken_statements(file, part);
    if (!broken.empty()) return broken;
  }
  const bool postgres = file.parts.back().dialect == Engine::postgres;
  if (!is_gap(lexed.text().substr(covered), postgres)) return "bytes at the end are nowhere";
  return {};
}

}  // namespace retort::compiler::lex::test
