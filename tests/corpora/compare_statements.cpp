// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Whether retort cuts a chain as the engine's own splitter cuts it. In: engine, layout, the folder
// of the migrations, and a folder with 00001.up.sql, 00001.down.sql, … in the order of application.
// Out: "N same" and exit 0, or what differs first and exit 1. For tests/corpora.sh.
#include <pg_query.h>
#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <sstream>
#include <string>
#include <vector>

#include "chain/chain.hpp"

namespace {

namespace compiler = retort::compiler;
using Statements = std::vector<std::string>;

// Without CR, as retort reads text.
std::string read_file(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::stringstream text;
  text << file.rdbuf();
  std::string bytes = text.str();
  bytes.erase(std::remove(bytes.begin(), bytes.end(), '\r'), bytes.end());
  return bytes;
}

// Without white space, comments and ';' in front and behind; the text between stays.
std::string trimmed(std::string text) {
  static constexpr std::string_view blank = " \t\r\n\f\v;";
  for (std::size_t before = text.size() + 1; before != text.size();) {
    before = text.size();
    text.erase(0, std::min(text.find_first_not_of(blank), text.size()));
    if (text.compare(0, 2, "--") == 0) text.erase(0, std::min(text.find('\n'), text.size()));
    if (text.compare(0, 2, "/*") != 0) continue;
    std::size_t depth = 0;
    std::size_t at = 0;
    do {
      if (text.compare(at, 2, "/*") == 0)
        ++depth, at += 2;
      else if (text.compare(at, 2, "*/") == 0)
        --depth, at += 2;
      else
        ++at;
    } while (depth > 0 && at < text.size());
    text.erase(0, at);
  }
  while (!text.empty() && blank.find(text.back()) != std::string_view::npos) text.pop_back();
  return text;
}

// The splitter counts comments behind the last token, where no ';' ends the statement.
bool is_same(const std::string& ours, const std::string& theirs) {
  return theirs.compare(0, ours.size(), ours) == 0 && trimmed(theirs.substr(ours.size())).empty();
}

void add(Statements& statements, const std::string& text) {
  std::string statement = trimmed(text);
  if (!statement.empty()) statements.push_back(std::move(statement));
}

std::string cut_postgres(const std::string& text, Statements& statements) {
  const PgQuerySplitResult result = pg_query_split_with_parser(text.c_str());
  std::string error;
  if (result.error != nullptr) error = result.error->message;
  for (int i = 0; i < result.n_stmts; ++i) {
    add(statements, text.substr(static_cast<std::size_t>(result.stmts[i]->stmt_location),
                                static_cast<std::size_t>(result.stmts[i]->stmt_len)));
  }
  pg_query_free_split_result(result);
  return error;
}

// As the shell does: up to the first ';' behind which sqlite3_complete() is content.
void cut_sqlite(const std::string& text, Statements& statements) {
  std::string statement;
  for (const char c : text) {
    statement += c;
    if (c != ';' || sqlite3_complete(statement.c_str()) == 0) continue;
    add(statements, statement);
    statement.clear();
  }
  add(statements, statement);
}

// What the readers take out of a file: the runtime owns the transaction and the foreign keys.
bool is_runtime_business(const std::string& statement) {
  std::string words = statement.substr(0, 40);
  std::transform(words.begin(), words.end(), words.begin(),
                 [](char c) { return static_cast<char>(c >= 'A' && c <= 'Z' ? c + 32 : c); });
  static constexpr std::array<std::string_view, 7> starts = {"begin",
                                                             "commit",
                                                             "end",
                                                             "start transaction",
                                                             "pragma foreign_keys",
                                                             "pragma main.foreign_keys",
                                                             "pragma defer_foreign_keys"};
  return std::any_of(starts.begin(), starts.end(), [&](std::string_view start) {
    return words.compare(0, start.size(), start) == 0;
  });
}

Statements without_business(const Statements& statements) {
  Statements result;
  std::copy_if(statements.begin(), statements.end(), std::back_inserter(result),
               [](const std::string& text) { return !is_runtime_business(text); });
  return result;
}

Statements of_section(const compiler::chain::SectionRef& section) {
  Statements statements;
  if (section.part == nullptr) return statements;
  const compiler::lex::TokenizedFile& file = section.file->tokens;
  for (const compiler::lex::Statement& statement : section.part->statements) {
    add(statements, std::string(file.file->slice(file.span(statement))));
  }
  return statements;
}

struct Comparison {
  compiler::dialect::Engine engine;
  std::size_t same = 0;
  bool good = true;

  void compare(const std::string& id, const compiler::chain::SectionRef& section,
               const std::string& path) {
    Statements theirs;
    const std::string text = read_file(path);
    if (engine == compiler::dialect::Engine::sqlite) {
      cut_sqlite(text, theirs);
    } else if (const std::string error = cut_postgres(text, theirs); !error.empty()) {
      std::cerr << id << ": the splitter fails: " << error << "\n";
      return;
    }
    theirs = without_business(theirs);
    const Statements ours = without_business(of_section(section));
    const auto [a, b] =
        std::mismatch(ours.begin(), ours.end(), theirs.begin(), theirs.end(), is_same);
    same += static_cast<std::size_t>(a - ours.begin());
    if (a == ours.end() && b == theirs.end()) return;
    good = false;
    std::cerr << id << ": " << ours.size() << " statements, the splitter has " << theirs.size()
              << "; statement " << (a - ours.begin()) + 1 << " differs\n--- retort\n"
              << (a == ours.end() ? "(none)" : *a) << "\n--- splitter\n"
              << (b == theirs.end() ? "(none)" : *b) << "\n";
  }
};

int run(const std::string& engine, const std::string& layout, const std::string& folder,
        const std::string& oracle) {
  compiler::source::RealFileSystem files;
  compiler::source::SourceFiles sources;
  compiler::diag::Diagnostics diagnostics;
  compiler::chain::LoadOptions options;
  options.directory = folder;
  options.layout = layout;
  Comparison comparison{*compiler::dialect::engine_by_name(engine)};
  options.engines = {comparison.engine};
  const compiler::chain::Chain chain = load(options, files, sources, diagnostics);
  std::size_t number = 0;
  for (const compiler::chain::Revision& revision : chain.revisions) {
    std::array<char, 16> name{};
    std::snprintf(name.data(), name.size(), "/%05zu", ++number);
    const std::string path = oracle + name.data();
    comparison.compare(revision.id, revision.bodies.front().up, path + ".up.sql");
    comparison.compare(revision.id, revision.bodies.front().down, path + ".down.sql");
  }
  std::cout << comparison.same << (comparison.good ? " same" : " DIFFERS") << "\n";
  return comparison.good ? 0 : 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 5) {
    std::cerr << "usage: retort_compare_statements ENGINE LAYOUT FOLDER ORACLE\n";
    return 2;
  }
  return run(argv[1], argv[2], argv[3], argv[4]);
}
