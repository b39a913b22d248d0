// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <gtest/gtest.h>

#include "retort/revision.hpp"
#include "support/chain_builder.hpp"

namespace retort::test {
namespace {

// aaaa1111 -> bbbb2222, cccc3333 (cart) -> dddd4444 -> eeee5555
class ResolveTest : public ::testing::Test {
 protected:
  ResolveTest() {
    builder_.add("aaaa1111").message = "first";
    builder_.add("bbbb2222", {"aaaa1111"}).message = "second";
    RevisionSpec& labelled = builder_.add("cccc3333", {"aaaa1111"});
    labelled.message = "third";
    labelled.labels = {"cart"};
    builder_.add("dddd4444", {"bbbb2222", "cccc3333"}).message = "merge";
    builder_.add("eeee5555", {"dddd4444"}).message = "fifth";
    builder_.chain();
  }

  // The id that `target` resolves to, or the message.
  std::string at(std::string_view target, std::vector<std::uint32_t> current = {}) {
    const Standing standing{std::move(current)};
    return resolved(target, &standing);
  }
  std::string without_database(std::string_view target) { return resolved(target, nullptr); }

  std::string range(std::string_view text) {
    const Standing standing{{1}};
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    const Status status = resolve_range(chain(), text, &standing, from, to);
    return status.ok() ? name(from) + " .. " + name(to) : status.message();
  }

  const Chain& chain() { return builder_.chain(); }

 private:
  std::string name(std::uint32_t index) {
    return index == base_index ? "base" : std::string(chain().revisions[index].id);
  }
  std::string resolved(std::string_view target, const Standing* standing) {
    std::uint32_t index = 77;
    const Status status = resolve(chain(), target, standing, index);
    return status.ok() ? name(index) : status.message();
  }
  ChainBuilder builder_;
};

TEST_F(ResolveTest, FindsIdsPrefixesAndLabels) {
  EXPECT_EQ(at("bbbb2222"), "bbbb2222");
  EXPECT_EQ(at("b"), "bbbb2222");
  EXPECT_EQ(at("eeee"), "eeee5555");
  EXPECT_EQ(at("cart"), "cccc3333");
}

TEST_F(ResolveTest, KnowsTheWords) {
  EXPECT_EQ(at("head"), "eeee5555");
  EXPECT_EQ(at("heads"), "eeee5555");
  EXPECT_EQ(at("base"), "base");
  EXPECT_EQ(at("current", {1}), "bbbb2222");
  EXPECT_EQ(at("current"), "base");
}

TEST_F(ResolveTest, StepsFromWhereTheDatabaseStands) {
  EXPECT_EQ(at("+1"), "aaaa1111");
  EXPECT_EQ(at("+1", {3}), "eeee5555");
  EXPECT_EQ(at("-1", {1}), "aaaa1111");
  EXPECT_EQ(at("-2", {1}), "base");
  EXPECT_EQ(at("+0", {1}), "bbbb2222");
  EXPECT_EQ(at("current-1", {4}), "dddd4444");
}

TEST_F(ResolveTest, StepsFromARevision) {
  EXPECT_EQ(at("b+1"), "dddd4444");
  EXPECT_EQ(at("head-1"), "dddd4444");
  EXPECT_EQ(at("base+1"), "aaaa1111");
  EXPECT_EQ(at("aaaa1111-1"), "base");
}

TEST_F(ResolveTest, StaysWithinALabelledLine) {
  EXPECT_EQ(at("cart@head"), "eeee5555");
  EXPECT_EQ(at("cart@base"), "aaaa1111");
  EXPECT_EQ(at("cart@head-2"), "cccc3333");
  EXPECT_EQ(at("cart@base+1"), "cccc3333");
  EXPECT_EQ(at("cart@+1", {0}), "cccc3333");
  EXPECT_EQ(at("cart@-1", {1, 2}), "aaaa1111");
  EXPECT_EQ(at("cart@dddd"), "dddd4444");
  EXPECT_EQ(at("cart@bbbb2222"), "revision 'bbbb2222' is not on branch 'cart'");
  EXPECT_EQ(at("nope@head"), "unknown branch label 'nope'");
}

TEST_F(ResolveTest, ListsTheCandidates) {
  EXPECT_EQ(at("+1", {0}),
            "'+1' is ambiguous: 'aaaa1111' has 2 children: 'bbbb2222' (second), 'cccc3333' "
            "(third); name one of them");
  EXPECT_EQ(at("head-2"),
            "'head-2' is ambiguous: 'dddd4444' has 2 parents: 'bbbb2222' (second), 'cccc3333' "
            "(third); name one of them");
  EXPECT_EQ(at("-1", {1, 2}),
            "'-1' is ambiguous: the database is at 'bbbb2222' (second), 'cccc3333' (third); name "
            "one of them");
}

TEST_F(ResolveTest, ListsWhatAPrefixFits) {
  ChainBuilder builder;
  builder.add("8f2c").message = "";
  builder.add("8f2d").message = "";
  builder.add("8f2").message = "";
  std::uint32_t index = 0;
  EXPECT_EQ(resolve(builder.chain(), "8f", nullptr, index).message(),
            "'8f' fits 3 revisions: '8f2c', '8f2d', '8f2'");
  EXPECT_TRUE(resolve(builder.chain(), "8f2", nullptr, index).ok());  // exact before prefix
  EXPECT_EQ(index, 2U);
}

TEST_F(ResolveTest, SaysHowFarAStepGoesTooFar) {
  EXPECT_EQ(at("+9", {1}), "'+9' goes 7 beyond the head, counted from 'bbbb2222'");
  EXPECT_EQ(at("-3", {1}), "'-3' goes 1 beyond the base, counted from 'bbbb2222'");
  EXPECT_EQ(at("-1"), "'-1' goes 1 beyond the base, counted from 'base'");
}

TEST_F(ResolveTest, RefusesWhatIsNoRevision) {
  EXPECT_EQ(at("zzz"), "unknown revision 'zzz'");
  EXPECT_EQ(at(""), "'' is not a revision");
  EXPECT_EQ(at("+"), "'+' is not a revision");
  EXPECT_EQ(at("head+x"), "'head+x' is not a revision");
  EXPECT_EQ(at("cart@"), "'cart@' is not a revision");
  EXPECT_EQ(at("@head"), "unknown branch label ''");
  EXPECT_EQ(at("+99999999999999999999"), "'+99999999999999999999' is not a revision");
}

TEST_F(ResolveTest, NeedsADatabaseForSomeWords) {
  EXPECT_EQ(without_database("+1"), "'+1' needs a database");
  EXPECT_EQ(without_database("current"), "'current' needs a database");
  EXPECT_EQ(without_database("head-1"), "dddd4444");
}

TEST_F(ResolveTest, ReadsRanges) {
  EXPECT_EQ(range("aaaa:dddd"), "aaaa1111 .. dddd4444");
  EXPECT_EQ(range("dddd:"), "dddd4444 .. eeee5555");
  EXPECT_EQ(range(":dddd"), "base .. dddd4444");
  EXPECT_EQ(range(":"), "base .. eeee5555");
  EXPECT_EQ(range("current:+1"), "bbbb2222 .. dddd4444");
  EXPECT_EQ(range("aaaa"), "'aaaa' is not a range; write 'aaaa:' or ':aaaa'");
  EXPECT_EQ(range("a:zzz"), "unknown revision 'zzz'");
}

TEST_F(ResolveTest, MarksAncestors) {
  EXPECT_EQ(ancestors_of(chain(), 2), (std::vector<bool>{true, false, true, false, false}));
  EXPECT_EQ(ancestors_of(chain(), base_index), std::vector<bool>(5, false));
}

TEST_F(ResolveTest, ShortensIds) {
  EXPECT_EQ(short_id(chain(), 0), "aaaa");
  EXPECT_EQ(short_id(chain(), 0, 1), "a");
  ChainBuilder builder;
  builder.add("8f2c61d0");
  builder.add("8f2c77ab");
  EXPECT_EQ(short_id(builder.chain(), 0), "8f2c6");
}

TEST_F(ResolveTest, SurvivesAnEmptyChain) {
  ChainBuilder builder;
  std::uint32_t index = 0;
  EXPECT_TRUE(resolve(builder.chain(), "head", nullptr, index).ok());
  EXPECT_EQ(index, base_index);
}

}  // namespace
}  // namespace retort::test
