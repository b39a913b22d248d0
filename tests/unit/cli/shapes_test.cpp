// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The shapes are Alembic's; the expected texts were taken from it.
#include "cli/shapes.hpp"

#include <gtest/gtest.h>

#include "cli/range.hpp"

namespace retort::cli {
namespace {

constexpr std::uint32_t of_a[] = {0};
constexpr std::uint32_t of_bc[] = {1, 2};
constexpr std::uint32_t of_d[] = {3};
constexpr std::string_view cart[] = {"cart"};
constexpr retort::Dependency on_other[] = {{"other", "55af2cb1c267"}};
constexpr const char* merge_doc =
    "merge\n\nRevision ID: dddd4444\nRevises: bbbb2222, cccc3333\nCreate Date: 2024-05-07 09:00:00";

Revision make(std::string_view id, std::string_view message, std::string_view path) {
  Revision revision{};
  revision.id = id;
  revision.message = message;
  revision.doc = message;
  revision.path = path;
  return revision;
}

// a <- b, a <- c, (b, c) <- d <- e
class Shapes : public ::testing::Test {
 protected:
  Shapes() {
    revisions_[0] = make("aaaa1111", "first", "migrations/0001_first.sql");
    revisions_[1] = make("bbbb2222", "second", "migrations/0002_second.sql");
    revisions_[2] = make("cccc3333", "third", "migrations/0003_third.sql");
    revisions_[3] = make("dddd4444", "merge", "migrations/0004_merge.sql");
    revisions_[4] = make("eeee5555", "fifth", "migrations/0005_fifth.sql");
    revisions_[1].parents = revisions_[2].parents = of_a;
    revisions_[1].parent_count = revisions_[2].parent_count = 1;
    revisions_[3].parents = of_bc;
    revisions_[3].parent_count = 2;
    revisions_[3].branch_labels = cart;
    revisions_[3].branch_label_count = 1;
    revisions_[3].doc = merge_doc;
    revisions_[4].parents = of_d;
    revisions_[4].parent_count = 1;
    chain_.name = "app";
    chain_.revisions = revisions_;
    chain_.revision_count = 5;
  }

  std::string history(std::string_view range, const Marks* marks = nullptr) {
    const Graph graph(chain_);
    std::vector<bool> selected;
    const Status status = select_range(graph, range, nullptr, selected);
    return status.ok() ? history_text(graph, selected, false, marks) : status.message();
  }

  Revision revisions_[5];
  Chain chain_{};
};

TEST_F(Shapes, History) {
  const Marks marks = {false, true, false, false, false};
  EXPECT_EQ(history("", &marks),
            "dddd4444 -> eeee5555 (cart) (head), fifth\n"
            "bbbb2222, cccc3333 -> dddd4444 (cart) (mergepoint), merge\n"
            "aaaa1111 -> cccc3333, third\n"
            "aaaa1111 -> bbbb2222 (current), second\n"
            "<base> -> aaaa1111 (branchpoint), first\n");
}

TEST_F(Shapes, HistoryShowsDependencies) {
  revisions_[4].depends_on = on_other;
  revisions_[4].depends_on_count = 1;
  EXPECT_EQ(history("eeee:"), "dddd4444 (other@55af2cb1c267) -> eeee5555 (cart) (head), fifth\n");
}

TEST_F(Shapes, RangesIncludeBothEnds) {
  EXPECT_EQ(history("dddd:eeee"),
            "dddd4444 -> eeee5555 (cart) (head), fifth\n"
            "bbbb2222, cccc3333 -> dddd4444 (cart) (mergepoint), merge\n");
  EXPECT_EQ(history("bbbb:dddd"),
            "bbbb2222, cccc3333 -> dddd4444 (cart) (mergepoint), merge\n"
            "aaaa1111 -> bbbb2222, second\n")
      << "not the other branch";
  EXPECT_EQ(history("bbbb:cccc"), "'bbbb2222' is not below 'cccc3333'");
  EXPECT_EQ(history("bbbb:base"), "'bbbb2222' is not below 'base'");
  EXPECT_EQ(history(":bbbb"),
            "aaaa1111 -> bbbb2222, second\n<base> -> aaaa1111 (branchpoint), first\n");
  EXPECT_EQ(history("head-1:"), history("dddd:"));
  EXPECT_EQ(history("base:aaaa"), "<base> -> aaaa1111 (branchpoint), first\n");
  EXPECT_EQ(history(":base"), "");
  EXPECT_EQ(history("bbbb"), "'bbbb' is not a range: write bbbb:, :bbbb or bbbb:head");
}

TEST_F(Shapes, VerboseBlock) {
  const Marks marks = {false, false, false, true, false};
  EXPECT_EQ(verbose_block(Graph(chain_), 3, &marks),
            "Rev: dddd4444 (mergepoint) (current)\n"
            "Merges: bbbb2222, cccc3333\n"
            "Branch names: cart\n"
            "Path: migrations/0004_merge.sql\n"
            "\n"
            "    merge\n"
            "\n"
            "    Revision ID: dddd4444\n"
            "    Revises: bbbb2222, cccc3333\n"
            "    Create Date: 2024-05-07 09:00:00\n"
            "\n");
  EXPECT_EQ(verbose_block(Graph(chain_), 0),
            "Rev: aaaa1111 (branchpoint)\n"
            "Parent: <base>\n"
            "Branches into: bbbb2222, cccc3333\n"
            "Path: migrations/0001_first.sql\n"
            "\n"
            "    first\n"
            "\n");
}

TEST_F(Shapes, HeadsAndBranches) {
  EXPECT_EQ(heads_text(Graph(chain_), false), "eeee5555 (cart) (head)\n");
  EXPECT_EQ(branches_text(Graph(chain_), false),
            "aaaa1111 (branchpoint)\n"
            "         -> bbbb2222\n"
            "         -> cccc3333\n"
            "\n");
}

TEST_F(Shapes, ALabelReachesDownToTheBranchPoint) {
  revisions_[3].branch_label_count = 0;
  revisions_[2].branch_labels = cart;
  revisions_[2].branch_label_count = 1;
  const Graph graph(chain_);
  EXPECT_FALSE(graph.has_label(0, "cart"));
  EXPECT_FALSE(graph.has_label(1, "cart"));
  EXPECT_TRUE(graph.has_label(2, "cart"));
  EXPECT_TRUE(graph.has_label(3, "cart"));
  EXPECT_TRUE(graph.has_label(4, "cart"));
  // From the label down a single line, the base included.
  chain_.revision_count = 2;
  revisions_[1].branch_labels = cart;
  revisions_[1].branch_label_count = 1;
  EXPECT_TRUE(Graph(chain_).has_label(0, "cart"));
}

TEST_F(Shapes, SeveralHeadsAreAllShown) {
  chain_.revision_count = 3;
  const Graph graph(chain_);
  EXPECT_EQ(heads_text(graph, false), "bbbb2222 (head)\ncccc3333 (head)\n");
  std::uint32_t index = 0;
  EXPECT_EQ(resolve_one(graph, "head", nullptr, index).message(),
            "the chain has 2 heads, name one of them: bbbb2222, cccc3333");
  EXPECT_TRUE(resolve_one(graph, "cccc", nullptr, index).ok());
  EXPECT_EQ(index, 2u);
  EXPECT_EQ(history(""),
            "aaaa1111 -> cccc3333 (head), third\naaaa1111 -> bbbb2222 (head), second\n"
            "<base> -> aaaa1111 (branchpoint), first\n");
}

TEST_F(Shapes, Json) {
  EXPECT_EQ(
      revisions_json(Graph(chain_), {3}),
      "[{\"revision\": \"dddd4444\", \"parents\": [\"bbbb2222\", \"cccc3333\"], "
      "\"dependsOn\": [], \"labels\": [\"cart\"], \"message\": \"merge\", \"createDate\": \"\", "
      "\"path\": \"migrations/0004_merge.sql\", \"head\": false, \"branchPoint\": false, "
      "\"mergePoint\": true}]\n");
  EXPECT_EQ(revisions_json(Graph(chain_), {}), "[]\n");
}

TEST_F(Shapes, HostileTextIsShownHarmless) {
  revisions_[4].message =
      "\x1b]0;x\x07"
      "fifth";
  EXPECT_EQ(history("eeee:").find('\x1b'), std::string::npos);
}

}  // namespace
}  // namespace retort::cli
