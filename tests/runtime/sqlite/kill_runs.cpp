// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "sqlite/kill_runs.hpp"

#include <chrono>
#include <random>
#include <thread>

#include "support/process.hpp"

namespace retort::test {
namespace {

class Killer final : public Observer {
 public:
  Killer(int count, Moment moment) : left_(count), moment_(moment) {}

  bool on_statement(const Step&, const Script&, std::uint32_t) override {
    count(Moment::before_statement);
    return true;
  }
  void on_statement_done(const Step&, const Script&, std::uint32_t, std::int64_t) override {
    count(Moment::after_statement);
  }
  void on_step_done(const Step&, std::int64_t) override { count(Moment::after_step); }

 private:
  void count(Moment moment) {
    if (moment == moment_ && left_-- == 0) raise(SIGKILL);
  }
  int left_;
  Moment moment_;
};

int run_upgrade(const std::string& file, const Chain& chain, TransactionMode mode,
                Observer* observer) {
  sqlite::Database db;
  if (!db.open(file).ok()) return 2;
  Options options;
  options.transaction_mode = mode;
  options.observer = observer;
  return upgrade(db, chain, options).ok() ? 0 : 1;
}

int microseconds_of_an_upgrade(const Chain& chain, const std::string& journal_mode) {
  SqliteDatabase database(journal_mode);
  const auto begin = std::chrono::steady_clock::now();
  EXPECT_EQ(run_upgrade(database.file(), chain, TransactionMode::per_revision, nullptr), 0);
  const auto end = std::chrono::steady_clock::now();
  return static_cast<int>(
      std::chrono::duration_cast<std::chrono::microseconds>(end - begin).count());
}

}  // namespace

bool upgrade_and_kill(const std::string& file, const Chain& chain, int count, Moment moment,
                      TransactionMode mode) {
  Child child([&] {
    Killer killer(count, moment);
    return run_upgrade(file, chain, mode, &killer);
  });
  const int result = child.wait();
  EXPECT_TRUE(result == 0 || result == 128 + SIGKILL) << result;
  return result != 0;
}

::testing::AssertionResult finishes(const std::string& file, const Chain& chain,
                                    const Snapshots& snapshots) {
  sqlite::Database db;
  if (Status status = db.open(file); !status.ok()) return is_ok(status);
  if (Status status = upgrade(db, chain); !status.ok()) return is_ok(status);
  if (!inspect(db, chain).at_head) return ::testing::AssertionFailure() << "not at the head";
  db.close();
  return snapshots.is_at_the_head(file);
}

int kill_everywhere(const Chain& chain, const std::string& journal_mode, int random) {
  const Snapshots snapshots(chain);
  int kills = 0;
  for (const TransactionMode mode : {TransactionMode::automatic, TransactionMode::per_revision}) {
    for (const Moment moment :
         {Moment::before_statement, Moment::after_statement, Moment::after_step}) {
      for (int count = 0;; ++count) {
        SqliteDatabase database(journal_mode);
        if (!upgrade_and_kill(database.file(), chain, count, moment, mode)) break;
        ++kills;
        EXPECT_TRUE(snapshots.is_at_a_revision(database.file()));
        EXPECT_TRUE(finishes(database.file(), chain, snapshots));
        if (::testing::Test::HasFailure()) {
          ADD_FAILURE() << "killed at " << count << ", moment " << static_cast<int>(moment)
                        << ", mode " << static_cast<int>(mode);
          return kills;
        }
      }
    }
  }
  std::minstd_rand generator(1);
  const int longest = microseconds_of_an_upgrade(chain, journal_mode) + 2000;
  for (int i = 0; i < random && !::testing::Test::HasFailure(); ++i) {
    SqliteDatabase database(journal_mode);
    const auto pause = static_cast<int>(generator() % static_cast<unsigned>(longest));
    Child child([&] {
      return run_upgrade(database.file(), chain, TransactionMode::per_revision, nullptr);
    });
    std::this_thread::sleep_for(std::chrono::microseconds(pause));
    child.kill(SIGKILL);
    child.wait();
    ++kills;
    EXPECT_TRUE(snapshots.is_at_a_revision(database.file())) << "after " << pause << " us";
    EXPECT_TRUE(finishes(database.file(), chain, snapshots)) << "after " << pause << " us";
  }
  return kills;
}

}  // namespace retort::test
