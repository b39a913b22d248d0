// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Which section applies to which engine.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "folder.hpp"

namespace retort::compiler::chain {
namespace {

using dialect::Engine;
using testing::Folder;
using ::testing::HasSubstr;
using testing::no_diagnostics;

constexpr const char* both_engines =
    "-- Revises:\n"
    "-- migrate:up sqlite\nCREATE TABLE t (x int);\n"
    "-- migrate:up postgres transaction:false\nCREATE TABLE t (x bigint);\n"
    "-- migrate:down sqlite postgres\nDROP TABLE t;\n";

const std::vector<Engine> two_engines = {Engine::sqlite, Engine::postgres};

TEST(Sections, one_section_is_the_only_engines_own) {
  Folder folder;
  folder.put("a.sql",
             "-- Revises:\n-- migrate:up\nSELECT 1;\n-- migrate:down\nSELECT 2;\n"
             "-- migrate:verify\nSELECT 3;\n");
  EXPECT_EQ(folder.check(), no_diagnostics);
  const EngineBody& body = folder.chain().revisions.at(0).bodies.at(0);
  EXPECT_EQ(body.engine, Engine::sqlite);
  EXPECT_EQ(body.form, Form::native);
  ASSERT_NE(body.up.part, nullptr);
  ASSERT_NE(body.down.part, nullptr);
  ASSERT_NE(body.verify.part, nullptr);
  EXPECT_EQ(body.up.part->statements.size(), 1u);
  EXPECT_EQ(body.verify.section->kind, ast::SectionKind::verify);
}

TEST(Sections, each_engine_gets_its_own) {
  Folder folder(two_engines);
  folder.put("a.sql", both_engines);
  EXPECT_EQ(folder.check(), no_diagnostics);
  const auto& bodies = folder.chain().revisions.at(0).bodies;
  ASSERT_EQ(bodies.size(), 2u);
  EXPECT_TRUE(bodies[0].up.transaction);
  EXPECT_FALSE(bodies[1].up.transaction);
  EXPECT_NE(bodies[0].content_hash, bodies[1].content_hash);
  EXPECT_EQ(bodies[0].down.part->dialect, Engine::sqlite);
  EXPECT_EQ(bodies[1].down.part->dialect, Engine::postgres);
}

TEST(Sections, up_twice) {
  Folder folder;
  folder.put("a.sql",
             "-- Revises:\n-- migrate:up\nSELECT 1;\n-- migrate:up\nSELECT 2;\n"
             "-- migrate:down irreversible\n");
  EXPECT_EQ(folder.check(), R"(m/a.sql:4:1: error: second up section for sqlite [engine-sections]
    4 | -- migrate:up
      | ^~~~~~~~~~~~~
m/a.sql:2:1: note: the first one is here
    2 | -- migrate:up
      | ^~~~~~~~~~~~~
help: join the two sections, or name the engine that each one is for
)");
}

TEST(Sections, one_for_all_and_one_for_the_engine_are_two) {
  Folder folder;
  folder.put("a.sql",
             "-- Revises:\n-- migrate:up\nSELECT 1;\n-- migrate:up sqlite\nSELECT 2;\n"
             "-- migrate:down irreversible\n");
  EXPECT_THAT(folder.check(), HasSubstr("m/a.sql:4:1: error: second up section for sqlite"));
}

TEST(Sections, an_engine_without_a_section) {
  Folder folder(two_engines);
  folder.put("a.sql",
             "-- Revises:\n-- migrate:up sqlite\nSELECT 1;\n-- migrate:down sqlite "
             "irreversible\n");
  EXPECT_EQ(folder.check(), R"(m/a.sql:2:1: error: no up section for postgres [engine-sections]
    2 | -- migrate:up sqlite
      | ^~~~~~~~~~~~~~~~~~~~
help: add one:  -- migrate:up postgres
)");
}

TEST(Sections, an_engine_that_the_chain_does_not_have) {
  Folder folder;
  folder.put("a.sql", both_engines);
  EXPECT_EQ(
      folder.check(),
      R"(m/a.sql:4:15: error: section for 'postgres', but the chain is compiled for sqlite only [engine-sections]
    4 | -- migrate:up postgres transaction:false
      |               ^~~~~~~~
help: compile the chain for it too:  ENGINES sqlite postgres
help: or delete the section
m/a.sql:6:24: error: section for 'postgres', but the chain is compiled for sqlite only [engine-sections]
    6 | -- migrate:down sqlite postgres
      |                        ^~~~~~~~
help: compile the chain for it too:  ENGINES sqlite postgres
help: or delete the section
)");
}

TEST(Sections, only_an_engine_that_the_chain_does_not_have) {
  Folder folder;
  folder.put("a.sql", "-- Revises:\n-- migrate:up postgres\nSELECT 1;\n");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("section for 'postgres'"));
  EXPECT_THAT(text, Not(HasSubstr("no up section")));
}

TEST(Sections, nothing_but_a_down) {
  Folder folder;
  folder.put("a.sql", "-- Revises:\n-- migrate:down\nSELECT 1;\n");
  EXPECT_EQ(folder.check(),
            R"(m/a.sql:1:1: error: no '-- migrate:up' section in this file [no-sections]
    1 | -- Revises:
      | ^
help: begin the SQL with a line of its own:  -- migrate:up
)");
}

TEST(Sections, a_section_without_engine_in_a_chain_of_two) {
  Folder folder(two_engines);
  folder.put("a.sql", "-- Revises:\n-- migrate:up\nSELECT 1;\n-- migrate:down irreversible\n");
  EXPECT_EQ(folder.check(), no_diagnostics);
  const auto& bodies = folder.chain().revisions.front().bodies;
  ASSERT_EQ(bodies.size(), 2U);
  for (const EngineBody& body : bodies) {
    EXPECT_TRUE(body.up.portable);
    EXPECT_TRUE(body.irreversible);
    EXPECT_EQ(body.form, Form::portable);
  }
  EXPECT_EQ(bodies[0].content_hash, bodies[1].content_hash);
}

TEST(Sections, portable_in_a_chain_of_one_engine) {
  Folder folder;
  folder.put("a.sql", "-- Revises:\n-- migrate:up portable\nSELECT $$1$$;\n");
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_EQ(folder.chain().revisions.front().bodies.front().form, Form::portable);
}

TEST(Sections, a_chain_that_gains_an_engine_names_the_sections_to_mark) {
  Folder folder;
  folder.add("a", "");
  folder.lock();
  folder.options.engines = {Engine::sqlite, Engine::postgres};
  EXPECT_EQ(
      folder.check(),
      R"(m/a.sql:3:1: error: section of locked revision 'a' for sqlite is now portable, it was locked as native [locked-changed]
    3 | -- migrate:up
      | ^~~~~~~~~~~~~
m/retort.lock:2:1: note: locked here
    2 | a sqlite native sha256-tokens-1:2ef0e27c… sha256-chain-1:196efcb0… 1:2ef0e27c file a.sql
      | ^
help: mark the section as it was:  -- migrate:up sqlite
)");
}

TEST(Sections, a_misspelt_directive_is_the_only_error) {
  Folder folder;
  folder.put("a.sql", "-- Revises:\n-- migrate:forwards\nSELECT 1;\n");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("unknown directive"));
  EXPECT_THAT(text, Not(HasSubstr("engine-sections")));
  EXPECT_THAT(text, Not(HasSubstr("no-sections")));
}

TEST(Sections, a_missing_down_is_a_warning) {
  Folder folder;
  folder.put("a.sql", "-- Revises:\n-- migrate:up\nSELECT 1;\n");
  EXPECT_EQ(folder.check(),
            R"(m/a.sql:2:1: warning: revision 'a' has no down section for sqlite [-Wmissing-down]
    2 | -- migrate:up
      | ^~~~~~~~~~~~~
help: write how to revert it behind a line  -- migrate:down
help: or say that it cannot be:            -- migrate:down irreversible
)");
  EXPECT_TRUE(folder.chain().complete);
}

TEST(Sections, an_irreversible_down_is_none) {
  Folder folder;
  folder.put("a.sql", "-- Revises:\n-- migrate:up\nSELECT 1;\n-- migrate:down irreversible\n");
  EXPECT_EQ(folder.check(), no_diagnostics);
  const EngineBody& body = folder.chain().revisions.at(0).bodies.at(0);
  EXPECT_TRUE(body.irreversible);
  EXPECT_EQ(body.down.part, nullptr);
}

TEST(Sections, nothing_is_reverted_by_nothing) {
  Folder folder;
  folder.put("a.sql", "-- Revises:\n-- migrate:up\n-- only a comment\n");
  EXPECT_EQ(folder.check(), no_diagnostics);
  const EngineBody& body = folder.chain().revisions.at(0).bodies.at(0);
  ASSERT_NE(body.down.part, nullptr);
  EXPECT_TRUE(body.down.part->statements.empty());
  EXPECT_FALSE(body.irreversible);
}

TEST(Sections, a_locked_revision_is_not_warned_about_again) {
  Folder folder;
  folder.put("a.sql", "-- Revises:\n-- migrate:up\nSELECT 1;\n");
  folder.lock();
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_TRUE(folder.chain().revisions.at(0).locked);
}

TEST(Sections, a_waiver_of_a_locked_revision_is_still_used) {
  Folder folder;
  folder.put("a.sql",
             "-- Revises:\n-- retort: allow(missing-down) never needed\n-- migrate:up\n"
             "SELECT 1;\n");
  EXPECT_EQ(folder.check(), no_diagnostics);
  folder.lock();
  EXPECT_EQ(folder.check(), no_diagnostics);
}

}  // namespace
}  // namespace retort::compiler::chain
