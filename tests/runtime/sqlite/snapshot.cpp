// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "sqlite/snapshot.hpp"

namespace retort::test {

std::string Snapshots::describe(Connection& connection) {
  std::string text;
  for (const std::string& object : connection.column(
           "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_master "
           "WHERE tbl_name <> 'retort_ledger' ORDER BY type, name")) {
    text += object + "\n";
  }
  for (const std::string& table : connection.column(
           "SELECT name FROM sqlite_master WHERE type = 'table' AND name <> 'retort_ledger' AND "
           "coalesce(sql, '') NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")) {
    text += table + ": " + connection.scalar("SELECT count(*) FROM \"" + table + "\"") + "\n";
  }
  return text;
}

Snapshots::Snapshots(const Chain& chain) {
  SqliteDatabase database;
  auto db = database.connect();
  Connection connection(database.file());
  by_revision_[""] = describe(connection);
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    Options options;
    options.target = chain.revisions[i].id;
    EXPECT_TRUE(is_ok(upgrade(*db, chain, options)));
    head_ = chain.revisions[i].id;
    by_revision_[head_] = describe(connection);
  }
}

::testing::AssertionResult Snapshots::is_at_a_revision(const std::string& file) const {
  Connection connection(file);
  const std::string integrity = connection.scalar("PRAGMA integrity_check");
  if (integrity != "ok") return ::testing::AssertionFailure() << integrity;
  const std::string has_ledger =
      connection.scalar("SELECT count(*) FROM sqlite_master WHERE name = 'retort_ledger'");
  std::string last;
  if (has_ledger == "1") {
    if (connection.scalar("SELECT count(*) FROM retort_ledger WHERE progress IS NOT NULL") != "0") {
      return ::testing::AssertionSuccess();
    }
    last = connection.scalar("SELECT revision FROM retort_ledger ORDER BY seq DESC LIMIT 1");
  }
  const auto expected = by_revision_.find(last);
  if (expected == by_revision_.end()) {
    return ::testing::AssertionFailure() << "unknown revision " << last;
  }
  const std::string found = describe(connection);
  if (found == expected->second) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "the ledger says '" << last << "', but the file holds\n"
                                       << found << "instead of\n"
                                       << expected->second;
}

::testing::AssertionResult Snapshots::is_at_the_head(const std::string& file) const {
  const ::testing::AssertionResult at_a_revision = is_at_a_revision(file);
  if (!at_a_revision) return at_a_revision;
  Connection connection(file);
  const std::string last =
      connection.scalar("SELECT revision FROM retort_ledger ORDER BY seq DESC LIMIT 1");
  if (last == head_) return ::testing::AssertionSuccess();
  return ::testing::AssertionFailure() << "at '" << last << "', not at '" << head_ << "'";
}

}  // namespace retort::test
