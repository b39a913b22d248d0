// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// migrations/, the chain of a real application, as a program holds it: sixteen processes at once,
// and the client, its backend and the whole server killed at every step. RETORT_TEST_LONG=1 does
// not leave out any step; the number of kills is printed.
#include <real_chain/migrations.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <random>
#include <thread>

#include "postgres/ladder.hpp"
#include "support/process.hpp"

namespace retort::test {
namespace {

const Chain& chain() { return real_chain::migrations::chain(); }

bool is_long() { return std::getenv("RETORT_TEST_LONG") != nullptr; }

// Calls `act` at the nth moment of a run: before and after each statement, after each revision.
class At final : public Observer {
 public:
  At(int moment, std::function<void()> act) : left_(moment), act_(std::move(act)) {}
  bool on_statement(const Step&, const Script&, std::uint32_t) override {
    count();
    return true;
  }
  void on_statement_done(const Step&, const Script&, std::uint32_t, std::int64_t) override {
    count();
  }
  void on_step_done(const Step&, std::int64_t) override { count(); }
  bool acted() const { return left_ < 0; }

 private:
  void count() {
    if (left_-- == 0) act_();
  }
  int left_;
  std::function<void()> act_;
};

Status run(const std::string& connection, const std::function<void(postgres::Database&)>& at_moment,
           int moment, bool* acted = nullptr) {
  postgres::Database db;
  if (Status status = db.open(connection); !status.ok()) return status;
  At observer(moment, [&] { at_moment(db); });
  Options options;
  options.observer = &observer;
  Status status = upgrade(db, chain(), options);
  if (acted != nullptr) *acted = observer.acted();
  return status;
}

class PostgresChain : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { ladder_ = new Ladder(chain()); }
  static void TearDownTestSuite() { delete ladder_; }

  void expect_whole(PostgresDatabase& database, int moment) {
    EXPECT_TRUE(ladder_->is_at_a_revision(database)) << "moment " << moment;
    EXPECT_TRUE(ladder_->finishes(database)) << "moment " << moment;
  }
  void report(const char* what, int kills) {
    std::printf("%d %s\n", kills, what);
    RecordProperty("kills", kills);
  }

  static Ladder* ladder_;
};

Ladder* PostgresChain::ladder_ = nullptr;

// The first one: SetUpTestSuite has gone up, down and up.
TEST_F(PostgresChain, GoesUpDownAndUp) { EXPECT_FALSE(HasFailure()); }

TEST_F(PostgresChain, IsUpgradedBySixteenProcessesAtOnce) {
  for (int round = 0; round < (is_long() ? 10 : 2) && !HasFailure(); ++round) {
    PostgresDatabase database;
    const std::string connection = database.connection_string();
    Gate start;
    std::vector<std::unique_ptr<Child>> children;
    for (int i = 0; i < 16; ++i) {
      children.push_back(std::make_unique<Child>([&] {
        start.wait();
        postgres::Database db;
        if (!db.open(connection).ok()) return 3;
        Options options;
        options.lock_wait_ms = 120'000;
        const Status status = upgrade(db, chain(), options);
        if (!status.ok()) std::fprintf(stderr, "%s\n", status.to_string().c_str());
        return status.ok() && inspect(db, chain()).at_head ? 0 : 2;
      }));
    }
    start.open();
    for (auto& child : children) EXPECT_EQ(child->wait(), 0);
    EXPECT_TRUE(ladder_->finishes(database));
  }
}

TEST_F(PostgresChain, SurvivesKillsOfTheClient) {
  int kills = 0;
  const int step = is_long() ? 1 : 3;
  for (int moment = 0; !HasFailure(); moment += step) {
    PostgresDatabase database;
    const std::string connection = database.connection_string();
    Child child([&] {
      return run(
                 connection, [](postgres::Database&) { raise(SIGKILL); }, moment)
                     .ok()
                 ? 0
                 : 1;
    });
    if (child.wait() == 0) break;
    ++kills;
    expect_whole(database, moment);
  }
  std::minstd_rand generator(1);
  for (int i = 0; i < (is_long() ? 120 : 10) && !HasFailure(); ++i) {
    PostgresDatabase database;
    const std::string connection = database.connection_string();
    Child child([&] {
      return run(
                 connection, [](postgres::Database&) {}, 0)
                     .ok()
                 ? 0
                 : 1;
    });
    std::this_thread::sleep_for(std::chrono::microseconds(generator() % 120'000));
    child.kill(SIGKILL);
    child.wait();
    ++kills;
    expect_whole(database, i);
  }
  report("kills of the client", kills);
}

TEST_F(PostgresChain, SurvivesKillsOfTheBackend) {
  int kills = 0;
  const int step = is_long() ? 1 : 3;
  for (int moment = 0; !HasFailure(); moment += step) {
    PostgresDatabase database;
    bool acted = false;
    const Status status = run(
        database.connection_string(),
        [&](postgres::Database& db) {
          database.run("SELECT pg_terminate_backend(" + std::to_string(PQbackendPID(db.handle())) +
                       ", 10000)");
        },
        moment, &acted);
    if (!acted) break;
    ++kills;
    // After the last statement of all nothing more may be sent.
    if (!status.ok()) {
      EXPECT_TRUE(status.code() == Code::connection_lost || status.code() == Code::in_doubt)
          << status.to_string();
    }
    expect_whole(database, moment);
  }
  report("kills of the backend", kills);
}

TEST_F(PostgresChain, SurvivesKillsOfTheServer) {
  int kills = 0;
  const int step = is_long() ? 1 : 9;
  for (int moment = is_long() ? 0 : 4; !HasFailure(); moment += step) {
    auto database = std::make_unique<PostgresDatabase>();
    bool acted = false;
    const Status status = run(
        database->connection_string(), [&](postgres::Database&) { test_cluster().kill_server(); },
        moment, &acted);
    if (!acted) break;
    ++kills;
    std::string error;
    ASSERT_TRUE(test_cluster().restart(error)) << error;
    database->reconnect();
    if (!status.ok()) {
      EXPECT_TRUE(status.code() == Code::connection_lost || status.code() == Code::in_doubt)
          << status.to_string();
    }
    expect_whole(*database, moment);
  }
  report("kills of the server", kills);
}

}  // namespace
}  // namespace retort::test
