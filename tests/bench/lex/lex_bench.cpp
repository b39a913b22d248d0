// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// How fast a text is cut into tokens and statements, beside what the engines' own code needs for
// the boundaries alone. In: nothing (the texts are generated, 24 MB for each dialect); out: rows of
// name, value, unit, ratio, goal. Medians of several rounds; in each round everybody has a turn.
//
// The text comes as a chain has it, in files of 256 KiB. In one file of 24 MB the lexer is slower:
// then the kernel must provide 57 MB for the tokens afresh each time, which costs more than lexing.
#include <pg_query.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <functional>
#include <string>
#include <vector>

#include "lex/lex.hpp"

namespace {

using retort::compiler::dialect::Engine;
namespace lex = retort::compiler::lex;

constexpr std::size_t text_size = std::size_t{24} << 20;
constexpr int rounds = 7;
constexpr std::size_t file_size = std::size_t{256} << 10;

const std::vector<std::string> common_statements = {
    R"(-- The people who may sign in
CREATE TABLE users_# (
    id          bigint       NOT NULL PRIMARY KEY,
    email       varchar(255) NOT NULL UNIQUE,
    full_name   text         NOT NULL DEFAULT 'it''s nobody',
    score       numeric(10, 2) CHECK (score >= 0 AND score <= 100.00),
    created_at  timestamp    NOT NULL DEFAULT CURRENT_TIMESTAMP,
    CONSTRAINT fk_users_# FOREIGN KEY (id) REFERENCES accounts (id) ON DELETE CASCADE
);
)",
    "CREATE INDEX ix_users_#_email ON users_# (email);\n",
    "ALTER TABLE users_# ADD COLUMN notes text; -- free text\n",
    R"(INSERT INTO settings (id, name, value, enabled) VALUES
    (#, 'theme', 'dark; with a semicolon', 1),
    (#1, 'language', 'es', 0),
    (#2, 'a longer value', 'Lorem ipsum dolor sit amet, consectetur adipiscing elit', 1);
)",
    R"(/* Split the name of a speaker into name and role. */
UPDATE segments
   SET role = substr(speaker, 3), speaker = trim(speaker),
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
const std::string sqlite_trigger = R"(CREATE TRIGGER users_#_insert AFTER INSERT ON users_# BEGIN
    INSERT INTO users_fts (rowid, email) VALUES (new.id, new.email);
    UPDATE counters SET n = CASE WHEN n IS NULL THEN 1 ELSE n + 1 END WHERE name = 'users';
END;
)";
const std::string postgres_function = R"(CREATE FUNCTION touch_#() RETURNS trigger AS $body$
BEGIN
    NEW.updated_at := now();
    RETURN NEW;
END;
$body$ LANGUAGE plpgsql;
)";

std::string make_text(Engine engine) {
  std::vector<std::string> forms = common_statements;
  forms.push_back(engine == Engine::postgres ? postgres_function : sqlite_trigger);
  std::string text;
  for (std::size_t n = 0; text.size() < text_size; ++n) {
    for (const char byte : forms[n % forms.size()]) {
      if (byte == '#') {
        text += std::to_string(n);
      } else {
        text += byte;
      }
    }
  }
  return text;
}

// Processor time, so that a busy machine does not count.
double seconds(const std::function<void()>& work) {
  const std::clock_t start = std::clock();
  work();
  return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
}

void require(bool condition, const char* what) {
  if (condition) return;
  std::fprintf(stderr, "%s\n", what);
  std::exit(1);
}

struct Candidate {
  const char* name;
  std::function<void()> work;
  std::vector<double> times = {};

  double megabytes_per_second() const {
    std::vector<double> sorted = times;
    std::sort(sorted.begin(), sorted.end());
    return static_cast<double>(text_size) / 1e6 / sorted[sorted.size() / 2];
  }
};

void measure(std::vector<Candidate>& candidates) {
  for (int round = 0; round < rounds; ++round) {
    for (Candidate& candidate : candidates) candidate.times.push_back(seconds(candidate.work));
  }
}

// The first candidate is ours; of each other we must reach the goal, 0 for none.
void print(const std::vector<Candidate>& candidates, const std::vector<double>& goals) {
  const double ours = candidates[0].megabytes_per_second();
  std::printf("%-40s %8.0f MB/s\n", candidates[0].name, ours);
  for (std::size_t i = 1; i < candidates.size(); ++i) {
    const double theirs = candidates[i].megabytes_per_second();
    std::printf("%-40s %8.0f MB/s %8.2fx", candidates[i].name, theirs, ours / theirs);
    if (goals[i - 1] > 0) std::printf("  >= %.1fx", goals[i - 1]);
    std::printf("\n");
  }
}

namespace source = retort::compiler::source;
using Files = std::vector<const source::SourceFile*>;

std::size_t count_statements(const Files& files, Engine engine) {
  std::size_t count = 0;
  for (const source::SourceFile* file : files) {
    retort::compiler::diag::Diagnostics diagnostics;
    const lex::TokenizedFile result = lex::tokenize(*file, {engine, true}, diagnostics);
    require(!diagnostics.has_errors(), "the lexer refuses the generated text");
    count += result.parts.front().statements.size();
  }
  return count;
}

// The text in files of whole statements.
Files cut(const std::string& text, Engine engine, source::SourceFiles& files) {
  const source::SourceFile& whole = files.add("whole.sql", text);
  retort::compiler::diag::Diagnostics diagnostics;
  const lex::TokenizedFile result = lex::tokenize(whole, {engine, true}, diagnostics);
  Files list;
  std::size_t begin = 0;
  const auto add = [&](std::size_t end) {
    list.push_back(&files.add("part.sql", whole.text().substr(begin, end - begin)));
    begin = end;
  };
  for (const lex::Statement& statement : result.parts.front().statements) {
    const std::size_t end = result.span(statement).end + 1;
    if (end - begin >= file_size) add(end);
  }
  add(whole.text().size());
  return list;
}

std::size_t split(const Files& files, PgQuerySplitResult (*splitter)(const char*)) {
  std::size_t count = 0;
  for (const source::SourceFile* file : files) {
    const PgQuerySplitResult result = splitter(file->text().data());
    require(result.error == nullptr, "libpg_query refuses the generated text");
    count += static_cast<std::size_t>(result.n_stmts);
    pg_query_free_split_result(result);
  }
  return count;
}

void check_complete(const Files& files) {
  for (const source::SourceFile* file : files) {
    require(sqlite3_complete(file->text().data()) == 1, "sqlite3_complete finds no statement end");
  }
}

void bench_sqlite() {
  source::SourceFiles sources;
  const Files files = cut(make_text(Engine::sqlite), Engine::sqlite, sources);
  const Files whole = {&sources.get(1)};
  std::vector<Candidate> candidates = {
      {"lex: tokens and statements, sqlite", [&] { count_statements(files, Engine::sqlite); }},
      {"lex: sqlite3_complete", [&] { check_complete(files); }},
      {"lex: ours with one file of 24 MB", [&] { count_statements(whole, Engine::sqlite); }},
  };
  measure(candidates);
  print(candidates, {0.5, 0});
}

void bench_postgres() {
  source::SourceFiles sources;
  const Files files = cut(make_text(Engine::postgres), Engine::postgres, sources);
  const Files whole = {&sources.get(1)};
  std::size_t ours = 0;
  std::size_t parser = 0;
  std::size_t scanner = 0;
  std::vector<Candidate> candidates = {
      {"lex: tokens and statements, postgres",
       [&] { ours = count_statements(files, Engine::postgres); }},
      {"lex: pg_query_split_with_parser",
       [&] { parser = split(files, pg_query_split_with_parser); }},
      {"lex: pg_query_split_with_scanner",
       [&] { scanner = split(files, pg_query_split_with_scanner); }},
      {"lex: ours with one file of 24 MB", [&] { count_statements(whole, Engine::postgres); }},
  };
  measure(candidates);
  require(ours == parser && ours == scanner, "libpg_query finds other statements");
  print(candidates, {8, 8, 0});
}

}  // namespace

int main() {
  bench_sqlite();
  bench_postgres();
}
