// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Headers: what they say about a revision beside its parents.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "folder.hpp"

namespace retort::compiler::chain {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using testing::no_diagnostics;

constexpr const char* sections = "\n-- migrate:up\nSELECT 1;\n-- migrate:down irreversible\n";

std::string with_header(const std::string& header) { return header + sections; }

using KnownChains = std::vector<std::pair<std::string, std::vector<std::string>>>;

TEST(Names, a_header_is_taken_over) {
  Folder folder;
  folder.put("0001_x.sql", with_header("-- Create it\n--\n-- Revision ID: a1.b_2\n-- Revises:\n"
                                       "-- Branch labels: cart, billing\n-- Depends on: lib@f00\n"
                                       "-- Create Date: 2024-05-07 09:00\n"));
  EXPECT_EQ(folder.check(), no_diagnostics);
  const Revision& revision = folder.chain().revisions.at(0);
  EXPECT_EQ(revision.id, "a1.b_2");
  EXPECT_EQ(revision.message, "Create it");
  EXPECT_EQ(revision.create_date, "2024-05-07 09:00");
  EXPECT_THAT(revision.branch_labels, ElementsAre("cart", "billing"));
  ASSERT_EQ(revision.depends_on.size(), 1u);
  EXPECT_EQ(revision.depends_on[0].chain, "lib");
  EXPECT_EQ(revision.depends_on[0].revision, "f00");
  EXPECT_THAT(revision.doc, HasSubstr("Revision ID: a1.b_2"));
}

TEST(Names, a_label_twice_and_one_that_is_an_id) {
  Folder folder;
  folder.put("a.sql", with_header("-- Revises:\n-- Branch labels: cart, b\n"));
  folder.put("b.sql", with_header("-- Revises: a\n-- Branch labels: cart\n"));
  EXPECT_EQ(folder.check(),
            R"(m/a.sql:2:25: error: branch label 'b' is also a revision's ID [duplicate-label]
    2 | -- Branch labels: cart, b
      |                         ^
m/b.sql:1:1: note: the revision is here
    1 | -- Revises: a
      | ^
m/b.sql:2:19: error: branch label 'cart' is given twice [duplicate-label]
    2 | -- Branch labels: cart
      |                   ^~~~
m/a.sql:2:19: note: the first one is here
    2 | -- Branch labels: cart, b
      |                   ^~~~
help: a label holds for all descendants: one revision of a branch has it
)");
}

TEST(Names, reserved_words_are_no_ids) {
  Folder folder;
  folder.put("a.sql", with_header("-- Revision ID: head\n-- Revises:\n"));
  EXPECT_EQ(folder.check(),
            R"(m/a.sql:1:17: error: 'head' is not a valid revision ID [bad-header-value]
    1 | -- Revision ID: head
      |                 ^~~~
help: 'head' is a word of the command line, not a revision ID
)");
}

TEST(Names, dependencies_are_checked_against_known_chains) {
  Folder folder;
  folder.put("a.sql",
             with_header("-- Revises:\n-- Depends on: store@b2, stoer@a1, store@c9d9e9\n"));
  EXPECT_EQ(folder.check(), no_diagnostics) << "nothing is known";
  const KnownChains known = {{"store", {"a1", "b2", "c9d9e8"}}};
  folder.options.known_chains = &known;
  EXPECT_EQ(folder.check(), R"(m/a.sql:2:26: error: unknown chain 'stoer' [unknown-revision]
    2 | -- Depends on: store@b2, stoer@a1, store@c9d9e9
      |                          ^~~~~
help: did you mean 'store'?
m/a.sql:2:42: error: chain 'store' has no revision 'c9d9e9' [unknown-revision]
    2 | -- Depends on: store@b2, stoer@a1, store@c9d9e9
      |                                          ^~~~~~
help: did you mean 'c9d9e8'?
)");
}

TEST(Names, a_dependency_on_a_chain_that_the_build_does_not_name) {
  Folder folder;
  folder.put("a.sql", with_header("-- Revises:\n-- Depends on: billing@a1\n"));
  const KnownChains known = {{"store", {"a1"}}};
  folder.options.known_chains = &known;
  EXPECT_THAT(folder.check(), HasSubstr("DEPENDS_ON_CHAINS billing\n"));
}

TEST(Names, a_chain_does_not_depend_on_itself) {
  Folder folder;
  folder.put("a.sql", with_header("-- Revises:\n-- Depends on: app@a\n"));
  EXPECT_EQ(folder.check(), R"(m/a.sql:2:16: error: unknown chain 'app' [unknown-revision]
    2 | -- Depends on: app@a
      |                ^~~
help: this is the chain's own name: its own revisions stand in 'Revises'
)");
}

}  // namespace
}  // namespace retort::compiler::chain
