// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// downgrade(), on any engine.
#include "support/engine.hpp"
#include "support/recorder.hpp"

namespace retort::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST_P(Downgrade, RevertsToATarget) {
  ChainBuilder chain = chain_of(5);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "-1")));
  EXPECT_EQ(applied(), "0001,0002,0003,0004");
  EXPECT_TRUE(consistent(5));
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "0002")));
  EXPECT_EQ(applied(), "0001,0002");
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "0002")));  // nothing to do
  EXPECT_EQ(applied(), "0001,0002");
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "base")));
  EXPECT_EQ(applied(), "");
  EXPECT_TRUE(consistent(5));
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_EQ(applied(), "0001,0002,0003,0004,0005");
}

TEST_P(Downgrade, GoesTheNewestFirst) {
  ChainBuilder chain = chain_of(3);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  Recorder recorder;
  Options options;
  options.observer = &recorder;
  ASSERT_TRUE(is_ok(downgrade(db(), chain.chain(), "0001", options)));
  EXPECT_THAT(recorder.events, ElementsAre("run down 2 steps 2 statements", "step 0002 -> 0003 0/2",
                                           "statement 0003 0", "done 0003 0", "step done 0003",
                                           "step 0001 -> 0002 1/2", "statement 0002 0",
                                           "done 0002 0", "step done 0002"));
}

TEST_P(Downgrade, RefusesBeforeAnythingIsRun) {
  ChainBuilder chain = chain_of(4);
  chain.at("0002").down = {};
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  Status status = downgrade(db(), chain.chain(), "base");
  EXPECT_TRUE(fails_with(status, Code::irreversible));
  EXPECT_EQ(status.message(), "revision '0002' cannot be reverted: it has no down section");
  EXPECT_EQ(status.file(), "migrations/0002.sql");
  EXPECT_EQ(applied(), "0001,0002,0003,0004");
  chain.at("0003").irreversible = true;
  status = downgrade(db(), chain.chain(), "0002");
  EXPECT_TRUE(fails_with(status, Code::irreversible));
  EXPECT_EQ(status.revision(), "0003");
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "0003")));
  EXPECT_TRUE(consistent(4));
}

TEST_P(Downgrade, RefusesTargetsThatMakeNoSense) {
  ChainBuilder chain = chain_of(3);
  Options options;
  options.target = "0002";
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_EQ(downgrade(db(), chain.chain(), "+1").message(), "'+1' points up; use upgrade +1");
  EXPECT_EQ(downgrade(db(), chain.chain(), "0003").message(),
            "'0003' is not below '0002': it is not applied");
  EXPECT_EQ(downgrade(db(), chain.chain(), "-3").message(),
            "'-3' goes 1 beyond the base, counted from '0002'");
  EXPECT_EQ(downgrade(db(), chain.chain(), "").message(),
            "downgrade needs a target: -1, a revision or base");
  EXPECT_TRUE(fails_with(downgrade(db(), chain.chain(), "0009"), Code::unknown_revision));
  EXPECT_EQ(applied(), "0001,0002");
}

TEST_P(Downgrade, AsksWhichParentOfAMerge) {
  ChainBuilder chain = builder();
  chain.add("a").add_up("CREATE TABLE a (x integer)").add_down("DROP TABLE a");
  chain.add("b", {"a"}).add_up("CREATE TABLE b (x integer)").add_down("DROP TABLE b");
  chain.add("c", {"a"}).add_up("CREATE TABLE c (x integer)").add_down("DROP TABLE c");
  chain.add("d", {"b", "c"}).add_up("CREATE TABLE d (x integer)").add_down("DROP TABLE d");
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  const Status status = downgrade(db(), chain.chain(), "-1");
  EXPECT_TRUE(fails_with(status, Code::invalid_argument));
  EXPECT_EQ(status.message(),
            "'-1' is ambiguous: 'd' has 2 parents: 'b' (revision b), 'c' (revision c); name one "
            "of them");
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "c")));
  EXPECT_EQ(applied(), "a,b,c");
  // Two revisions are current now.
  EXPECT_EQ(downgrade(db(), chain.chain(), "-1").message(),
            "'-1' is ambiguous: the database is at 'b' (revision b), 'c' (revision c); name one of "
            "them");
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "a")));
  EXPECT_EQ(applied(), "a");
}

TEST_P(Downgrade, TakesBackANewerProgramsRevisionsWithTheLedgersSql) {
  ChainBuilder chain = chain_of(4);
  chain.at("0004").down.statements.insert(chain.at("0004").down.statements.begin(),
                                          "DELETE FROM t0004 WHERE name = 'a;\nb'");
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.truncate(2);
  ASSERT_TRUE(fails_with(upgrade(db(), chain.chain()), Code::newer_database));
  Recorder recorder;
  Options options;
  options.observer = &recorder;
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "0002", options)));
  EXPECT_EQ(applied(), "0001,0002");
  EXPECT_TRUE(consistent(4));
  EXPECT_THAT(recorder.events, ElementsAre("run down 2 steps 3 statements", "step 0003 -> 0004 0/2",
                                           "statement 0004 0", "done 0004 0", "statement 0004 1",
                                           "done 0004 1", "step done 0004", "step 0002 -> 0003 1/2",
                                           "statement 0003 0", "done 0003 0", "step done 0003"));
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
}

TEST_P(Downgrade, CountsStepsFromANewerProgramsRevision) {
  ChainBuilder chain = chain_of(4);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.truncate(2);
  const Status status = downgrade(db(), chain.chain(), "-1");
  EXPECT_EQ(status.message(),
            "'-1' ends at '0003', which this program does not know; name a revision of this "
            "program");
  EXPECT_EQ(downgrade(db(), chain.chain(), "-9").message(), "'-9' goes 5 beyond the base");
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "-2")));
  EXPECT_EQ(applied(), "0001,0002");
}

TEST_P(Downgrade, SaysThatTheLedgerHoldsNoDown) {
  ChainBuilder chain = chain_of(3);
  chain.at("0003").down = {};
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.truncate(2);
  const Status status = downgrade(db(), chain.chain(), "base");
  EXPECT_TRUE(fails_with(status, Code::irreversible));
  EXPECT_EQ(status.message(),
            "revision '0003' cannot be reverted: the ledger holds no down SQL of it");
  EXPECT_EQ(applied(), "0001,0002,0003");
}

TEST_P(Downgrade, RevertsAChangedRevisionAsItWasShipped) {
  ChainBuilder chain = chain_of(2);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.at("0002").salt = "edited";
  chain.at("0002").down.statements = {"DROP TABLE renamed_in_the_edit"};
  ASSERT_TRUE(fails_with(upgrade(db(), chain.chain()), Code::changed_revision));
  EXPECT_TRUE(is_ok(downgrade(db(), chain.chain(), "-1")));
  EXPECT_TRUE(consistent(2));
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
}

TEST_P(Downgrade, DistrustsALedgerThatDoesNotFit) {
  ChainBuilder chain = chain_of(2);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.truncate(1);
  for (const char* plan : {"", "2 transaction=1",
                           "1 transaction=1 foreign_keys_off=0 lock_timeout_ms=0 "
                           "statement_timeout_ms=0 lengths=999999999999999999"}) {
    raw().run("UPDATE " + raw().ledger() + " SET down_plan = '" + plan +
              "' WHERE revision = '0002'");
    const Status status = downgrade(db(), chain.chain(), "0001");
    EXPECT_TRUE(fails_with(status, Code::bad_ledger));
    EXPECT_EQ(status.message(),
              "the ledger's down SQL of revision '0002' does not fit its down_plan");
  }
  EXPECT_EQ(applied(), "0001,0002");
}

TEST_P(Downgrade, RollsBackWhatFails) {
  ChainBuilder chain = chain_of(3);
  chain.at("0002").down.statements = {"DROP TABLE t0002", "DROP TABLE missing_table"};
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  Options options;
  options.transaction_mode = TransactionMode::all;
  const Status status = downgrade(db(), chain.chain(), "base", options);
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_EQ(status.revision(), "0002");
  EXPECT_EQ(status.statement_index(), 1U);
  EXPECT_THAT(status.message(), HasSubstr("missing_table"));
  EXPECT_EQ(applied(), "0001,0002,0003");
  EXPECT_TRUE(consistent(3));
}

}  // namespace
}  // namespace retort::test
