// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// migrations/, the chain of a real application, as its program holds it: killed at every statement,
// and upgraded by sixteen processes at once.
#include <real_chain/migrations.hpp>

#include "sqlite/kill_runs.hpp"
#include "support/process.hpp"

namespace retort::test {
namespace {

TEST(SqliteRealChain, SurvivesKillsAtEveryStatement) {
  int runs = 0;
  for (const char* journal_mode : {"DELETE", "WAL"}) {
    runs += kill_everywhere(real_chain::migrations::chain(), journal_mode, 40);
    if (HasFailure()) return;
  }
  EXPECT_GE(runs, 200);
  RecordProperty("kills", runs);
}

TEST(SqliteRealChain, IsUpgradedBySixteenProcessesAtOnce) {
  const Chain& chain = real_chain::migrations::chain();
  for (int round = 0; round < 5; ++round) {
    SqliteDatabase database;
    Gate start;
    std::vector<std::unique_ptr<Child>> children;
    for (int i = 0; i < 16; ++i) {
      children.push_back(std::make_unique<Child>([&] {
        start.wait();
        sqlite::Database db;
        if (!db.open(database.file()).ok()) return 1;
        return upgrade(db, chain).ok() && inspect(db, chain).at_head ? 0 : 2;
      }));
    }
    start.open();
    for (auto& child : children) EXPECT_EQ(child->wait(), 0);
    const std::string count = std::to_string(chain.revision_count);
    EXPECT_EQ(database.scalar("SELECT count(*) FROM retort_ledger"), count);
    EXPECT_EQ(database.scalar("SELECT count(DISTINCT revision) FROM retort_ledger"), count);
  }
}

// Objects and columns by name: the text of a schema keeps traces of how it came about.
std::string shape(const std::string& file) {
  std::string text;
  for (const std::string& line : Connection(file).column(
           "WITH ours AS (SELECT type, name FROM sqlite_master WHERE name <> 'sqlite_sequence' AND "
           "tbl_name <> 'retort_ledger') SELECT type || ' ' || name FROM ours UNION ALL SELECT "
           "'column ' || o.name || '.' || x.name || ' ' || x.type FROM ours o JOIN "
           "pragma_table_xinfo(o.name) x WHERE o.type = 'table' ORDER BY 1")) {
    text += line + "\n";
  }
  return text;
}

TEST(SqliteRealChain, GoesDownAndUpAgain) {
  const Chain& chain = real_chain::migrations::chain();
  SqliteDatabase database;
  auto db = database.connect();
  std::vector<std::string> shapes = {shape(database.file())};
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    Options options;
    options.target = "+1";
    ASSERT_TRUE(is_ok(upgrade(*db, chain, options)));
    shapes.push_back(shape(database.file()));
  }
  for (std::uint32_t left = chain.revision_count; left-- > 0;) {
    ASSERT_TRUE(is_ok(downgrade(*db, chain, "-1"))) << chain.revisions[left].id;
    EXPECT_EQ(shape(database.file()), shapes[left]) << chain.revisions[left].id;
  }
  ASSERT_TRUE(is_ok(upgrade(*db, chain)));
  EXPECT_EQ(shape(database.file()), shapes.back());
}

}  // namespace
}  // namespace retort::test
