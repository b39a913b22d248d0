// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// transaction:false: progress by statement, resume, and what is refused half-way.
#include "support/engine.hpp"
#include "support/recorder.hpp"

namespace retort::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

// 0001, then 0002 whose third statement needs table `gate`, then 0003.
ChainBuilder gated_chain(ChainBuilder chain) {
  RevisionSpec& revision = chain.at("0002");
  revision.without_transaction();
  revision.add_up("INSERT INTO gate VALUES (1)").add_up("INSERT INTO t0002 VALUES (2, 'last')");
  revision.down.statements = {"DELETE FROM t0002", "DELETE FROM back_gate", "DROP TABLE t0002"};
  return chain;
}

TEST_P(Alone, RunsBetweenTheTransactions) {
  ChainBuilder chain = chain_of(3);
  chain.at("0002").without_transaction();
  Recorder recorder;
  Options options;
  options.observer = &recorder;
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_EQ(applied(), "0001,0002,0003");
  EXPECT_TRUE(consistent(3));
  EXPECT_EQ(recorder.statements, 6);
  EXPECT_EQ(recorder.events.front(), "run up 3 steps 6 statements");
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "base")));
  EXPECT_EQ(applied(), "");
  EXPECT_TRUE(consistent(3));
}

TEST_P(Alone, ResumesAtTheStatementThatFailed) {
  ChainBuilder chain = gated_chain(chain_of(3));
  const Status status = upgrade(db(), chain.chain());
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_EQ(status.revision(), "0002");
  EXPECT_EQ(status.statement_index(), 2U);
  EXPECT_EQ(applied(), "0001,0002*");
  EXPECT_EQ(raw().scalar("SELECT progress FROM " + raw().ledger() + " WHERE revision = '0002'"),
            "2");
  Inspection found = inspect(db(), chain.chain());
  EXPECT_EQ(found.in_progress, "0002");
  EXPECT_FALSE(found.at_head);
  EXPECT_THAT(found.current, ElementsAre("0001"));

  // Nothing is run twice: statement 0 would fail, statement 1 would leave a second row.
  EXPECT_TRUE(fails_with(upgrade(db(), chain.chain()), Code::sql_error));
  raw().run("CREATE TABLE gate (x integer)");
  Recorder recorder;
  Options options;
  options.observer = &recorder;
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_EQ(recorder.events[0], "run up 2 steps 4 statements");
  EXPECT_EQ(recorder.events[2], "statement 0002 2");
  EXPECT_EQ(applied(), "0001,0002,0003");
  EXPECT_EQ(raw().scalar("SELECT count(*) FROM t0002"), "2");
  EXPECT_EQ(raw().scalar("SELECT count(*) FROM gate"), "1");
  EXPECT_TRUE(inspect(db(), chain.chain()).at_head);
}

TEST_P(Alone, IsNotAtTheHeadHalfWay) {
  ChainBuilder chain = gated_chain(chain_of(2));
  EXPECT_TRUE(fails_with(upgrade(db(), chain.chain()), Code::sql_error));
  EXPECT_TRUE(fails_with(upgrade(db(), chain.chain()), Code::sql_error));
  EXPECT_EQ(applied(), "0001,0002*");
}

TEST_P(Alone, RefusesToDowngradeFromHalfWayUp) {
  ChainBuilder chain = gated_chain(chain_of(2));
  ASSERT_FALSE(upgrade(db(), chain.chain()).ok());
  const Status status = downgrade(db(), chain.chain(), "base");
  EXPECT_TRUE(fails_with(status, Code::invalid_argument));
  EXPECT_EQ(status.message(),
            "revision '0002' stopped after 2 statements; finish it with upgrade before "
            "downgrading");
}

TEST_P(Alone, ResumesADowngrade) {
  ChainBuilder chain = gated_chain(chain_of(3));
  raw().run("CREATE TABLE gate (x integer)");
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  Status status = downgrade(db(), chain.chain(), "0001");
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_EQ(status.statement_index(), 1U);
  EXPECT_EQ(applied(), "0001,0002*");
  EXPECT_EQ(raw().scalar("SELECT progress FROM " + raw().ledger() + " WHERE revision = '0002'"),
            "-2");
  status = upgrade(db(), chain.chain());
  EXPECT_TRUE(fails_with(status, Code::invalid_argument));
  EXPECT_THAT(status.message(), HasSubstr("finish it with downgrade"));
  raw().run("CREATE TABLE back_gate (x integer)");
  // Half-way down it is still where the database stands: the same words do the rest.
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "-1")));
  EXPECT_EQ(applied(), "0001");
  EXPECT_FALSE(raw().has_table("t0002"));
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
}

TEST_P(Alone, CanBeStampedOutOfTheWay) {
  ChainBuilder chain = gated_chain(chain_of(3));
  ASSERT_FALSE(upgrade(db(), chain.chain()).ok());
  EXPECT_TRUE(is_ok(stamp(db(), chain.chain(), "0002")));
  EXPECT_EQ(applied(), "0001,0002");
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_EQ(applied(), "0001,0002,0003");
}

TEST_P(Alone, TriesTheVerifyQueriesAgain) {
  ChainBuilder chain = chain_of(1);
  chain.at("0001").without_transaction();
  chain.at("0001").add_verify("SELECT count(*) = 1 FROM gate");
  raw().run("CREATE TABLE gate (x integer)");
  EXPECT_TRUE(fails_with(upgrade(db(), chain.chain()), Code::verify_failed));
  EXPECT_EQ(applied(), "0001*");
  raw().run("INSERT INTO gate VALUES (1)");
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_EQ(applied(), "0001");
}

TEST_P(Alone, IsRefusedInModeAll) {
  ChainBuilder chain = chain_of(2);
  chain.at("0002").without_transaction();
  Options options;
  options.transaction_mode = TransactionMode::all;
  const Status status = upgrade(db(), chain.chain(), options);
  EXPECT_TRUE(fails_with(status, Code::invalid_argument));
  EXPECT_EQ(status.message(),
            "revision '0002' says transaction:false: transaction mode 'all' is not possible");
  EXPECT_FALSE(raw().has_table("t0001"));
}

TEST_P(Alone, CanBeStoppedAndResumed) {
  ChainBuilder chain = chain_of(1);
  chain.at("0001").without_transaction();
  Recorder recorder;
  recorder.stop_at = 1;
  Options options;
  options.observer = &recorder;
  EXPECT_TRUE(fails_with(upgrade(db(), chain.chain(), options), Code::interrupted));
  EXPECT_EQ(applied(), "0001*");
  EXPECT_TRUE(raw().has_table("t0001"));
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_EQ(raw().scalar("SELECT count(*) FROM t0001"), "1");
}

}  // namespace
}  // namespace retort::test
