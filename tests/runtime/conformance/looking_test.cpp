// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// inspect(), plan() and stamp(), on any engine.
#include "support/engine.hpp"

namespace retort::test {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> ids(const std::vector<const Revision*>& revisions) {
  std::vector<std::string> result;
  for (const Revision* revision : revisions) result.emplace_back(revision->id);
  return result;
}

std::vector<std::string> steps(const Plan& plan) {
  std::vector<std::string> result;
  for (const PlannedStep& step : plan.steps) {
    result.push_back((step.direction == Direction::upgrade ? "up " : "down ") + step.id);
  }
  return result;
}

TEST_P(Looking, InspectsAnEmptyDatabaseWithoutWriting) {
  ChainBuilder chain = chain_of(2);
  const Inspection found = inspect(db(), chain.chain());
  EXPECT_TRUE(is_ok(found.status));
  EXPECT_FALSE(found.has_ledger);
  EXPECT_FALSE(found.at_head);
  EXPECT_THAT(found.current, IsEmpty());
  EXPECT_THAT(found.applied, IsEmpty());
  EXPECT_THAT(ids(found.pending), ElementsAre("0001", "0002"));
  EXPECT_FALSE(raw().has_table("retort_ledger"));
}

TEST_P(Looking, InspectsWhatIsPending) {
  ChainBuilder chain = chain_of(3);
  Options options;
  options.target = "0002";
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  Inspection found = inspect(db(), chain.chain());
  EXPECT_TRUE(found.has_ledger);
  EXPECT_THAT(found.current, ElementsAre("0002"));
  EXPECT_THAT(found.applied, ElementsAre("0001", "0002"));
  EXPECT_THAT(ids(found.pending), ElementsAre("0003"));
  EXPECT_FALSE(found.at_head);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  found = inspect(db(), chain.chain());
  EXPECT_THAT(found.current, ElementsAre("0003"));
  EXPECT_THAT(found.pending, IsEmpty());
  EXPECT_TRUE(found.at_head);
}

TEST_P(Looking, InspectsANewerDatabase) {
  ChainBuilder chain = chain_of(3);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.truncate(1);
  const Inspection found = inspect(db(), chain.chain());
  EXPECT_TRUE(is_ok(found.status));
  EXPECT_THAT(found.unknown, ElementsAre("0002", "0003"));
  EXPECT_THAT(found.current, ElementsAre("0003"));
  EXPECT_THAT(found.applied, ElementsAre("0001", "0002", "0003"));
  EXPECT_FALSE(found.at_head);
}

TEST_P(Looking, InspectsChangedRevisions) {
  ChainBuilder chain = chain_of(3);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.at("0002").salt = "edited";
  const Inspection found = inspect(db(), chain.chain());
  // The digest covers the history, so that what stands on the changed one differs, too.
  EXPECT_THAT(found.changed, ElementsAre("0002", "0003"));
  EXPECT_FALSE(found.at_head);
}

TEST_P(Looking, InspectsTwoBranches) {
  ChainBuilder chain = builder();
  chain.add("a");
  chain.add("b", {"a"});
  chain.add("c", {"a"});
  chain.add("d", {"b", "c"});
  Options options;
  options.target = "b";
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  options.target = "c";
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_THAT(inspect(db(), chain.chain()).current, ElementsAre("b", "c"));
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_THAT(inspect(db(), chain.chain()).current, ElementsAre("d"));
}

TEST_P(Looking, PlansBothDirections) {
  ChainBuilder chain = chain_of(4);
  Options options;
  options.target = "0002";
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  Plan up = plan(db(), chain.chain(), "head");
  ASSERT_TRUE(is_ok(up.status));
  EXPECT_THAT(steps(up), ElementsAre("up 0003", "up 0004"));
  EXPECT_EQ(up.steps[0].script->statement_count, 2U);
  EXPECT_EQ(up.steps[0].message, "revision 0003");
  EXPECT_THAT(steps(plan(db(), chain.chain(), "base")), ElementsAre("down 0002", "down 0001"));
  EXPECT_THAT(steps(plan(db(), chain.chain(), "-1")), ElementsAre("down 0002"));
  EXPECT_THAT(steps(plan(db(), chain.chain(), "0001")), ElementsAre("down 0002"));
  EXPECT_THAT(steps(plan(db(), chain.chain(), "0002")), IsEmpty());
  EXPECT_TRUE(fails_with(plan(db(), chain.chain(), "nope").status, Code::unknown_revision));
  EXPECT_EQ(applied(), "0001,0002");
}

TEST_P(Looking, PlansTheWayBackFromANewerProgram) {
  ChainBuilder chain = chain_of(3);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.truncate(2);
  EXPECT_TRUE(fails_with(plan(db(), chain.chain(), "head").status, Code::newer_database));
  const Plan down = plan(db(), chain.chain(), "0002", Direction::downgrade);
  ASSERT_TRUE(is_ok(down.status));
  EXPECT_THAT(steps(down), ElementsAre("down 0003"));
  EXPECT_EQ(down.steps[0].revision, nullptr);
  EXPECT_EQ(down.steps[0].script, nullptr);
  EXPECT_EQ(down.steps[0].ledger_sql, "DROP TABLE t0003;\n");
}

TEST_P(Looking, StampsWithoutRunning) {
  ChainBuilder chain = chain_of(4);
  EXPECT_TRUE(is_ok(stamp(db(), chain.chain(), "0003")));
  EXPECT_EQ(applied(), "0001,0002,0003");
  EXPECT_FALSE(raw().has_table("t0001"));
  EXPECT_EQ(raw().scalar("SELECT duration_us FROM " + raw().ledger() + " WHERE seq = 1"), "NULL");
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_TRUE(raw().has_table("t0004"));
  EXPECT_TRUE(is_ok(stamp(db(), chain.chain(), "0002")));
  EXPECT_EQ(applied(), "0001,0002");
  EXPECT_TRUE(raw().has_table("t0004"));
  EXPECT_TRUE(is_ok(stamp(db(), chain.chain(), "base")));
  EXPECT_EQ(applied(), "");
  EXPECT_TRUE(is_ok(stamp(db(), chain.chain(), "head")));
  EXPECT_TRUE(inspect(db(), chain.chain()).at_head);
}

TEST_P(Looking, StampsOnlyTheAncestors) {
  ChainBuilder chain = builder();
  chain.add("a");
  chain.add("b", {"a"});
  chain.add("c", {"a"});
  chain.add("d", {"b", "c"});
  EXPECT_TRUE(is_ok(stamp(db(), chain.chain(), "c")));
  EXPECT_EQ(applied(), "a,c");
  EXPECT_TRUE(is_ok(stamp(db(), chain.chain(), "head")));
  EXPECT_EQ(applied(), "a,c,b,d");
  EXPECT_TRUE(is_ok(stamp(db(), chain.chain(), "b")));
  EXPECT_EQ(applied(), "a,b");
}

TEST_P(Looking, StampAcceptsAChangedRevisionInItsPlace) {
  ChainBuilder chain = chain_of(3);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  chain.at("0002").salt = "edited";
  ASSERT_TRUE(fails_with(upgrade(db(), chain.chain()), Code::changed_revision));
  EXPECT_TRUE(is_ok(stamp(db(), chain.chain(), "head")));
  EXPECT_EQ(applied(), "0001,0002,0003");
  EXPECT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_TRUE(inspect(db(), chain.chain()).at_head);
}

TEST_P(Looking, StampRefusesUnknownRevisionsUnlessPurging) {
  ChainBuilder chain = chain_of(3);
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  ChainBuilder other = builder("other");
  other.add("x").add_up("CREATE TABLE x (y integer)");
  ASSERT_TRUE(is_ok(upgrade(db(), other.chain())));
  chain.truncate(2);
  EXPECT_TRUE(fails_with(stamp(db(), chain.chain(), "head"), Code::newer_database));
  EXPECT_EQ(applied(), "0001,0002,0003");
  EXPECT_TRUE(is_ok(stamp(db(), chain.chain(), "head", {}, true)));
  EXPECT_EQ(applied(), "0001,0002");
  EXPECT_EQ(applied("other"), "x");
}

}  // namespace
}  // namespace retort::test
