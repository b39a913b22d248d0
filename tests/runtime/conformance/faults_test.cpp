// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Every call to the driver fails in turn: the database must be at a revision afterwards, the first
// error must be what the caller sees, and the next run must finish.
#include <algorithm>

#include "support/engine.hpp"
#include "support/faulty_database.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;
using When = FaultyDatabase::When;
using Action = Status (*)(Database&, const Chain&);

class FaultRun {
 public:
  FaultRun(MakeDatabase make, ChainBuilder& chain, Action prepare, Action action)
      : make_(make), chain_(chain), prepare_(prepare), action_(action) {}

  // Runs with a fault at call 0, 1, … until a run meets none. Returns how many faults there were.
  template <class Check>
  int each(When when, bool stays_broken, Check check) {
    for (int fail_at = 0;; ++fail_at) {
      auto database = make_();
      auto connection = database->connect();
      if (prepare_ != nullptr) {
        EXPECT_TRUE(is_ok(prepare_(*connection, chain_.chain())));
      }
      FaultyDatabase faulty(*connection, fail_at, when, stays_broken);
      const Status status = action_(faulty, chain_.chain());
      if (!faulty.failed()) {
        EXPECT_TRUE(is_ok(status));
        return fail_at;
      }
      if (!status.ok()) {
        EXPECT_TRUE(fails_with(status, Code::connection_lost));
        EXPECT_THAT(status.message(), HasSubstr("call " + std::to_string(fail_at)))
            << "the first error is the one that counts";
      }
      connection.reset();
      check(*database, fail_at);
      if (::testing::Test::HasFailure()) {
        ADD_FAILURE() << "fault at call " << fail_at;
        return fail_at;
      }
    }
  }

 private:
  MakeDatabase make_;
  ChainBuilder& chain_;
  Action prepare_;
  Action action_;
};

Status up(Database& database, const Chain& chain) { return upgrade(database, chain); }
Status down(Database& database, const Chain& chain) { return downgrade(database, chain, "base"); }
Status stamp_head(Database& database, const Chain& chain) { return stamp(database, chain, "head"); }

Status per_revision(Database& database, const Chain& chain) {
  Options options;
  options.transaction_mode = TransactionMode::per_revision;
  return upgrade(database, chain, options);
}

// The ledger and the tables say the same, and a new connection finishes the upgrade.
void check_then_finish(TestDatabase& database, const Chain& chain) {
  auto connection = database.connect();
  const Inspection found = inspect(*connection, chain);
  ASSERT_TRUE(is_ok(found.status));
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    const std::string id(chain.revisions[i].id);
    const bool applied =
        std::find(found.applied.begin(), found.applied.end(), id) != found.applied.end();
    if (found.in_progress == id) continue;
    EXPECT_EQ(database.has_table("t" + id), applied) << "revision " << id;
  }
  EXPECT_TRUE(is_ok(upgrade(*connection, chain)));
  EXPECT_TRUE(inspect(*connection, chain).at_head);
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    const std::string id(chain.revisions[i].id);
    EXPECT_EQ(database.scalar("SELECT count(*) FROM t" + id), "1") << "each statement ran once";
  }
}

TEST_P(Faults, OfAnUpgradeLeaveTheDatabaseAtARevision) {
  ChainBuilder chain = chain_of(3);
  chain.at("0002").add_verify("SELECT count(*) = 1 FROM t0002");
  for (const When when : {When::before, When::after}) {
    for (const bool stays_broken : {false, true}) {
      FaultRun run(GetParam(), chain, nullptr, up);
      const int faults = run.each(when, stays_broken, [&](TestDatabase& database, int) {
        check_then_finish(database, chain.chain());
      });
      EXPECT_GT(faults, 10);
    }
  }
}

TEST_P(Faults, OfAnUpgradePerRevisionLeaveTheDatabaseAtARevision) {
  ChainBuilder chain = chain_of(3);
  for (const When when : {When::before, When::after}) {
    FaultRun run(GetParam(), chain, nullptr, per_revision);
    const int faults = run.each(when, true, [&](TestDatabase& database, int) {
      check_then_finish(database, chain.chain());
    });
    EXPECT_GT(faults, 15);
  }
}

TEST_P(Faults, OfADowngradeLeaveTheDatabaseAtARevision) {
  ChainBuilder chain = chain_of(3);
  for (const When when : {When::before, When::after}) {
    FaultRun run(GetParam(), chain, up, down);
    const int faults = run.each(when, true, [&](TestDatabase& database, int) {
      check_then_finish(database, chain.chain());
    });
    EXPECT_GT(faults, 8);
  }
}

TEST_P(Faults, OfAStampLeaveTheLedgerWhole) {
  ChainBuilder chain = chain_of(3);
  for (const When when : {When::before, When::after}) {
    FaultRun run(GetParam(), chain, nullptr, stamp_head);
    const int faults = run.each(when, true, [&](TestDatabase& database, int) {
      auto connection = database.connect();
      const Inspection found = inspect(*connection, chain.chain());
      EXPECT_TRUE(is_ok(found.status));
      EXPECT_TRUE(found.applied.empty() || found.applied.size() == 3);
    });
    EXPECT_GT(faults, 8);
  }
}

TEST_P(Faults, OfARevisionWithoutTransactionAreResumed) {
  ChainBuilder chain = chain_of(3);
  // Safe to repeat, as such statements must be: where the note cannot share the statement's
  // transaction, a fault between the two sends the statement again.
  chain.at("0002").without_transaction();
  chain.at("0002").up.statements = {
      "CREATE TABLE IF NOT EXISTS t0002 (id integer PRIMARY KEY, name text)",
      "DELETE FROM t0002 WHERE id = 1", "INSERT INTO t0002 VALUES (1, '0002')"};
  FaultRun run(GetParam(), chain, nullptr, up);
  const int faults = run.each(When::before, true, [&](TestDatabase& database, int) {
    check_then_finish(database, chain.chain());
  });
  EXPECT_GT(faults, 20);
}

}  // namespace
}  // namespace retort::test
