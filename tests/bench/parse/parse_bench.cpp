// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// How fast a text becomes trees, with lexing. In: nothing (8 MB of DDL and of rows are generated,
// in files of 256 KiB); out: rows of name, value, unit, goal. Medians of several rounds, in
// processor time.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "lex/lex.hpp"
#include "parse/statement.hpp"

namespace {

using namespace retort::compiler;

constexpr std::size_t text_size = std::size_t{8} << 20;
constexpr std::size_t file_size = std::size_t{256} << 10;
constexpr int rounds = 5;

const char* const ddl[] = {
    R"(CREATE TABLE users_# (
    id          bigint       NOT NULL PRIMARY KEY,
    email       varchar(255) NOT NULL UNIQUE,
    full_name   text         NOT NULL DEFAULT 'it''s nobody',
    score       numeric(10, 2) CHECK (score >= 0 AND score <= 100.00),
    created_at  timestamp    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT fk_users_# FOREIGN KEY (id) REFERENCES accounts (id) ON DELETE CASCADE
);
)",
    "CREATE INDEX ix_users_#_email ON users_# (email, lower(full_name) DESC) WHERE score > 0;\n",
    "ALTER TABLE users_# ADD COLUMN notes text;\n",
    R"(UPDATE segments SET role = substr(speaker, 3), speaker = trim(speaker),
       state = CASE WHEN speaker LIKE '% (%)' THEN 'split' ELSE 'plain' END
 WHERE speaker LIKE '% (%)' AND id > #;
)",
    R"(CREATE VIEW active_# AS
SELECT u.id, u.email, count(*) AS "number of rows"
  FROM users_# u JOIN segments s ON s.user_id = u.id
 WHERE u.score > 0.5 AND s.t0 <> 1e5
 GROUP BY u.id, u.email;
)",
};
const char* const rows[] = {
    R"(INSERT INTO settings (id, name, value, enabled) VALUES
    (#, 'theme', 'dark; with a semicolon', 1),
    (#1, 'language', 'es', 0),
    (#2, 'a longer value', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit', 1);
)"};

template <std::size_t Count>
std::vector<std::string> make_files(const char* const (&forms)[Count]) {
  std::vector<std::string> files(1);
  std::size_t size = 0;
  for (std::size_t n = 0; size < text_size; ++n) {
    if (files.back().size() > file_size) files.emplace_back();
    const std::size_t before = files.back().size();
    for (const char byte : std::string_view(forms[n % Count])) {
      files.back() += byte == '#' ? std::to_string(n) : std::string(1, byte);
    }
    size += files.back().size() - before;
  }
  return files;
}

void parse_all(const std::vector<const source::SourceFile*>& files, parse::SqlDialect dialect) {
  const auto engine =
      dialect == parse::SqlDialect::sqlite ? dialect::Engine::sqlite : dialect::Engine::postgres;
  for (const source::SourceFile* file : files) {
    diag::Diagnostics diagnostics;
    const lex::TokenizedFile tokens = lex::tokenize(*file, {engine, true}, diagnostics);
    std::vector<ast::Statement> statements;
    for (const lex::Statement& one : tokens.parts.front().statements) {
      statements.push_back(parse::parse_statement(tokens, one, dialect, diagnostics));
      if (std::holds_alternative<ast::Opaque>(statements.back().node)) {
        std::fprintf(stderr, "a generated statement is not understood\n");
        std::exit(1);
      }
    }
  }
}

template <std::size_t Count>
void bench(const char* name, const char* const (&forms)[Count], parse::SqlDialect dialect) {
  source::SourceFiles sources;
  std::vector<const source::SourceFile*> files;
  for (const std::string& text : make_files(forms)) files.push_back(&sources.add("part.sql", text));
  std::size_t size = 0;
  for (const source::SourceFile* file : files) size += file->text().size();
  std::vector<double> times;
  for (int round = 0; round < rounds; ++round) {
    const std::clock_t start = std::clock();
    parse_all(files, dialect);
    times.push_back(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
  }
  std::sort(times.begin(), times.end());
  std::printf("%-40s %8.0f MB/s  >= 30 MB/s\n", name,
              static_cast<double>(size) / 1e6 / times[times.size() / 2]);
}

}  // namespace

int main() {
  bench("parse: DDL to trees, postgres", ddl, parse::SqlDialect::postgres);
  bench("parse: DDL to trees, sqlite", ddl, parse::SqlDialect::sqlite);
  bench("parse: rows to trees, postgres", rows, parse::SqlDialect::postgres);
  bench("parse: rows to trees, sqlite", rows, parse::SqlDialect::sqlite);
}
