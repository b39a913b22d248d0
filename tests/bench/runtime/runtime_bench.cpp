// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// upgrade() beside C that does only what must be done, on files in the temporary folder. In:
// nothing; out: rows of name, value, unit, ratio, goal. Every round measures both sides, in turns
// of who comes first; the ratio is the median of the rounds' own ratios, because the machine
// drifts.
#include <sqlite3.h>
#include <stdlib.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "make_chain.hpp"
#include "retort/sqlite.hpp"
#include "support/chain_builder.hpp"

namespace {

using retort::Status;
using Chain = retort::test::ChainBuilder;

[[noreturn]] void die(const std::string& what) {
  std::fprintf(stderr, "%s\n", what.c_str());
  std::exit(1);
}

void check(const Status& status) {
  if (!status.ok()) die(status.to_string());
}

void check(int result, sqlite3* connection) {
  if (result != SQLITE_OK && result != SQLITE_ROW) die(sqlite3_errmsg(connection));
}

double milliseconds_of(const std::function<void()>& function) {
  const auto begin = std::chrono::steady_clock::now();
  function();
  const std::chrono::duration<double, std::milli> time = std::chrono::steady_clock::now() - begin;
  return time.count();
}

double median(std::vector<double> values) {
  std::sort(values.begin(), values.end());
  return values[values.size() / 2];
}

struct Pair {
  double ours = 0;
  double limit = 0;
  double ratio = 0;
};

// `before` is run, untimed, ahead of each.
Pair compare(int rounds, const std::function<void()>& before, const std::function<void()>& ours,
             const std::function<void()>& limit) {
  std::vector<double> our_times, limit_times, ratios;
  for (int round = 0; round < rounds; ++round) {
    double times[2] = {0, 0};
    for (int turn = 0; turn < 2; ++turn) {
      const int who = (turn + round) % 2;
      before();
      times[who] = milliseconds_of(who == 0 ? ours : limit);
    }
    our_times.push_back(times[0]);
    limit_times.push_back(times[1]);
    ratios.push_back(times[0] / times[1]);
  }
  return {median(our_times), median(limit_times), median(ratios)};
}

void print(const std::string& name, const Pair& pair, const char* goal) {
  std::printf("%-44s %10.3f %-6s %.2f %s\n", name.c_str(), pair.ours, "ms", pair.ratio, goal);
  std::printf("%-44s %10.3f %-6s\n", ("  limit: " + name).c_str(), pair.limit, "ms");
  std::fflush(stdout);
}

Chain make_chain(std::uint32_t length) {
  Chain chain;
  for (const auto& revision : retort::bench::make_chain(length)) {
    auto& spec = chain.add(revision.id);
    spec.message = revision.message;
    for (const std::string& statement : revision.up) spec.add_up(statement);
    for (const std::string& statement : revision.down) spec.add_down(statement);
  }
  return chain;
}

void upgrade_file(const std::string& file, const retort::Chain& chain) {
  retort::sqlite::Database database;
  check(database.open(file));
  check(retort::upgrade(database, chain));
}

// The limit at the head: open the file, prepare one query of the ledger, step one row.
void read_one_row(const std::string& file) {
  sqlite3* connection = nullptr;
  check(sqlite3_open_v2(file.c_str(), &connection, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE,
                        nullptr),
        connection);
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(connection,
                           "SELECT revision, digest FROM retort_ledger WHERE chain = ?1 ORDER BY "
                           "seq DESC LIMIT 1",
                           -1, &statement, nullptr),
        connection);
  check(sqlite3_bind_text(statement, 1, "app", -1, SQLITE_STATIC), connection);
  check(sqlite3_step(statement), connection);
  if (sqlite3_column_text(statement, 0) == nullptr) die("no row");
  sqlite3_finalize(statement);
  sqlite3_close(connection);
}

void execute_at_once(const std::string& file, const std::string& sql) {
  sqlite3* connection = nullptr;
  check(sqlite3_open(file.c_str(), &connection), connection);
  check(sqlite3_exec(connection, sql.c_str(), nullptr, nullptr, nullptr), connection);
  sqlite3_close(connection);
}

// (a) at the head, on files with the schema that the chain makes.
void at_head(const std::string& folder) {
  for (const std::uint32_t length : {10U, 100U, 1000U, 5000U}) {
    const std::string file = folder + "/head-" + std::to_string(length);
    Chain builder = make_chain(length);
    const retort::Chain& chain = builder.chain();
    upgrade_file(file, chain);
    const int rounds = length < 1000 ? 401 : 101;
    print("upgrade() at head, " + std::to_string(length) + " revisions",
          compare(
              rounds, [] {}, [&] { upgrade_file(file, chain); }, [&] { read_one_row(file); }),
          "<= 1.15");
  }
}

// The same with nothing but the ledger in the file: what grows with the chain in retort itself.
void at_head_of_ledgers(const std::string& folder) {
  double shortest = 0;
  for (const std::uint32_t length : {10U, 100U, 1000U, 5000U}) {
    const std::string file = folder + "/ledger-" + std::to_string(length);
    Chain builder = make_chain(length);
    const retort::Chain& chain = builder.chain();
    {
      retort::sqlite::Database database;
      check(database.open(file));
      check(retort::stamp(database, chain, "head"));
    }
    const Pair pair = compare(
        401, [] {}, [&] { upgrade_file(file, chain); }, [&] { read_one_row(file); });
    if (shortest == 0) shortest = pair.ours;
    std::printf("%-44s %10.3f %-6s %.2f flat\n",
                ("  ledger alone, " + std::to_string(length) + " rows, to 10").c_str(), pair.ours,
                "ms", pair.ours / shortest);
  }
}

// (b) everything to a fresh file.
void to_a_fresh_file(const std::string& folder) {
  const std::string file = folder + "/fresh";
  Chain builder = make_chain(1000);
  const retort::Chain& chain = builder.chain();
  std::string sql = "BEGIN;";
  for (const auto& revision : retort::bench::make_chain(1000)) {
    for (const std::string& statement : revision.up) sql += statement + ";\n";
  }
  sql += "COMMIT;";
  print("upgrade(), 1000 revisions to a fresh file",
        compare(
            9, [&] { std::filesystem::remove(file); }, [&] { upgrade_file(file, chain); },
            [&] { execute_at_once(file, sql); }),
        "<= 1.15");
}

}  // namespace

int main() {
  std::string folder = (std::filesystem::temp_directory_path() / "retort-bench-XXXXXX").string();
  if (mkdtemp(folder.data()) == nullptr) die("no temporary folder");
  at_head_of_ledgers(folder);
  to_a_fresh_file(folder);
  at_head(folder);
  std::filesystem::remove_all(folder);
  return 0;
}
