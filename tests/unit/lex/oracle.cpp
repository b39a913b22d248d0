// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The comparisons of oracle.hpp.
#include "oracle.hpp"

#include <sqlite3.h>

#include <set>

#include "lex/limits.hpp"
#include "lex/scan.hpp"

namespace retort::compiler::lex::test {
namespace {

// The first ';' behind `begin` that stands in no comment.
std::size_t semicolon_behind(std::string_view text, std::size_t begin) {
  const char* end = text.data() + text.size();
  const char* p = text.data() + begin;
  while (p != end && *p != ';') {
    if (at_line_comment(p, end)) {
      p = line_comment_end(p + 2, end, Engine::postgres);
    } else if (at_block_comment(p, end)) {
      p = block_comment(p, end, Engine::postgres).end;
    } else {
      ++p;
    }
  }
  return static_cast<std::size_t>(p - text.data());
}

}  // namespace

std::vector<std::size_t> statement_ends(const Lexed& lexed) {
  std::vector<std::size_t> result;
  const TokenizedFile& file = lexed.file();
  for (const Statement& statement : file.parts.front().statements) {
    const Token& last = file.tokens[statement.last - 1];
    if (last.kind == TokenKind::copy_data) {
      const Token& stdin_word = file.tokens[statement.last - 2];
      result.push_back(semicolon_behind(lexed.text(), stdin_word.begin));
      continue;
    }
    std::uint32_t next = statement.last;
    while (next < file.tokens.size() && file.tokens[next].kind == TokenKind::comment) ++next;
    const bool ended = next < file.tokens.size() && file.text(file.tokens[next]) == ";";
    result.push_back(ended ? file.tokens[next].begin : lexed.text().size());
  }
  return result;
}

namespace {

// Every ';' that stands between statements, and where an unterminated trigger begins.
std::set<std::size_t> boundaries(const TokenizedFile& file) {
  std::set<std::size_t> result;
  std::uint32_t index = 0;
  const auto take_until = [&](std::uint32_t end) {
    for (; index < end; ++index) {
      if (file.text(file.tokens[index]) == ";") result.insert(file.tokens[index].begin);
    }
  };
  for (const Statement& statement : file.parts.front().statements) {
    take_until(statement.first);
    index = statement.last;
  }
  take_until(static_cast<std::uint32_t>(file.tokens.size()));
  return result;
}

}  // namespace

std::string differs_from_sqlite3_complete(const Lexed& lexed) {
  std::size_t broken_trigger = lexed.text().size();
  if (lexed.diagnostics().error_count() > max_lexical_errors) return {};
  for (const diag::Diagnostic* diagnostic : lexed.diagnostics().sorted()) {
    if (diagnostic->kind != diag::Kind::unterminated_trigger) continue;
    broken_trigger = diagnostic->span.begin;
    break;
  }
  const std::set<std::size_t> ours = boundaries(lexed.file());
  const std::string_view text = lexed.text();
  std::size_t start = 0;
  for (std::size_t at = text.find(';'); at != text.npos; at = text.find(';', at + 1)) {
    const bool complete =
        sqlite3_complete(std::string(text.substr(start, at + 1 - start)).c_str()) != 0;
    // Behind a trigger without END the lexer goes on, the shell waits for more.
    const bool expected = at < broken_trigger && ours.count(at) != 0;
    if (complete != expected) {
      return "byte " + std::to_string(at) + ": sqlite3_complete says " + (complete ? "yes" : "no");
    }
    if (complete) start = at + 1;
  }
  return {};
}

}  // namespace retort::compiler::lex::test
