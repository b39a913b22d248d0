// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Locks and work of statements, as a table of words (docs/portable.md has where the figures are
// from). In: SQL as it is sent; out: what it costs.
#include "driver/cost.hpp"

#include <array>

#include "dialect/ascii.hpp"

namespace retort::compiler::driver {
namespace {

struct Row {
  std::string_view start;     // the first words
  std::string_view contains;  // and further words behind them, or empty
  std::string_view lock;
  std::string_view work;
};

// The first row that fits counts.
constexpr std::array postgres = {
    Row{"CREATE TABLE", "REFERENCES", "SHARE ROW EXCLUSIVE on the tables it references", "none"},
    Row{"CREATE TABLE", "", "none", "none"},
    Row{"CREATE INDEX CONCURRENTLY", "", "SHARE UPDATE EXCLUSIVE", "reads the table twice"},
    Row{"CREATE UNIQUE INDEX CONCURRENTLY", "", "SHARE UPDATE EXCLUSIVE", "reads the table twice"},
    Row{"CREATE INDEX", "", "SHARE: writers wait", "reads the table"},
    Row{"CREATE UNIQUE INDEX", "", "SHARE: writers wait", "reads the table"},
    Row{"DROP INDEX CONCURRENTLY", "", "SHARE UPDATE EXCLUSIVE", "none"},
    Row{"DROP INDEX", "", "ACCESS EXCLUSIVE", "none"},
    Row{"DROP TABLE", "", "ACCESS EXCLUSIVE, also on the tables it references", "none"},
    Row{"DROP VIEW", "", "ACCESS EXCLUSIVE on the view", "none"},
    Row{"ALTER TABLE", "NOT VALID", "SHARE ROW EXCLUSIVE or ACCESS EXCLUSIVE", "none"},
    Row{"ALTER TABLE", "VALIDATE CONSTRAINT", "SHARE UPDATE EXCLUSIVE", "reads the table"},
    Row{"ALTER TABLE", "ADD COLUMN", "ACCESS EXCLUSIVE", "none"},
    Row{"ALTER TABLE", "FOREIGN KEY", "SHARE ROW EXCLUSIVE on both tables", "reads both tables"},
    Row{"ALTER TABLE", "PRIMARY KEY", "ACCESS EXCLUSIVE", "reads the table, builds an index"},
    Row{"ALTER TABLE", "UNIQUE", "ACCESS EXCLUSIVE", "reads the table, builds an index"},
    Row{"ALTER TABLE", "CHECK", "ACCESS EXCLUSIVE", "reads the table"},
    Row{"ALTER TABLE", "SET NOT NULL", "ACCESS EXCLUSIVE", "reads the table"},
    Row{"ALTER TABLE", " TYPE ", "ACCESS EXCLUSIVE",
        "rewrites the table and its indexes, unless the types are binary compatible"},
    Row{"ALTER TABLE", "ADD GENERATED", "ACCESS EXCLUSIVE", "none"},
    Row{"ALTER TABLE", "", "ACCESS EXCLUSIVE", "none"},
    Row{"ALTER INDEX", "", "SHARE UPDATE EXCLUSIVE", "none"},
    Row{"CREATE", "", "none", "none"},
    Row{"COMMENT", "", "SHARE UPDATE EXCLUSIVE", "none"},
    Row{"INSERT", "", "ROW EXCLUSIVE", "writes rows"},
    Row{"UPDATE", "", "ROW EXCLUSIVE, and the rows", "writes rows"},
    Row{"DELETE", "", "ROW EXCLUSIVE, and the rows", "writes rows"},
    Row{"TRUNCATE", "", "ACCESS EXCLUSIVE", "none"},
};

// SQLite has one writer: the whole transaction holds the lock, readers go on in WAL mode.
constexpr std::array sqlite = {
    Row{"INSERT INTO", "__retort", "", "copies the table"},
    Row{"CREATE TABLE", "", "", "none"},
    Row{"CREATE INDEX", "", "", "reads the table"},
    Row{"CREATE UNIQUE INDEX", "", "", "reads the table"},
    Row{"ALTER TABLE", "DROP COLUMN", "", "rewrites the table"},
    Row{"ALTER TABLE", "CHECK", "", "reads the table"},
    Row{"ALTER TABLE", "", "", "none"},
    Row{"DROP TABLE", "", "", "frees the table's pages"},
    Row{"DROP", "", "", "none"},
    Row{"CREATE", "", "", "none"},
    Row{"INSERT", "", "", "writes rows"},
    Row{"UPDATE", "", "", "writes rows"},
    Row{"DELETE", "", "", "writes rows"},
    Row{"PRAGMA", "", "", "none"},
};

bool equal_at(std::string_view sql, std::size_t at, std::string_view word) {
  return dialect::equal_ignoring_case(sql.substr(at, word.size()), word);
}

bool contains(std::string_view sql, std::string_view words) {
  for (std::size_t at = 0; at + words.size() <= sql.size(); ++at) {
    if (equal_at(sql, at, words)) return true;
  }
  return words.empty();
}

template <class Table>
Cost find(const Table& table, std::string_view sql) {
  for (const Row& row : table) {
    if (!equal_at(sql, 0, row.start) || !contains(sql, row.contains)) continue;
    return {std::string(row.lock), std::string(row.work), {}};
  }
  return {};
}

// A value per row means a new table.
bool rewrites(std::string_view sql) {
  return contains(sql, "gen_random_uuid") || contains(sql, "clock_timestamp") ||
         contains(sql, "AS IDENTITY") || contains(sql, "STORED") || contains(sql, "random(");
}

}  // namespace

Cost cost_of(std::string_view sql, dialect::Engine engine) {
  if (engine == dialect::Engine::sqlite) return find(sqlite, sql);
  Cost cost = find(postgres, sql);
  if (equal_at(sql, 0, "ALTER TABLE") && contains(sql, "ADD COLUMN")) {
    if (rewrites(sql)) {
      cost.work = "rewrites the table";
    } else if (contains(sql, " CHECK ")) {
      cost.work = "reads the table";
    }
  }
  if (contains(sql.substr(0, 40), "INDEX CONCURRENTLY")) {
    cost.recovery = "a failure leaves an INVALID index, which the next run drops";
  }
  return cost;
}

}  // namespace retort::compiler::driver
