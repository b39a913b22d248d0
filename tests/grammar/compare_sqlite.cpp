// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The grammar against SQLite: every statement of the files is parsed and printed; both texts run in
// databases of their own, must be accepted or refused alike, have the same bytecode where they are
// not DDL (EXPLAIN), and leave schemas that read the same. Whether CHECKs, views and triggers are
// the same shows in the bytecode of the data statements behind them.
//   compare_sqlite [--verbose] [--require-parsed] file.sql…
#include <sqlite3.h>

#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "ast/print.hpp"
#include "lex/lex.hpp"
#include "parse/statement.hpp"

namespace {

using namespace retort::compiler;

class Database {
 public:
  Database() {
    if (sqlite3_open(":memory:", &handle_) != SQLITE_OK) std::abort();
  }
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { sqlite3_close(handle_); }

  // Empty, or the message.
  std::string run(const std::string& sql) {
    char* message = nullptr;
    if (sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, &message) == SQLITE_OK) return "";
    std::string text = message != nullptr ? message : "error";
    sqlite3_free(message);
    return text;
  }
  // All rows, one line each; a message where it fails.
  std::string rows(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) != SQLITE_OK) {
      return std::string("error: ") + sqlite3_errmsg(handle_);
    }
    std::string text;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      for (int i = 0; i < sqlite3_column_count(statement); ++i) {
        const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        text += std::string(value != nullptr ? value : "NULL") + "|";
      }
      text += "\n";
    }
    sqlite3_finalize(statement);
    return text;
  }
  // The bytecode, without the root pages: texts of other lengths move those about.
  std::string bytecode(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(handle_, ("EXPLAIN " + sql).c_str(), -1, &statement, nullptr) !=
        SQLITE_OK) {
      return std::string("error: ") + sqlite3_errmsg(handle_);
    }
    std::string text;
    while (sqlite3_step(statement) == SQLITE_ROW) {
      const std::string opcode = reinterpret_cast<const char*>(sqlite3_column_text(statement, 1));
      const bool root = opcode == "OpenRead" || opcode == "OpenWrite" || opcode == "ReopenIdx" ||
                        opcode == "Clear" || opcode == "Count";
      text += opcode;
      for (int i = 2; i < 7; ++i) {
        if (root && (i == 2 || i == 3)) {
          if (opcode != "Clear" && i == 2)
            text += "|" + std::to_string(sqlite3_column_int(statement, i));
          continue;
        }
        const auto* value = reinterpret_cast<const char*>(sqlite3_column_text(statement, i));
        text += "|" + std::string(value != nullptr ? value : "NULL");
      }
      text += "\n";
    }
    sqlite3_finalize(statement);
    return text;
  }

 private:
  sqlite3* handle_ = nullptr;
};

// What the catalogue says without the author's text.
std::string shape(Database& database) {
  return database.rows(
             "SELECT m.type, m.name, m.tbl_name, t.name, replace(lower(t.type), ' ', ''), "
             "t.\"notnull\", replace(lower(t.dflt_value), ' ', ''), "
             "t.pk, "
             "t.hidden FROM sqlite_schema m LEFT JOIN pragma_table_xinfo(m.name) t ORDER BY 1, 2, "
             "t.cid") +
         database.rows(
             "SELECT m.name, f.* FROM sqlite_schema m, pragma_foreign_key_list(m.name) f ORDER BY "
             "1, f.id, f.seq") +
         database.rows(
             "SELECT m.name, i.name, i.\"unique\", i.origin, i.partial, x.seqno, x.name, "
             "x.\"desc\", "
             "x.coll, x.key FROM sqlite_schema m, pragma_index_list(m.name) i, "
             "pragma_index_xinfo(i.name) x ORDER BY 1, 2, x.seqno") +
         database.rows("SELECT name, type, ncol, wr, strict FROM pragma_table_list ORDER BY 1");
}

struct Counts {
  std::size_t parsed = 0, opaque = 0, refused = 0, loose = 0, wrong = 0;
};

struct Pair {
  Database original, printed;
  bool verbose = false;
  bool require_parsed = false;
  Counts counts;

  void wrong(const std::string& sql, const std::string& text, const std::string& why) {
    ++counts.wrong;
    std::cout << "WRONG " << sql << "\n  printed " << text << "\n  " << why << "\n";
  }

  void statement(const lex::TokenizedFile& file, const lex::Statement& one) {
    const std::string sql(file.file->slice(file.span(one)));
    diag::Diagnostics diagnostics;
    parse::NotUnderstood reason;
    const ast::Statement parsed =
        parse::parse_statement(file, one, parse::SqlDialect::sqlite, diagnostics, reason);
    if (std::holds_alternative<ast::Opaque>(parsed.node)) {
      const std::string error = original.run(sql);
      printed.run(sql);
      if (!error.empty()) {
        ++counts.refused;
      } else {
        ++counts.opaque;
        if (verbose || require_parsed)
          std::cout << "OPAQUE " << sql << "\n  " << reason.text << "\n";
      }
      return;
    }
    const std::string text = ast::print(parsed, dialect::Engine::sqlite);
    const bool data = std::holds_alternative<ast::Select>(parsed.node) ||
                      std::holds_alternative<ast::Insert>(parsed.node) ||
                      std::holds_alternative<ast::Update>(parsed.node) ||
                      std::holds_alternative<ast::Delete>(parsed.node);
    if (data) {
      const std::string before = original.bytecode(sql);
      const std::string after = printed.bytecode(text);
      if (before != after) return wrong(sql, text, "other bytecode\n" + before + after);
    }
    const std::string before = original.run(sql), after = printed.run(text);
    if (before.find("syntax error") != std::string::npos) {
      ++counts.loose;
      if (verbose) std::cout << "LOOSE " << sql << "\n  " << before << "\n";
      return;
    }
    if (before != after) return wrong(sql, text, before + " / " + after);
    const std::string shape_before = shape(original), shape_after = shape(printed);
    if (shape_before != shape_after) return wrong(sql, text, shape_before + "---\n" + shape_after);
    ++counts.parsed;
  }
};

}  // namespace

int main(int argc, char** argv) {
  Pair pair;
  for (int i = 1; i < argc; ++i) {
    if (std::strcmp(argv[i], "--verbose") == 0) {
      pair.verbose = true;
      continue;
    }
    if (std::strcmp(argv[i], "--require-parsed") == 0) {
      pair.require_parsed = true;
      continue;
    }
    std::ifstream stream(argv[i], std::ios::binary);
    if (!stream) {
      std::cerr << "cannot read " << argv[i] << "\n";
      return 1;
    }
    const std::string text{std::istreambuf_iterator<char>(stream), {}};
    source::SourceFiles sources;
    diag::Diagnostics diagnostics;
    const source::SourceFile& file = sources.add(argv[i], text);
    const lex::TokenizedFile tokens =
        lex::tokenize(file, {dialect::Engine::sqlite, false}, diagnostics);
    for (const lex::Part& part : tokens.parts) {
      for (const lex::Statement& one : part.statements) pair.statement(tokens, one);
    }
  }
  const Counts& counts = pair.counts;
  std::cout << counts.parsed << " parsed and alike, " << counts.opaque << " opaque, "
            << counts.wrong << " wrong; " << counts.refused << " refused by both, " << counts.loose
            << " by SQLite alone\n";
  const bool complete = !pair.require_parsed || (counts.opaque == 0 && counts.loose == 0);
  return counts.wrong == 0 && complete && counts.parsed != 0 ? 0 : 1;
}
