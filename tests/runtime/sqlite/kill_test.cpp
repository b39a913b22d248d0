// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// SIGKILL at every statement: the database is always at a revision, never between two, and the next
// start finishes. kill_everywhere() takes any chain.
#include <chrono>
#include <thread>

#include "sqlite/kill_runs.hpp"

namespace retort::test {
namespace {

// Rebuilds, data migrations, triggers, a revision without transaction: what real chains hold.
ChainBuilder varied_chain() {
  ChainBuilder chain;
  chain.add("01_baseline")
      .add_up("CREATE TABLE transcripts (id text PRIMARY KEY, title text NOT NULL)")
      .add_up(
          "CREATE TABLE segments (id integer PRIMARY KEY AUTOINCREMENT, transcript_id text NOT "
          "NULL REFERENCES transcripts ON DELETE CASCADE, body text)")
      .add_up("CREATE INDEX segments_transcript ON segments (transcript_id)");
  chain.add("02_data")
      .add_up(
          "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 50) INSERT "
          "INTO transcripts SELECT 't' || x, 'title ' || x FROM n")
      .add_up(
          "INSERT INTO segments (transcript_id, body) SELECT id, 'first and last' FROM "
          "transcripts");
  chain.add("03_rebuild")
      .foreign_keys_off()
      .add_up(
          "CREATE TABLE transcripts__retort (id text PRIMARY KEY, title text NOT NULL, lang "
          "text NOT NULL DEFAULT 'es')")
      .add_up("INSERT INTO transcripts__retort (id, title) SELECT id, title FROM transcripts")
      .add_up("DROP TABLE transcripts")
      .add_up("ALTER TABLE transcripts__retort RENAME TO transcripts");
  chain.add("04_split")
      .add_up("ALTER TABLE segments ADD COLUMN head text")
      .add_up("UPDATE segments SET head = substr(body, 1, 5)")
      .add_verify("SELECT count(*) = 50 FROM segments WHERE head = 'first'");
  chain.add("05_backfill")
      .without_transaction()
      .add_up("UPDATE segments SET body = body || '.' WHERE id <= 25")
      .add_up("UPDATE segments SET body = body || '.' WHERE id > 25")
      .add_up("VACUUM");
  chain.add("06_trigger")
      .add_up(
          "CREATE TRIGGER segments_end AFTER DELETE ON segments BEGIN DELETE FROM transcripts "
          "WHERE id = old.transcript_id; END")
      .add_up("CREATE VIEW heads AS SELECT id, head FROM segments")
      .add_verify("SELECT count(*) = 50 FROM segments WHERE body = 'first and last.'");
  return chain;
}

TEST(SqliteKill, LeavesTheDatabaseAtARevision) {
  ChainBuilder chain = varied_chain();
  const int runs = kill_everywhere(chain.chain(), "DELETE", 60);
  EXPECT_GE(runs, 100);
}

TEST(SqliteKill, LeavesTheDatabaseAtARevisionWithAWriteAheadLog) {
  ChainBuilder chain = varied_chain();
  const int runs = kill_everywhere(chain.chain(), "WAL", 60);
  EXPECT_GE(runs, 100);
}

// Three more, without waiting for the first to be repaired.
TEST(SqliteKill, LeavesWhatAKilledKillLeaves) {
  ChainBuilder chain = varied_chain();
  const Snapshots snapshots(chain.chain());
  for (int first = 0; first < 17; first += 4) {
    SqliteDatabase database;
    for (int again = 0; again < 4; ++again) {
      upgrade_and_kill(database.file(), chain.chain(), first % 3 + again, Moment::before_statement,
                       TransactionMode::per_revision);
      ASSERT_TRUE(snapshots.is_at_a_revision(database.file())) << first << " " << again;
    }
    ASSERT_TRUE(finishes(database.file(), chain.chain(), snapshots));
  }
}

}  // namespace
}  // namespace retort::test
