// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Order and shape of the graph: what is accepted, and every diagnostic about it in full.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "folder.hpp"

namespace retort::compiler::chain {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using testing::no_diagnostics;

TEST(Graph, parents_stand_before_children_whatever_the_file_names) {
  Folder folder;
  folder.add("z", "").add("m", "z").add("a", "m");
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_THAT(folder.ids(), ElementsAre("z", "m", "a"));
  EXPECT_TRUE(folder.chain().complete);
  EXPECT_TRUE(folder.chain().revisions[0].parents.empty());
  EXPECT_THAT(folder.chain().revisions[2].parents, ElementsAre(1u));
}

TEST(Graph, ties_go_by_file_name) {
  Folder folder;
  folder.add("a", "").add("d", "a").add("c", "a").add("b", "a");
  folder.put("e.sql", Folder::migration("d, c, b", "SELECT 1;"));
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_THAT(folder.ids(), ElementsAre("a", "b", "c", "d", "e"));
  EXPECT_THAT(folder.chain().revisions[4].parents, ElementsAre(3u, 2u, 1u)) << "as written";
}

TEST(Graph, base_is_a_word_for_no_parent) {
  Folder folder;
  folder.add("a", "base").add("b", "a");
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_TRUE(folder.chain().complete);
}

TEST(Graph, a_single_file_needs_no_header) {
  Folder folder;
  folder.put("0001_init.sql",
             "-- migrate:up\nCREATE TABLE t (x int);\n-- migrate:down\nDROP TABLE t;");
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_THAT(folder.ids(), ElementsAre("0001_init"));
}

TEST(Graph, a_deep_chain_is_ordered) {
  Folder folder;
  for (int i = 10001; i < 20000; ++i) {
    folder.add(std::to_string(i), i == 19999 ? "" : std::to_string(i + 1));
  }
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_TRUE(folder.chain().complete);
  EXPECT_EQ(folder.ids().front(), "19999");
  EXPECT_EQ(folder.ids().back(), "10001");
}

TEST(Graph, many_merges_are_ordered) {
  Folder folder;
  folder.add("1000_join", "");
  for (int i = 1001; i < 1100; ++i) {  // 99 diamonds of 20 revisions each
    const std::string start = std::to_string(i - 1) + "_join", stem = std::to_string(i);
    std::string parents;
    for (int k = 10; k < 30; ++k) {
      const std::string id = stem + "_" + std::to_string(k);
      folder.add(id, start);
      parents += (parents.empty() ? "" : ", ") + id;
    }
    folder.add(stem + "_join", parents);
  }
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_TRUE(folder.chain().complete);
  EXPECT_EQ(folder.ids().size(), 1 + 99 * 21u);
  EXPECT_EQ(folder.ids().back(), "1099_join");
}

TEST(Graph, two_heads) {
  Folder folder;
  folder.put("1.sql", "-- Revision ID: 41e0\n-- Revises:\n-- migrate:up\n-- migrate:down\n");
  folder.put("2_add_owner.sql",
             "-- Add owner\n--\n-- Revision ID: 5c1d\n-- Revises: 41e0\n-- migrate:up\n");
  folder.put("2_add_speaker.sql",
             "-- Add speaker\n--\n-- Revision ID: 77ab\n-- Revises: 41e0\n-- migrate:up\n");
  EXPECT_EQ(
      folder.check(),
      R"(m/2_add_speaker.sql:4:13: error: revision '5c1d' and revision '77ab' both revise '41e0' [multiple-heads]
    4 | -- Revises: 41e0
      |             ^~~~
m/2_add_owner.sql:4:13: note: the other head is here
    4 | -- Revises: 41e0
      |             ^~~~
help: put one after the other:  retort rebase 77ab --onto 5c1d
help: or join them:             retort merge -m "join 'Add owner' and 'Add speaker'"
)");
  EXPECT_FALSE(folder.chain().complete);
  EXPECT_THAT(folder.ids(), ElementsAre("41e0", "5c1d", "77ab")) << "merge and rebase need them";
}

TEST(Graph, two_heads_of_longer_branches) {
  Folder folder;
  folder.add("a", "").add("b1", "a").add("b2", "b1").add("c1", "a").add("c2", "c1");
  EXPECT_EQ(
      folder.check(),
      R"(m/c1.sql:1:13: error: revision 'b1' and revision 'c1' both revise 'a' [multiple-heads]
    1 | -- Revises: a
      |             ^
m/b1.sql:1:13: note: the other branch begins here
    1 | -- Revises: a
      |             ^
m/b2.sql:1:13: note: and ends in head 'b2'
    1 | -- Revises: b1
      |             ^~
m/c2.sql:1:13: note: this branch ends in head 'c2'
    1 | -- Revises: c1
      |             ^~
help: put one after the other:  retort rebase c1 --onto b2
help: or join them:             retort merge -m "join b2 and c2"
)");
}

TEST(Graph, three_heads_are_joined_one_after_the_other) {
  Folder folder;
  folder.add("a", "").add("b", "a").add("c", "a").add("d", "a");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("retort rebase c --onto b\n"));
  EXPECT_THAT(text, HasSubstr("retort rebase d --onto c\n"));
}

TEST(Graph, heads_behind_different_forks) {
  Folder folder;
  folder.add("a", "").add("b", "a").add("c", "a").add("d", "b").add("e", "b");
  folder.add("f", "d, e");
  EXPECT_EQ(
      folder.check(),
      R"(m/f.sql:1:13: error: revisions 'c' and 'f' are both heads: no revision revises them [multiple-heads]
    1 | -- Revises: d, e
      |             ^~~~
m/c.sql:1:13: note: the other head is here
    1 | -- Revises: a
      |             ^
help: join them:  retort merge -m "join c and f"
)");
}

TEST(Graph, a_locked_head_stays_and_the_other_one_moves) {
  Folder folder;
  folder.add("a", "").add("z", "a");
  folder.lock();
  folder.add("b", "a");
  EXPECT_THAT(folder.check(), HasSubstr("retort rebase b --onto z\n"));
}

TEST(Graph, two_bases) {
  Folder folder;
  folder.add("a", "").add("b", "a").add("x", "").add("y", "x");
  EXPECT_EQ(folder.check(),
            R"(m/x.sql:1:4: error: revisions 'a' and 'x' both revise nothing [multiple-bases]
    1 | -- Revises:
      |    ^~~~~~~
m/a.sql:1:4: note: the other base is here
    1 | -- Revises:
      |    ^~~~~~~
help: put one after the other:  retort rebase x --onto b
)");
}

TEST(Graph, two_bases_under_one_head) {
  Folder folder;
  folder.add("a", "").add("b", "").add("c", "a, b");
  EXPECT_EQ(folder.check(),
            R"(m/b.sql:1:4: error: revisions 'a' and 'b' both revise nothing [multiple-bases]
    1 | -- Revises:
      |    ^~~~~~~
m/a.sql:1:4: note: the other base is here
    1 | -- Revises:
      |    ^~~~~~~
help: put one after the other:  retort rebase b --onto a
)");
}

TEST(Graph, no_file_says_what_it_revises) {
  Folder folder;
  folder.put("0001_a.sql", "-- migrate:up\nSELECT 1;\n-- migrate:down irreversible\n");
  folder.put("0002_b.sql", "-- migrate:up\nSELECT 1;\n-- migrate:down irreversible\n");
  folder.put("0003_c.sql", "-- migrate:up\nSELECT 1;\n-- migrate:down irreversible\n");
  EXPECT_EQ(
      folder.check(),
      R"(m/0002_b.sql:1:1: error: revisions '0001_a' and '0002_b' both revise nothing [multiple-bases]
    1 | -- migrate:up
      | ^
m/0001_a.sql:1:1: note: no file has a line '-- Revises: <parent>'
    1 | -- migrate:up
      | ^
help: in layout 'retort' each file but the first names its parent; here:
help:     -- Revises: 0001_a
help: or let numbers in the file names make the order ('0001_name.sql'):  LAYOUT numbered  or  --layout numbered
)");
}

TEST(Graph, no_base) {
  Folder folder;
  folder.add("a", "c").add("b", "a").add("c", "b");
  EXPECT_EQ(folder.check(),
            R"(m/a.sql:1:13: error: the chain has no base: every revision revises another [no-base]
    1 | -- Revises: c
      |             ^
m/c.sql:1:13: note: 'c' revises 'b'
    1 | -- Revises: b
      |             ^
m/b.sql:1:13: note: 'b' revises 'a'
    1 | -- Revises: a
      |             ^
help: make one of them the base, in m/a.sql:  -- Revises:
)");
  EXPECT_THAT(folder.ids(), ElementsAre("a", "b", "c"));
}

TEST(Graph, a_cycle_beside_a_base) {
  Folder folder;
  folder.add("a", "").add("b", "a").add("x", "z").add("y", "x").add("z", "y").add("w", "z");
  EXPECT_EQ(folder.check(),
            R"(m/x.sql:1:13: error: revision 'x' is its own ancestor [revision-cycle]
    1 | -- Revises: z
      |             ^
m/z.sql:1:13: note: 'z' revises 'y'
    1 | -- Revises: y
      |             ^
m/y.sql:1:13: note: 'y' revises 'x'
    1 | -- Revises: x
      |             ^
help: let one of them revise another one:  retort rebase x --onto b
)");
  for (std::uint32_t i = 0; i < folder.chain().revisions.size(); ++i) {
    for (const std::uint32_t parent : folder.chain().revisions[i].parents) EXPECT_LT(parent, i);
  }
}

TEST(Graph, a_revision_that_revises_itself) {
  Folder folder;
  folder.add("a", "a");
  EXPECT_EQ(folder.check(),
            R"(m/a.sql:1:13: error: revision 'a' is its own ancestor [revision-cycle]
    1 | -- Revises: a
      |             ^
help: make one of them the base, in m/a.sql:  -- Revises:
)");
}

TEST(Graph, a_long_cycle_is_not_listed_in_full) {
  Folder folder;
  folder.add("a", "");
  for (int i = 100; i < 200; ++i) {
    folder.add(std::to_string(i), std::to_string(i == 199 ? 100 : i + 1));
  }
  EXPECT_THAT(folder.check(), HasSubstr("'112' revises '113', and so on: 87 more\n"));
}

TEST(Graph, two_files_with_one_id) {
  Folder folder;
  folder.add("a", "").put("b.sql", "-- Revision ID: b2\n" + Folder::migration("a", "SELECT 1;"));
  folder.put("c.sql", "-- Revision ID: b2\n" + Folder::migration("b2", "SELECT 2;"));
  EXPECT_EQ(folder.check(),
            R"(m/c.sql:1:17: error: revision 'b2' is defined twice [duplicate-revision]
    1 | -- Revision ID: b2
      |                 ^~
m/b.sql:1:17: note: the other one is here
    1 | -- Revision ID: b2
      |                 ^~
help: give this one an ID of its own:  -- Revision ID: 999f6f5de3bc
)");
  EXPECT_THAT(folder.ids(), ElementsAre("a", "b2"));
}

TEST(Graph, of_two_files_with_one_id_the_locked_one_is_the_first) {
  Folder folder;
  folder.add("a", "").put("c.sql", "-- Revision ID: b2\n" + Folder::migration("a", "SELECT 1;"));
  folder.lock();
  folder.put("b.sql", "-- Revision ID: b2\n" + Folder::migration("a", "SELECT 2;"));
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("m/b.sql:1:17: error: revision 'b2' is defined twice"));
  EXPECT_THAT(text, Not(HasSubstr("locked"))) << "the intruder is not held against the lock";
}

TEST(Graph, unknown_parent) {
  Folder folder;
  folder.add("41e0c2d9b8aa", "").add("b", "41e0c2d9b8ab").add("c", "b");
  EXPECT_EQ(folder.check(), R"(m/b.sql:1:13: error: unknown parent '41e0c2d9b8ab' [unknown-revision]
    1 | -- Revises: 41e0c2d9b8ab
      |             ^~~~~~~~~~~~
help: did you mean '41e0c2d9b8aa'?
help: retort rebase b --onto 41e0c2d9b8aa
)");
  EXPECT_FALSE(folder.chain().complete);
}

TEST(Graph, a_prefix_is_no_name_of_a_parent) {
  Folder folder;
  folder.add("41e0c2d9b8aa", "").add("b", "41e0");
  EXPECT_THAT(folder.check(), HasSubstr("did you mean '41e0c2d9b8aa'?"));
}

TEST(Graph, a_file_name_is_no_name_of_a_parent) {
  Folder folder;
  folder.put("0001_init.sql", "-- Revision ID: a7f3\n" + Folder::migration("", "SELECT 1;"));
  folder.add("b", "0001_init");
  EXPECT_THAT(folder.check(), HasSubstr("did you mean 'a7f3'?\nhelp: retort rebase b --onto a7f3"));
}

TEST(Graph, ids_are_compared_exactly) {
  Folder folder;
  folder.add("Abc", "").add("b", "abc");
  EXPECT_THAT(folder.check(), HasSubstr("unknown parent 'abc'"));
}

TEST(Graph, an_unknown_parent_far_from_every_id) {
  Folder folder;
  folder.add("a", "").add("b", "nothing_like_it");
  EXPECT_EQ(folder.check(),
            R"(m/b.sql:1:13: error: unknown parent 'nothing_like_it' [unknown-revision]
    1 | -- Revises: nothing_like_it
      |             ^~~~~~~~~~~~~~~
help: the revisions that there are:  retort history
)");
}

TEST(Graph, an_unknown_parent_does_not_hide_a_fork_that_it_cannot_explain) {
  Folder folder;
  folder.add("a", "").add("b", "a").add("c", "a").add("d", "nowhere_at_all");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("unknown parent"));
  EXPECT_THAT(text, HasSubstr("both revise 'a'"));
}

TEST(Graph, a_parent_that_was_deleted) {
  Folder folder;
  folder.add("a", "").add("b", "a").add("c", "b");
  folder.lock();
  folder.remove("b.sql");
  EXPECT_EQ(folder.check(), R"(m/c.sql:1:13: error: unknown parent 'b' [unknown-revision]
    1 | -- Revises: b
      |             ^
m/retort.lock:3:1: note: it was released as 'b.sql' and then deleted
    3 | b sqlite native sha256-tokens-1:bc5da3db… sha256-chain-1:35bf2ffd… 1:bc5da3db file b.sql
      | ^
help: bring it back:                       git restore -- m/b.sql
help: or, where that is committed, find it:  git log --diff-filter=D -- m/b.sql
)");
}

TEST(Graph, a_parent_named_twice) {
  Folder folder;
  folder.add("a", "").add("b", "a, a");
  EXPECT_EQ(folder.check(), R"(m/b.sql:1:16: error: parent 'a' is named twice [duplicate-parent]
    1 | -- Revises: a, a
      |                ^
help: name it once
)");
}

TEST(Graph, a_parent_that_is_an_ancestor_of_another_one) {
  Folder folder;
  folder.add("a", "").add("b", "a").add("c", "b").add("d", "a, c");
  EXPECT_EQ(folder.check(),
            R"(m/d.sql:1:13: error: parent 'a' is already an ancestor of 'c' [redundant-parent]
    1 | -- Revises: a, c
      |             ^
help: leave it out:  -- Revises: c
)");
}

TEST(Graph, an_error_in_a_header_is_not_reported_again_as_a_fork) {
  Folder folder;
  folder.add("a", "").put("b.sql", "-- Revisess: a\n\n-- migrate:up\n").add("c", "b");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("unknown header key"));
  EXPECT_THAT(text, Not(HasSubstr("multiple-")));
}

TEST(Graph, an_error_among_the_parents_of_a_merge_is_not_reported_again_as_a_fork) {
  Folder folder;
  folder.add("a", "").add("b", "a").add("c", "a").add("d", "a").add("e", "b, c!, d!");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("'c!' is not a valid"));
  EXPECT_THAT(text, Not(HasSubstr("multiple-heads")));
}

TEST(Graph, an_id_in_a_broken_header_is_not_reported_as_unknown) {
  Folder folder;
  folder.put("a.sql", "-- Revison Number: a1\n-- Revises:\n\n-- migrate:up\n").add("b", "a1");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("unknown header key"));
  EXPECT_THAT(text, Not(HasSubstr("unknown parent")));
}

TEST(Graph, a_file_that_cannot_be_read_is_the_only_error) {
  Folder folder;
  folder.add("a", "").add("b", "a").add("c", "b");
  folder.files.deny("m/b.sql", "Permission denied");
  EXPECT_EQ(folder.check(),
            "m/b.sql:1:1: error: cannot read 'm/b.sql': Permission denied "
            "[cannot-read]\n");
  EXPECT_FALSE(folder.chain().complete);
}

TEST(Graph, an_error_in_sql_does_not_hide_an_error_of_the_graph) {
  Folder folder;
  folder.add("a", "").add("c", "a");
  folder.put("b.sql", Folder::migration("a", "SELECT 'never closed;"));
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("unterminated string"));
  EXPECT_THAT(text, HasSubstr("both revise 'a'"));
}

}  // namespace
}  // namespace retort::compiler::chain
