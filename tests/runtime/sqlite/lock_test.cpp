// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Several processes and one file: waiting, saying who is in the way, upgrading at once.
#include <chrono>
#include <fstream>
#include <thread>

#include "sqlite/sqlite_database.hpp"
#include "support/process.hpp"
#include "support/recorder.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

class SqliteLock : public ::testing::TestWithParam<const char*> {
 protected:
  SqliteLock() : database_(GetParam()) {}
  SqliteDatabase database_;
};

INSTANTIATE_TEST_SUITE_P(Journal, SqliteLock, ::testing::Values("DELETE", "WAL"),
                         [](const auto& param) { return std::string(param.param); });

// A process that holds the file's write lock until it is told to let go, or `ms` have passed.
template <class Function>
void while_locked(const std::string& file, int ms, Function function) {
  Gate locked;
  Child holder([&] {
    Connection connection(file);
    connection.run("BEGIN IMMEDIATE; CREATE TABLE theirs (x)");
    locked.open();
    std::this_thread::sleep_for(std::chrono::milliseconds(ms));
    connection.run("ROLLBACK");
    return 0;
  });
  locked.wait();
  function(holder);
}

TEST_P(SqliteLock, IsWaitedFor) {
  ChainBuilder chain = simple_chain(2);
  while_locked(database_.file(), 300, [&](Child&) {
    auto db = database_.connect();
    EXPECT_TRUE(is_ok(upgrade(*db, chain.chain())));
  });
  EXPECT_TRUE(database_.has_table("t0002"));
}

TEST_P(SqliteLock, IsNotWaitedForLongerThanAsked) {
  ChainBuilder chain = simple_chain(1);
  while_locked(database_.file(), 20000, [&](Child& holder) {
    auto db = database_.connect();
    Options options;
    options.lock_wait_ms = 250;
    const auto begin = std::chrono::steady_clock::now();
    const Status status = upgrade(*db, chain.chain(), options);
    const auto waited = std::chrono::steady_clock::now() - begin;
    EXPECT_TRUE(fails_with(status, Code::busy));
    EXPECT_GE(waited, std::chrono::milliseconds(250));
    EXPECT_LT(waited, std::chrono::milliseconds(5000));
    EXPECT_EQ(status.native_code(), SQLITE_BUSY);
    EXPECT_THAT(status.message(), HasSubstr("the database is locked by "));
#if defined(__linux__)
    std::string name;
    std::ifstream("/proc/self/comm") >> name;
    EXPECT_THAT(status.message(),
                HasSubstr("pid " + std::to_string(holder.pid()) + " (" + name + "), running for "));
#endif
    EXPECT_THAT(status.message(), HasSubstr("; waited 25"));
    // stamp() and downgrade() say the same.
    EXPECT_TRUE(fails_with(stamp(*db, chain.chain(), "head", options), Code::busy));
    options.lock_wait_ms = 0;
    EXPECT_TRUE(fails_with(upgrade(*db, chain.chain(), options), Code::busy));
    // Reading is possible meanwhile.
    EXPECT_TRUE(is_ok(inspect(*db, chain.chain()).status));
  });
}

TEST_P(SqliteLock, TellsTheObserverWhoHasIt) {
  ChainBuilder chain = simple_chain(1);
  while_locked(database_.file(), 20000, [&](Child& holder) {
    auto db = database_.connect();
    Recorder recorder;
    Options options;
    options.lock_wait_ms = 1200;
    options.observer = &recorder;
    EXPECT_TRUE(fails_with(upgrade(*db, chain.chain(), options), Code::busy));
    EXPECT_EQ(recorder.waits, 1);  // about once a second
#if defined(__linux__)
    EXPECT_THAT(recorder.holder, HasSubstr("pid " + std::to_string(holder.pid())));
#endif
  });
}

TEST_P(SqliteLock, MayBeHeldByThisProcess) {
  ChainBuilder chain = simple_chain(1);
  Connection other(database_.file());
  other.run("BEGIN IMMEDIATE");
  auto db = database_.connect();
  Options options;
  options.lock_wait_ms = 20;
  const Status status = upgrade(*db, chain.chain(), options);
  EXPECT_TRUE(fails_with(status, Code::busy));
  EXPECT_THAT(status.message(), HasSubstr("locked by another connection"));
  other.run("ROLLBACK");
  EXPECT_TRUE(is_ok(upgrade(*db, chain.chain(), options)));
}

TEST_P(SqliteLock, AskingWhoDoesNotLoseOurOwn) {
  // Opening and closing the file in our process would drop the locks that SQLite holds for it.
  Connection ours(database_.file());
  ours.run("CREATE TABLE mine (x)");
  ours.run("BEGIN IMMEDIATE; INSERT INTO mine VALUES (1)");
  ChainBuilder chain = simple_chain(1);
  auto db = database_.connect();
  Options options;
  options.lock_wait_ms = 5;
  EXPECT_TRUE(fails_with(upgrade(*db, chain.chain(), options), Code::busy));
  Child child([&] {
    sqlite::Database theirs;
    if (!theirs.open(database_.file()).ok()) return 91;
    Options no_wait;
    no_wait.lock_wait_ms = 0;
    return static_cast<int>(upgrade(theirs, chain.chain(), no_wait).code());
  });
  EXPECT_EQ(child.wait(), static_cast<int>(Code::busy));
  ours.run("COMMIT");
}

// A reader does not stop a writer before its commit, with a rollback journal.
TEST_P(SqliteLock, WaitsForReadersAtTheCommit) {
  database_.run("CREATE TABLE mine (x); INSERT INTO mine VALUES (1), (2)");
  ChainBuilder chain = simple_chain(2);
  Gate reading;
  Child reader([&] {
    Connection connection(database_.file());
    connection.run("BEGIN; SELECT * FROM mine");
    reading.open();
    std::this_thread::sleep_for(std::chrono::milliseconds(300));
    connection.run("COMMIT");
    return 0;
  });
  reading.wait();
  auto db = database_.connect();
  EXPECT_TRUE(is_ok(upgrade(*db, chain.chain())));
  EXPECT_EQ(reader.wait(), 0);
  EXPECT_TRUE(inspect(*db, chain.chain()).at_head);
}

// With a write-ahead log readers are in nobody's way.
TEST(SqliteRollbackJournal, GivesUpOnAReaderAndRollsBack) {
  SqliteDatabase database("DELETE");
  database.run("CREATE TABLE mine (x); INSERT INTO mine VALUES (1), (2)");
  ChainBuilder chain = simple_chain(2);
  Connection reader(database.file());
  reader.run("BEGIN; SELECT * FROM mine");
  auto db = database.connect();
  Options options;
  options.lock_wait_ms = 100;
  EXPECT_TRUE(fails_with(upgrade(*db, chain.chain(), options), Code::busy));
  reader.run("COMMIT");
  EXPECT_FALSE(inspect(*db, chain.chain()).has_ledger);
  EXPECT_TRUE(is_ok(upgrade(*db, chain.chain(), options)));
}

// What a process that upgraded at the same time as others has done, by exit code.
int upgrade_at_once(const std::string& file, const Chain& chain, TransactionMode mode) {
  sqlite::Database db;
  if (!db.open(file).ok()) return 101;
  Recorder recorder;
  Options options;
  options.observer = &recorder;
  options.transaction_mode = mode;
  options.lock_wait_ms = 60000;
  const Status status = upgrade(db, chain, options);
  if (!status.ok()) {
    std::fprintf(stderr, "%s\n", status.to_string().c_str());
    return 102;
  }
  if (!inspect(db, chain).at_head) return 103;
  int steps = 0;
  for (const std::string& event : recorder.events) steps += event.rfind("step done", 0) == 0;
  return steps;
}

void sixteen_at_once(SqliteDatabase& database, const Chain& chain, TransactionMode mode) {
  Gate start;
  std::vector<std::unique_ptr<Child>> children;
  for (int i = 0; i < 16; ++i) {
    children.push_back(std::make_unique<Child>([&] {
      start.wait();
      return upgrade_at_once(database.file(), chain, mode);
    }));
  }
  start.open();
  int steps = 0;
  for (auto& child : children) {
    const int result = child->wait();
    EXPECT_LT(result, 100);
    steps += result;
  }
  // Each revision was applied by exactly one of them.
  EXPECT_EQ(steps, static_cast<int>(chain.revision_count));
  const std::string count = std::to_string(chain.revision_count);
  EXPECT_EQ(database.scalar("SELECT count(*) FROM retort_ledger"), count);
  EXPECT_EQ(database.scalar("SELECT count(DISTINCT revision) FROM retort_ledger"), count);
  EXPECT_EQ(database.scalar("SELECT max(seq) FROM retort_ledger"), count);
  EXPECT_EQ(database.scalar("PRAGMA integrity_check"), "ok");
}

TEST_P(SqliteLock, LetsSixteenProcessesUpgradeAFreshFileAtOnce) {
  ChainBuilder chain = simple_chain(20);
  for (int round = 0; round < 5; ++round) {
    SqliteDatabase fresh(GetParam());
    sixteen_at_once(fresh, chain.chain(), TransactionMode::automatic);
    if (HasFailure()) return;
  }
}

TEST_P(SqliteLock, LetsSixteenProcessesShareTheRevisions) {
  ChainBuilder chain = simple_chain(20);
  chain.at("0010").foreign_keys_off();
  for (int round = 0; round < 3; ++round) {
    SqliteDatabase fresh(GetParam());
    sixteen_at_once(fresh, chain.chain(), TransactionMode::per_revision);
    if (HasFailure()) return;
  }
}

TEST_P(SqliteLock, LetsSixteenProcessesResumeARevisionWithoutTransaction) {
  ChainBuilder chain = simple_chain(3);
  chain.at("0002").without_transaction();
  for (int i = 0; i < 20; ++i) chain.at("0002").add_up("UPDATE t0002 SET id = id + 1");
  for (int round = 0; round < 3; ++round) {
    SqliteDatabase fresh(GetParam());
    Gate start;
    std::vector<std::unique_ptr<Child>> children;
    for (int i = 0; i < 16; ++i) {
      children.push_back(std::make_unique<Child>([&] {
        start.wait();
        return upgrade_at_once(fresh.file(), chain.chain(), TransactionMode::automatic) < 100 ? 0
                                                                                              : 1;
      }));
    }
    start.open();
    for (auto& child : children) EXPECT_EQ(child->wait(), 0);
    // Every statement ran exactly once, whoever ran it.
    EXPECT_EQ(fresh.scalar("SELECT id FROM t0002"), "21");
    EXPECT_EQ(fresh.scalar("SELECT group_concat(revision) FROM (SELECT revision FROM "
                           "retort_ledger WHERE progress IS NULL ORDER BY seq)"),
              "0001,0002,0003");
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace retort::test
