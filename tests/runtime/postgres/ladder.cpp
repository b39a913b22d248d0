// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "postgres/ladder.hpp"

namespace retort::test {
namespace {

// One line per object. The schema's name is another one in each test.
constexpr const char* objects =
    "SELECT coalesce(string_agg(replace(line, current_schema() || '.', ''), E'\\n' ORDER BY line),"
    " '') FROM ("
    " SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid,"
    " a.atttypmod) || ' ' || a.attnotnull || ' ' || a.attidentity::text || ' '"
    " || coalesce(pg_get_expr(d.adbin, d.adrelid), '') AS line, c.relname AS relation"
    " FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0"
    " AND NOT a.attisdropped LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum"
    " WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'"
    " UNION ALL SELECT 'index ' || pg_get_indexdef(i.indexrelid), c.relname FROM pg_index i"
    " JOIN pg_class c ON c.oid = i.indrelid"
    " WHERE c.relnamespace = current_schema()::regnamespace AND i.indisvalid"
    " UNION ALL SELECT 'constraint ' || c.relname || ' ' || pg_get_constraintdef(k.oid), c.relname"
    " FROM pg_constraint k JOIN pg_class c ON c.oid = k.conrelid"
    " WHERE c.relnamespace = current_schema()::regnamespace"
    " UNION ALL SELECT 'trigger ' || pg_get_triggerdef(t.oid), c.relname FROM pg_trigger t"
    " JOIN pg_class c ON c.oid = t.tgrelid"
    " WHERE c.relnamespace = current_schema()::regnamespace AND NOT t.tgisinternal"
    " UNION ALL SELECT 'function ' || pg_get_functiondef(p.oid), '' FROM pg_proc p"
    " WHERE p.pronamespace = current_schema()::regnamespace"
    ") o WHERE relation <> 'retort_ledger'";

}  // namespace

std::string Ladder::describe(PostgresDatabase& database) { return database.scalar(objects); }

Ladder::Ladder(const Chain& chain) : chain_(chain) {
  PostgresDatabase database;
  auto db = database.connect();
  std::string last;
  by_revision_[last] = describe(database);
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    Options options;
    options.target = "+1";
    EXPECT_TRUE(is_ok(upgrade(*db, chain, options)));
    last = chain.revisions[i].id;
    by_revision_[last] = describe(database);
  }
  for (std::uint32_t left = chain.revision_count; left-- > 0;) {
    EXPECT_TRUE(is_ok(downgrade(*db, chain, "-1"))) << chain.revisions[left].id;
    const std::string id(left == 0 ? "" : chain.revisions[left - 1].id);
    EXPECT_EQ(describe(database), by_revision_[id]) << "down of " << chain.revisions[left].id;
  }
  EXPECT_TRUE(is_ok(upgrade(*db, chain)));
  EXPECT_EQ(describe(database), by_revision_[last]);
}

::testing::AssertionResult Ladder::is_at_a_revision(PostgresDatabase& database) const {
  const std::string key = std::to_string(postgres::lock_key);
  database.run("SELECT pg_advisory_lock(" + key + ")");
  const std::string found = describe(database);
  std::string last;
  std::string before;
  bool running = false;
  if (database.has_table("retort_ledger")) {
    const std::string rows = " FROM " + database.ledger() + " ORDER BY seq DESC LIMIT 1";
    last = database.scalar("SELECT revision" + rows);
    before = database.scalar("SELECT revision" + rows + " OFFSET 1");
    running = database.scalar("SELECT progress IS NOT NULL" + rows) == "t";
  }
  database.run("SELECT pg_advisory_unlock(" + key + ")");
  if (found == by_revision_.at(last) || (running && found == by_revision_.at(before))) {
    return ::testing::AssertionSuccess();
  }
  return ::testing::AssertionFailure() << "the ledger ends with '" << last << "'"
                                       << (running ? ", in progress" : "") << ", but there is\n"
                                       << found << "\ninstead of\n"
                                       << by_revision_.at(last);
}

::testing::AssertionResult Ladder::finishes(PostgresDatabase& database) const {
  auto db = database.connect();
  if (Status status = upgrade(*db, chain_); !status.ok()) return is_ok(status);
  if (!inspect(*db, chain_).at_head) return ::testing::AssertionFailure() << "not at the head";
  const std::string count = std::to_string(chain_.revision_count);
  const std::string rows = database.scalar(
      "SELECT count(DISTINCT revision) || ' ' || count(*) FROM " + database.ledger());
  if (rows != count + " " + count) return ::testing::AssertionFailure() << rows << " rows";
  const std::string invalid = database.scalar("SELECT count(*) FROM pg_index WHERE NOT indisvalid");
  if (invalid != "0") return ::testing::AssertionFailure() << invalid << " invalid indexes";
  return is_at_a_revision(database);
}

}  // namespace retort::test
