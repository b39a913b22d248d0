// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The grammar against libpg_query, which is PostgreSQL's own parser: every statement of the files
// is parsed, printed, and the two texts must have the same tree (without positions) there.
//   compare_postgres [--verbose] [--require-parsed] file.sql…
// --require-parsed: every statement must be understood, by PostgreSQL and by us.
#include <pg_query.h>

#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <map>
#include <string>

#include "ast/print.hpp"
#include "lex/lex.hpp"
#include "parse/statement.hpp"

namespace {

using namespace retort::compiler;

// Without "location":12 and the like.
std::string without_positions(std::string_view json) {
  std::string result;
  static constexpr std::string_view keys[] = {
      "\"location\":", "\"stmt_location\":", "\"stmt_len\":"};
  for (std::size_t i = 0; i < json.size();) {
    bool removed = false;
    for (const std::string_view key : keys) {
      if (json.substr(i, key.size()) != key) continue;
      i += key.size();
      while (i < json.size() && (json[i] == '-' || (json[i] >= '0' && json[i] <= '9'))) ++i;
      if (i < json.size() && json[i] == ',') {
        ++i;
      } else if (!result.empty() && result.back() == ',') {
        result.pop_back();
      }
      removed = true;
      break;
    }
    if (!removed) result += json[i++];
  }
  return result;
}

struct Tree {
  bool accepted = false;
  std::string text;  // the tree, or the message
};
Tree tree_of(const std::string& sql) {
  const PgQueryParseResult result = pg_query_parse(sql.c_str());
  Tree tree;
  tree.accepted = result.error == nullptr;
  tree.text = tree.accepted ? without_positions(result.parse_tree) : result.error->message;
  pg_query_free_parse_result(result);
  return tree;
}

struct Options {
  bool verbose = false;
  bool require_parsed = false;
};
struct Counts {
  std::size_t parsed = 0, opaque = 0, refused = 0, loose = 0, wrong = 0;
  std::map<std::string, std::size_t> opaque_words;
};

void statement(const lex::TokenizedFile& file, const lex::Statement& one, const Options& options,
               Counts& counts) {
  const std::string sql(file.file->slice(file.span(one)));
  const Tree original = tree_of(sql);
  diag::Diagnostics diagnostics;
  parse::NotUnderstood reason;
  const ast::Statement parsed =
      parse::parse_statement(file, one, parse::SqlDialect::postgres, diagnostics, reason);
  const auto* opaque = std::get_if<ast::Opaque>(&parsed.node);
  if (parsed.span != file.span(one) || (opaque != nullptr && opaque->span != parsed.span)) {
    ++counts.wrong;
    std::cout << "WRONG EXTENT " << sql << "\n";
  }
  if (opaque != nullptr) {
    if (!original.accepted) {
      ++counts.refused;
      if (options.require_parsed) std::cout << "REFUSED " << sql << "\n  " << original.text << "\n";
      return;
    }
    ++counts.opaque;
    ++counts.opaque_words[opaque->words];
    if (options.verbose || options.require_parsed) {
      const std::string_view rest = file.file->text().substr(reason.span.begin, 40);
      std::cout << "OPAQUE " << sql << "\n  " << reason.text << " at: " << rest << "\n";
    }
    return;
  }
  if (!original.accepted) {
    ++counts.loose;
    if (options.verbose) std::cout << "LOOSE " << sql << "\n  " << original.text << "\n";
    return;
  }
  const std::string printed = ast::print(parsed, dialect::Engine::postgres);
  const Tree again = tree_of(printed);
  if (again.text == original.text) {
    ++counts.parsed;
    return;
  }
  ++counts.wrong;
  std::cout << "WRONG " << sql << "\n  printed " << printed << "\n";
  if (!again.accepted) {
    std::cout << "  " << again.text << "\n";
    return;
  }
  std::size_t at = 0;
  while (at < again.text.size() && again.text[at] == original.text[at]) ++at;
  const std::size_t from = at < 60 ? 0 : at - 60;
  std::cout << "  was  " << original.text.substr(from, 160) << "\n  is   "
            << again.text.substr(from, 160) << "\n";
}

bool compare(const char* path, const Options& options, Counts& counts) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) {
    std::cerr << "cannot read " << path << "\n";
    return false;
  }
  const std::string text{std::istreambuf_iterator<char>(stream), {}};
  source::SourceFiles sources;
  diag::Diagnostics diagnostics;
  const source::SourceFile& file = sources.add(path, text);
  const lex::TokenizedFile tokens =
      lex::tokenize(file, {dialect::Engine::postgres, false}, diagnostics);
  for (const lex::Part& part : tokens.parts) {
    for (const lex::Statement& one : part.statements) statement(tokens, one, options, counts);
  }
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  Counts counts;
  bool readable = true;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--verbose") == 0) {
      options.verbose = true;
    } else if (std::strcmp(argv[i], "--require-parsed") == 0) {
      options.require_parsed = true;
    } else {
      readable &= compare(argv[i], options, counts);
    }
  }
  std::cout << counts.parsed << " parsed with the same tree, " << counts.opaque << " opaque, "
            << counts.wrong << " wrong; " << counts.refused << " refused by both, " << counts.loose
            << " by PostgreSQL alone\n";
  if (options.verbose) {
    for (const auto& [words, count] : counts.opaque_words) {
      std::cout << "  " << count << " " << words << "\n";
    }
  }
  const bool complete =
      !options.require_parsed || counts.opaque + counts.loose + counts.refused == 0;
  return readable && counts.wrong == 0 && complete && counts.parsed != 0 ? 0 : 1;
}
