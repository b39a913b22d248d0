// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The output of `alembic upgrade --sql` and `alembic downgrade --sql`. In: a tokenized file. Out: a
// section per "-- Running" line, with the author's statements alone. A line counts only where the
// lexer sees a comment between statements: the same words inside a string are text.
#include "chain/alembic_script.hpp"

#include <algorithm>
#include <string_view>

#include "chain/outer_transaction.hpp"
#include "dialect/ascii.hpp"

namespace retort::compiler::chain {
namespace {

using diag::Kind;

constexpr std::string_view running = "-- Running ";

bool starts_with(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

// The ids between `begin` and `end` of the file, separated by ", ".
std::vector<AlembicName> names_in(const source::SourceFile& file, std::size_t begin,
                                  std::size_t end) {
  std::vector<AlembicName> names;
  const std::string_view text = file.text();
  constexpr std::string_view separators = ", \t\r";
  for (std::size_t at = begin; at < end;) {
    const std::size_t first = std::min(text.find_first_not_of(separators, at), end);
    const std::size_t behind = std::min(text.find_first_of(separators, first), end);
    if (behind > first) {
      names.push_back(
          {std::string(text.substr(first, behind - first)),
           {file.id(), static_cast<std::uint32_t>(first), static_cast<std::uint32_t>(behind)}});
    }
    at = behind + 1;
  }
  return names;
}

// A statement as its tokens' texts: a few of them are all that is ever looked at.
class Words {
 public:
  Words(const lex::TokenizedFile& file, const lex::Statement& statement)
      : file_(file), statement_(statement) {}

  std::size_t size() const { return statement_.last - statement_.first; }
  std::string_view raw(std::size_t index) const {
    return index < size() ? file_.text(token(index)) : std::string_view();
  }
  bool is(std::size_t index, std::string_view word) const {
    return index < size() && token(index).kind != lex::TokenKind::quoted_name &&
           dialect::equal_ignoring_case(raw(index), word);
  }
  bool begins_with(std::initializer_list<std::string_view> words) const {
    std::size_t index = 0;
    return std::all_of(words.begin(), words.end(),
                       [&](std::string_view word) { return is(index++, word); });
  }

 private:
  const lex::Token& token(std::size_t index) const {
    return file_.tokens[statement_.first + index];
  }
  const lex::TokenizedFile& file_;
  const lex::Statement& statement_;
};

class Cutter {
 public:
  Cutter(const ParsedFile& file, diag::Diagnostics& diagnostics)
      : parsed_(file), file_(file.tokens), diagnostics_(diagnostics) {}

  AlembicScript run() {
    const std::vector<lex::Statement>& statements = file_.parts.front().statements;
    std::size_t next = 0;
    for (std::uint32_t i = 0; i < file_.tokens.size() && !has_log_; ++i) {
      if (next < statements.size() && i == statements[next].first) {
        add(statements[next]);
        i = statements[next++].last - 1;
        continue;
      }
      if (file_.tokens[i].kind == lex::TokenKind::comment) cut(i);
    }
    finish();
    return {std::move(sections_), has_log_};
  }

 private:
  // --- The lines

  void cut(std::uint32_t index) {
    const lex::Token& token = file_.tokens[index];
    const std::string_view text = file_.text(token);
    if (!starts_with(text, running)) return;
    const std::string_view rest = text.substr(running.size());
    const bool down = starts_with(rest, "downgrade ");
    const std::size_t arrow = text.find("->");
    if ((!down && !starts_with(rest, "upgrade ")) || arrow == std::string_view::npos) {
      diagnostics_.report(Kind::alembic_line, file_.span(token))
          .help("write the script again, without it:  alembic upgrade base:head --sql");
      return;
    }
    finish();
    AlembicSection& section = sections_.emplace_back();
    section.down = down;
    section.line = file_.span(token);
    const std::size_t verb = running.size() + (down ? 10 : 8);
    section.from = names_in(*file_.file, token.begin + std::min(verb, arrow), token.begin + arrow);
    section.to = names_in(*file_.file, token.begin + arrow + 2, token.begin + token.length);
    section.part.dialect = file_.parts.front().dialect;
    section.part.first_token = index;
    committed_ = false;
  }

  void finish() {
    if (sections_.empty()) return;
    sections_.back().part.last_token = static_cast<std::uint32_t>(file_.tokens.size());
  }

  // --- The statements

  void add(const lex::Statement& statement) {
    if (is_log_line(statement)) return;
    if (sections_.empty()) {
      preamble(statement);
      return;
    }
    if (is_version_statement(Words(file_, statement))) return;
    AlembicSection& section = sections_.back();
    const TransactionWord word = transaction_word(file_, statement);
    // Alembic's own come in turns. Others stay, and are diagnosed where all layouts are.
    if (word == TransactionWord::commit && !committed_) {
      committed_ = true;
    } else if (word == TransactionWord::begin && (committed_ || section.part.statements.empty())) {
      committed_ = false;
    } else {
      if (committed_) section.transaction = false;
      section.part.statements.push_back(statement);
    }
  }

  // "INFO  [alembic.runtime.migration] Running upgrade …": the lines have no ';' and became the
  // beginning of the statement behind them.
  bool is_log_line(const lex::Statement& statement) {
    const Words words(file_, statement);
    const bool level = words.is(0, "info") || words.is(0, "warning") || words.is(0, "debug");
    const std::string_view name = words.raw(1) == "[" ? words.raw(2) : words.raw(1);
    if (!level || name.find("alembic") == std::string_view::npos) return false;
    has_log_ = true;
    const source::Span first = file_.span(file_.tokens[statement.first]);
    diagnostics_.report(Kind::alembic_log, first)
        .help("write the script again:  alembic upgrade base:head --sql 2>/dev/null > " +
              parsed_.path);
    return true;
  }

  // Alembic's CREATE TABLE tells how its table is called; BEGIN and it are all that may stand here.
  void preamble(const lex::Statement& statement) {
    const Words words(file_, statement);
    if (words.begins_with({"create", "table"})) {
      std::size_t paren = 2;
      while (paren < words.size() && words.raw(paren) != "(") ++paren;
      const bool version =
          words.is(paren + 1, "version_num") || words.raw(paren + 1) == "\"version_num\"";
      if (version && paren - 2 <= max_name_tokens) {
        version_table_.clear();
        for (std::size_t i = 2; i < paren; ++i) version_table_.emplace_back(words.raw(i));
        return;
      }
    }
    if (transaction_word(file_, statement) == TransactionWord::begin) return;
    diagnostics_.report(Kind::alembic_preamble, file_.span(statement))
        .help("put the statement into a migration, or delete it");
  }

  bool is_version_statement(const Words& words) const {
    std::size_t table = 2;
    if (words.begins_with({"update"})) {
      table = 1;
    } else if (!words.begins_with({"insert", "into"}) && !words.begins_with({"delete", "from"}) &&
               !words.begins_with({"drop", "table"})) {
      return false;
    }
    for (const std::string& part : version_table_) {
      if (words.raw(table++) != part) return false;
    }
    return words.raw(table) != ".";
  }

  static constexpr std::size_t max_name_tokens = 3;  // schema . table

  const ParsedFile& parsed_;
  const lex::TokenizedFile& file_;
  diag::Diagnostics& diagnostics_;
  std::vector<AlembicSection> sections_;
  std::vector<std::string> version_table_ = {"alembic_version"};
  bool committed_ = false;  // a COMMIT stood in this section, and no BEGIN since
  bool has_log_ = false;
};

}  // namespace

AlembicScript cut_alembic_script(const ParsedFile& file, diag::Diagnostics& diagnostics) {
  return Cutter(file, diagnostics).run();
}

}  // namespace retort::compiler::chain
