// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// upgrade(), on any engine.
#include "support/engine.hpp"
#include "support/recorder.hpp"

namespace retort::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

TEST_P(Upgrade, AppliesEverythingToAFreshDatabase) {
  ChainBuilder chain = chain_of(3);
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_EQ(applied(), "0001,0002,0003");
  EXPECT_TRUE(consistent(3));
  EXPECT_EQ(raw().scalar("SELECT max(seq) FROM " + raw().ledger()), "3");
}

TEST_P(Upgrade, DoesNothingAtTheHead) {
  ChainBuilder chain = chain_of(2);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  const std::string before = raw().scalar("SELECT max(applied_at) FROM " + raw().ledger());
  Recorder recorder;
  Options options;
  options.observer = &recorder;
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_TRUE(recorder.events.empty());
  EXPECT_EQ(raw().scalar("SELECT max(applied_at) FROM " + raw().ledger()), before);
  EXPECT_EQ(applied(), "0001,0002");
}

TEST_P(Upgrade, AppliesWhatANewerProgramAdds) {
  ChainBuilder chain = chain_of(2);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain = chain_of(4);
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_EQ(applied(), "0001,0002,0003,0004");
  EXPECT_TRUE(consistent(4));
}

TEST_P(Upgrade, StopsAtATarget) {
  ChainBuilder chain = chain_of(5);
  Options options;
  options.target = "0002";
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_EQ(applied(), "0001,0002");
  options.target = "+2";
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_EQ(applied(), "0001,0002,0003,0004");
  options.target = "0001";  // already there
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_EQ(applied(), "0001,0002,0003,0004");
  options.target = "heads";
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_EQ(applied(), "0001,0002,0003,0004,0005");
}

TEST_P(Upgrade, RefusesTargetsThatMakeNoSense) {
  ChainBuilder chain = chain_of(2);
  Options options;
  options.target = "nope";
  Status status = upgrade(db(), chain.chain(), options);
  EXPECT_TRUE(fails_with(status, Code::unknown_revision));
  EXPECT_EQ(status.message(), "unknown revision 'nope'");
  options.target = "-1";
  status = upgrade(db(), chain.chain(), options);
  EXPECT_TRUE(fails_with(status, Code::invalid_argument));
  EXPECT_EQ(status.message(), "'-1' points down; use downgrade -1");
  options.target = "+3";
  status = upgrade(db(), chain.chain(), options);
  EXPECT_TRUE(fails_with(status, Code::invalid_argument));
  EXPECT_EQ(status.message(), "'+3' goes 1 beyond the head, counted from 'base'");
  EXPECT_FALSE(raw().has_table("retort_ledger"));
}

TEST_P(Upgrade, AppliesOnlyTheAncestorsOfATarget) {
  ChainBuilder chain = builder();
  chain.add("a").add_up("CREATE TABLE a (x integer)");
  chain.add("b", {"a"}).add_up("CREATE TABLE b (x integer)");
  chain.add("c", {"a"}).add_up("CREATE TABLE c (x integer)");
  chain.add("d", {"b", "c"}).add_up("CREATE TABLE d (x integer)");
  Options options;
  options.target = "c";
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_EQ(applied(), "a,c");
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_EQ(applied(), "a,c,b,d");
  EXPECT_TRUE(inspect(db(), chain.chain()).at_head);
}

TEST_P(Upgrade, WritesWhatTheLedgerPromises) {
  ChainBuilder chain = chain_of(2);
  Options options;
  options.applied_by = "recorder 1.2";
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  const Body& body = chain.chain().revisions[1].bodies[0];
  const std::string row = " FROM " + raw().ledger() + " WHERE revision = '0002'";
  EXPECT_EQ(raw().scalar("SELECT chain" + row), "app");
  EXPECT_EQ(raw().scalar("SELECT seq" + row), "2");
  EXPECT_EQ(raw().scalar("SELECT digest" + row), body.digest);
  EXPECT_EQ(raw().scalar("SELECT content_hash" + row), body.content_hash);
  EXPECT_EQ(raw().scalar("SELECT message" + row), "revision 0002");
  EXPECT_EQ(raw().scalar("SELECT applied_by" + row), "recorder 1.2");
  EXPECT_EQ(raw().scalar("SELECT progress" + row), "NULL");
  EXPECT_EQ(raw().scalar("SELECT down_sql" + row), "DROP TABLE t0002;\n");
  EXPECT_EQ(raw().scalar("SELECT down_plan" + row),
            "1 transaction=1 foreign_keys_off=0 lock_timeout_ms=0 statement_timeout_ms=0 "
            "lengths=16");
  EXPECT_EQ(raw().scalar("SELECT duration_us >= 0" + row).substr(0, 1),
            raw().scalar("SELECT 1 = 1").substr(0, 1));
}

TEST_P(Upgrade, NamesThePlaceOfAFailingStatement) {
  ChainBuilder chain = chain_of(1);
  chain.add("0002")
      .add_up("CREATE TABLE fine (x integer)")
      .add_up("INSERT INTO fine\nVALUES (1)")
      .add_up("INSERT INTO missing_table VALUES (1)");
  const Status status = upgrade(db(), chain.chain());
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_EQ(status.revision(), "0002");
  EXPECT_EQ(status.statement_index(), 2U);
  EXPECT_EQ(status.file(), "migrations/0002.sql");
  EXPECT_EQ(status.line(), 9U);
  EXPECT_THAT(status.message(), HasSubstr("missing_table"));
  EXPECT_THAT(status.to_string(), HasSubstr("migrations/0002.sql:9:"));
  EXPECT_FALSE(raw().has_table("fine"));
}

TEST_P(Upgrade, RollsEverythingBackInModeAll) {
  ChainBuilder chain = chain_of(3);
  chain.at("0003").add_up("INSERT INTO missing_table VALUES (1)");
  Options options;
  options.transaction_mode = TransactionMode::all;
  EXPECT_TRUE(fails_with(upgrade(db(), chain.chain(), options), Code::sql_error));
  EXPECT_FALSE(raw().has_table("t0001"));
  EXPECT_FALSE(raw().has_table("retort_ledger") && applied() != "");
  chain = chain_of(3);
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_TRUE(consistent(3));
}

TEST_P(Upgrade, KeepsFinishedRevisionsInModePerRevision) {
  ChainBuilder chain = chain_of(3);
  chain.at("0003").add_up("INSERT INTO missing_table VALUES (1)");
  Options options;
  options.transaction_mode = TransactionMode::per_revision;
  EXPECT_TRUE(fails_with(upgrade(db(), chain.chain(), options), Code::sql_error));
  EXPECT_EQ(applied(), "0001,0002");
  EXPECT_TRUE(consistent(3));
  chain = chain_of(3);
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_TRUE(consistent(3));
}

TEST_P(Upgrade, RunsTheVerifyQueries) {
  ChainBuilder chain = chain_of(1);
  chain.at("0001").add_verify("SELECT 1 WHERE 1 = 0").add_verify("SELECT count(*) = 1 FROM t0001");
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_EQ(applied(), "0001");
}

TEST_P(Upgrade, RollsBackWhatIsNotVerified) {
  for (const char* query : {"SELECT count(*) = 7 FROM t0001", "SELECT NULL = 1"}) {
    ChainBuilder chain = chain_of(1);
    chain.at("0001").add_verify(query);
    const Status status = upgrade(db(), chain.chain());
    EXPECT_TRUE(fails_with(status, Code::verify_failed)) << query;
    EXPECT_EQ(status.revision(), "0001");
    EXPECT_EQ(status.file(), "migrations/0001.sql");
    EXPECT_FALSE(raw().has_table("t0001")) << query;
  }
}

TEST_P(Upgrade, TellsTheObserver) {
  ChainBuilder chain = chain_of(2);
  Recorder recorder;
  Options options;
  options.observer = &recorder;
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_THAT(recorder.events,
              ElementsAre("run up 2 steps 4 statements", "step  -> 0001 0/2", "statement 0001 0",
                          "done 0001 0", "statement 0001 1", "done 0001 1", "step done 0001",
                          "step 0001 -> 0002 1/2", "statement 0002 0", "done 0002 0",
                          "statement 0002 1", "done 0002 1", "step done 0002"));
}

TEST_P(Upgrade, StopsWhenTheObserverSaysSo) {
  ChainBuilder chain = chain_of(2);
  Recorder recorder;
  recorder.stop_at = 3;
  Options options;
  options.observer = &recorder;
  options.transaction_mode = TransactionMode::all;
  const Status status = upgrade(db(), chain.chain(), options);
  EXPECT_TRUE(fails_with(status, Code::interrupted));
  EXPECT_EQ(status.revision(), "0002");
  EXPECT_FALSE(raw().has_table("t0001"));
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_TRUE(consistent(2));
}

TEST_P(Upgrade, RecognisesANewerDatabase) {
  ChainBuilder chain = chain_of(3);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.truncate(2);
  const Status status = upgrade(db(), chain.chain());
  EXPECT_TRUE(fails_with(status, Code::newer_database));
  EXPECT_EQ(status.revision(), "0003");
  EXPECT_EQ(status.message(),
            "the database is at '0003', which this program does not know: it was upgraded by a "
            "newer program; use that one, or downgrade to '0002'");
  EXPECT_EQ(applied(), "0001,0002,0003");
}

TEST_P(Upgrade, RecognisesAChangedRevision) {
  ChainBuilder chain = chain_of(3);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain = chain_of(4);
  chain.at("0002").salt = "edited";
  const Status status = upgrade(db(), chain.chain());
  EXPECT_TRUE(fails_with(status, Code::changed_revision));
  EXPECT_EQ(status.revision(), "0002");
  EXPECT_EQ(status.file(), "migrations/0002.sql");
  EXPECT_EQ(applied(), "0001,0002,0003");
}

TEST_P(Upgrade, RecognisesAChangeBehindTheSameHead) {
  ChainBuilder chain = chain_of(3);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.at("0001").salt = "edited";
  const Status status = upgrade(db(), chain.chain());
  EXPECT_TRUE(fails_with(status, Code::changed_revision));
  EXPECT_EQ(status.revision(), "0001");
}

TEST_P(Upgrade, KeepsChainsApartInOneLedger) {
  ChainBuilder library = builder("library");
  library.add("0001")
      .add_up("CREATE TABLE library_one (x integer)")
      .add_down("DROP TABLE library_one");
  ChainBuilder program = builder("program");
  program.add("0001").add_up("CREATE TABLE program_one (x integer)");
  program.add("0002").depends_on = {{"library", "0001"}};
  const Status status = upgrade(db(), program.chain());
  EXPECT_TRUE(fails_with(status, Code::missing_dependency));
  EXPECT_EQ(status.revision(), "0002");
  EXPECT_EQ(status.message(),
            "revision '0002' depends on 'library@0001', which is not applied; upgrade chain "
            "'library' first");
  EXPECT_FALSE(raw().has_table("program_one"));
  EXPECT_TRUE(is_ok(upgrade(db(), library.chain())));
  EXPECT_TRUE(is_ok(upgrade(db(), program.chain())));
  EXPECT_EQ(applied("library"), "0001");
  EXPECT_EQ(applied("program"), "0001,0002");
  EXPECT_TRUE(is_ok(upgrade(db(), library.chain())));
  // Whether other chains depend on it is not in the ledger: a downgrade cannot know.
  EXPECT_TRUE(is_ok(downgrade(db(), library.chain(), "base")));
  EXPECT_EQ(applied("library"), "");
  EXPECT_EQ(applied("program"), "0001,0002");
}

TEST_P(Upgrade, JoinsTheChunksOfALongStatement) {
  ChainBuilder builder = chain_of(1);
  const Chain& chain = builder.chain();
  const std::string_view chunks[] = {"INSERT INTO t0001 VALUES (2, 'a", "b", "c')"};
  const Statement long_statement = {chunks, 3, 9, 1, 0};
  const Statement statements[] = {chain.revisions[0].bodies[0].up.statements[0],
                                  chain.revisions[0].bodies[0].up.statements[1], long_statement};
  Body body = chain.revisions[0].bodies[0];
  body.up.statements = statements;
  body.up.statement_count = 3;
  Revision revision = chain.revisions[0];
  revision.bodies = &body;
  Chain changed = chain;
  changed.revisions = &revision;
  EXPECT_TRUE(is_ok(upgrade(db(), changed)));
  EXPECT_EQ(raw().scalar("SELECT name FROM t0001 WHERE id = 2"), "abc");
}

TEST_P(Upgrade, RefusesChainsThatDoNotFit) {
  ChainBuilder builder = chain_of(1);
  Chain chain = builder.chain();
  chain.abi = RETORT_GENERATED_ABI + 1;
  Status status = upgrade(db(), chain);
  EXPECT_TRUE(fails_with(status, Code::invalid_argument));
  EXPECT_THAT(status.message(), HasSubstr("abi"));
  const Engine other = raw().engine() == Engine::sqlite ? Engine::postgres : Engine::sqlite;
  chain = builder.chain();
  chain.engines = &other;
  status = upgrade(db(), chain);
  EXPECT_TRUE(fails_with(status, Code::wrong_engine));
  EXPECT_THAT(status.message(), HasSubstr("ENGINES"));
}

TEST_P(Upgrade, AcceptsAnEmptyChain) {
  ChainBuilder chain = builder();
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_TRUE(inspect(db(), chain.chain()).at_head);
}

TEST_P(Upgrade, LeavesEverythingAsItWasForASecondConnection) {
  ChainBuilder chain = chain_of(2);
  chain.at("0002").add_up("INSERT INTO missing_table VALUES (1)");
  EXPECT_FALSE(upgrade(db(), chain.chain()).ok());
  // No lock is left behind: another connection need not wait.
  auto second = raw().connect();
  chain = chain_of(2);
  Options options;
  options.lock_wait_ms = 0;
  EXPECT_TRUE(is_ok(upgrade(*second, chain.chain(), options)));
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_TRUE(consistent(2));
}

}  // namespace
}  // namespace retort::test
