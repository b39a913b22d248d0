// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Layout numbered.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "folder.hpp"

namespace retort::compiler::chain {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using testing::no_diagnostics;

class Numbered : public ::testing::Test {
 protected:
  Numbered() { folder.options.layout = "numbered"; }

  void put_pair(const std::string& stem) {
    folder.put(stem + ".up.sql", "CREATE TABLE t (x int);");
    folder.put(stem + ".down.sql", "DROP TABLE t;");
  }

  Folder folder;
};

TEST_F(Numbered, numbers_make_the_order_and_lose_their_zeros) {
  put_pair("10_ten");
  put_pair("9_nine_lives");
  put_pair("007_init");
  put_pair("20240507090000_date");
  put_pair("00000000000000000000000000000000000000000000000000_zero");
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_THAT(folder.ids(), ElementsAre("0", "7", "9", "10", "20240507090000"));
  EXPECT_EQ(folder.chain().revisions[2].message, "nine lives");
  EXPECT_EQ(folder.chain().revisions[2].path, "m/9_nine_lives.up.sql");
  EXPECT_TRUE(folder.chain().complete);
  const EngineBody& body = folder.chain().revisions[2].bodies.at(0);
  EXPECT_EQ(body.up.section, nullptr);
  EXPECT_EQ(body.up.file->path, "m/9_nine_lives.up.sql");
  EXPECT_EQ(body.down.file->path, "m/9_nine_lives.down.sql");
  EXPECT_EQ(body.down.part->statements.size(), 1u);
}

TEST_F(Numbered, a_plain_file_has_no_down) {
  folder.put("1_a.sql", "CREATE TABLE t (x int);").put("2_b.up.sql", "CREATE TABLE u (x int);");
  EXPECT_EQ(folder.check(),
            R"(m/1_a.sql:1:1: warning: revision '1' has no down section for sqlite [-Wmissing-down]
    1 | CREATE TABLE t (x int);
      | ^
help: rename the file to '1_a.up.sql' and write how to revert it into '1_a.down.sql'
m/2_b.up.sql:1:1: warning: revision '2' has no down section for sqlite [-Wmissing-down]
    1 | CREATE TABLE u (x int);
      | ^
help: write how to revert it into '2_b.down.sql'
)");
}

TEST_F(Numbered, a_down_without_up) {
  put_pair("1_a");
  folder.put("2_b.down.sql", "DROP TABLE u;");
  EXPECT_EQ(
      folder.check(),
      R"(m/2_b.down.sql:1:1: error: down file '2_b.down.sql' without its up file [half-migration]
    1 | DROP TABLE u;
      | ^
help: add '2_b.up.sql', or delete this file
)");
}

TEST_F(Numbered, one_number_twice) {
  put_pair("1_a");
  folder.put("01_b.up.sql", "").put("2_c.sql", "").put("2_d.sql", "").put("3_e.sql", "");
  folder.put("3_e.down.sql", "");
  EXPECT_EQ(folder.check(),
            R"(m/1_a.up.sql:1:1: error: revision '1' is defined twice [duplicate-revision]
    1 | CREATE TABLE t (x int);
      | ^
m/01_b.up.sql:1:1: note: the other file is here
help: give one of them another number, or make them '1_name.up.sql' and '1_name.down.sql'
m/2_d.sql:1:1: error: revision '2' is defined twice [duplicate-revision]
m/2_c.sql:1:1: note: the other file is here
help: give one of them another number, or make them '2_name.up.sql' and '2_name.down.sql'
m/3_e.sql:1:1: error: revision '3' is defined twice [duplicate-revision]
m/3_e.down.sql:1:1: note: the other file is here
help: give one of them another number, or make them '3_name.up.sql' and '3_name.down.sql'
)");
}

TEST_F(Numbered, other_names_are_skipped_aloud) {
  put_pair("1_a");
  folder.put("a.sql", "x").put("2.sql", "x").put("3_.sql", "x").put("README.md", "x");
  folder.put("sub/4_x.sql", "x");
  EXPECT_EQ(
      folder.check(),
      R"(m/2.sql:1:1: warning: file is not named as layout 'numbered' expects (N_name.sql, N_name.up.sql, N_name.down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE 2.sql
m/3_.sql:1:1: warning: file is not named as layout 'numbered' expects (N_name.sql, N_name.up.sql, N_name.down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE 3_.sql
m/a.sql:1:1: warning: file is not named as layout 'numbered' expects (N_name.sql, N_name.up.sql, N_name.down.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE a.sql
)");
  EXPECT_THAT(folder.ids(), ElementsAre("1"));
}

TEST_F(Numbered, steps_in_another_language_are_holes_in_the_history) {
  put_pair("1_a");
  folder.put("2_b.py", "x").put("run.sh", "x").put("3.go", "x");
  EXPECT_EQ(
      folder.check(),
      R"(m/2_b.py:1:1: error: '2_b.py' is a migration in another language: a step of the history would be missing [bad-file-name]
help: write the step as SQL, in '2_b.sql'
help: or leave it out:  EXCLUDE 2_b.py
)");
}

TEST_F(Numbered, a_listed_file_must_fit) {
  put_pair("1_a");
  folder.put("a.sql", "x");
  folder.options.files = {"m/1_a.up.sql", "m/1_a.down.sql", "m/a.sql"};
  EXPECT_THAT(folder.check(),
              HasSubstr("error: 'a.sql' is not named as layout 'numbered' expects"));
}

TEST_F(Numbered, an_outer_transaction_is_dropped) {
  for (const auto& [begin, end] : {std::pair("BEGIN;", "COMMIT;"),
                                   {"begin transaction;", "End;"},
                                   {"BEGIN IMMEDIATE;", "COMMIT"}}) {
    folder.put("1_a.up.sql", std::string("-- x\n") + begin + "\nCREATE TABLE t (x int);\n" + end);
    folder.put("1_a.down.sql", "DROP TABLE t;");
    EXPECT_EQ(folder.check(), no_diagnostics);
    const EngineBody& body = folder.chain().revisions.at(0).bodies.at(0);
    ASSERT_EQ(body.up.part->statements.size(), 1u) << begin;
    const lex::TokenizedFile& file = body.up.file->tokens;
    EXPECT_EQ(file.file->slice(file.span(body.up.part->statements[0])), "CREATE TABLE t (x int)");
  }
}

TEST_F(Numbered, only_a_whole_plain_pair_is_dropped) {
  for (const char* text : {"BEGIN;\nSELECT 1;", "SELECT 1;\nCOMMIT;", "BEGIN;",
                           "BEGIN;\nSELECT 1;\nROLLBACK;", "SELECT 1;\nBEGIN;\nCOMMIT;"}) {
    folder.put("1_a.up.sql", text).put("1_a.down.sql", "");
    EXPECT_EQ(folder.check(), no_diagnostics);
    const ParsedFile& file = *folder.chain().revisions.at(0).file;
    EXPECT_EQ(file.body->statements.size(), file.tokens.parts.at(0).statements.size()) << text;
  }
}

TEST_F(Numbered, the_outer_transaction_does_not_count_in_the_hash) {
  folder.put("1_a.up.sql", "SELECT 1;").put("1_a.down.sql", "");
  folder.check();
  const std::string hash = folder.chain().revisions.at(0).bodies.at(0).content_hash;
  folder.put("1_a.up.sql", "BEGIN; SELECT 1; COMMIT;");
  folder.check();
  EXPECT_EQ(folder.chain().revisions.at(0).bodies.at(0).content_hash, hash);
}

TEST_F(Numbered, signs_of_other_layouts) {
  folder.put("1_a.up.sql", "-- +goose Up\nSELECT 1;\n-- +goose Down\n").put("1_a.down.sql", "");
  folder.put("2_b.up.sql", "-- migrate:up\nSELECT 1;\n").put("2_b.down.sql", "");
  folder.put("3_c.up.sql", "-- no-transaction\nSELECT 1;\n").put("3_c.down.sql", "");
  folder.put("4_d.up.sql", "SELECT '-- +goose Up';\n").put("4_d.down.sql", "");
  EXPECT_EQ(folder.check(),
            R"(m/1_a.up.sql:1:1: warning: this looks like layout 'goose' [-Wforeign-layout]
    1 | -- +goose Up
      | ^~~~~~~~~~~~
help: in layout 'numbered' this is a comment without meaning
help: to read the folder as what it is:  LAYOUT goose
m/2_b.up.sql:1:1: warning: this looks like layout 'retort' [-Wforeign-layout]
    1 | -- migrate:up
      | ^~~~~~~~~~~~~
help: in layout 'numbered' this is a comment without meaning
help: to read the folder as what it is:  LAYOUT retort
m/3_c.up.sql:1:1: warning: this looks like layout 'sqlx' [-Wforeign-layout]
    1 | -- no-transaction
      | ^~~~~~~~~~~~~~~~~
help: in layout 'numbered' this is a comment without meaning
help: to read the folder as what it is:  LAYOUT sqlx
)");
}

TEST_F(Numbered, an_empty_file_is_a_revision_that_does_nothing) {
  folder.put("1_a.sql", "");
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_TRUE(folder.chain().complete);
}

TEST_F(Numbered, several_engines_are_refused) {
  put_pair("1_a");
  put_pair("2_b");
  folder.options.engines = {dialect::Engine::sqlite, dialect::Engine::postgres};
  EXPECT_EQ(
      folder.check(),
      R"(m/1_a.up.sql:1:1: error: a file of layout 'numbered' names no engine, and the chain has several [not-portable]
    1 | CREATE TABLE t (x int);
      | ^
help: compile the chain for one engine, or use layout 'retort' with one section per engine:
help:     -- migrate:up sqlite
help:     -- migrate:up postgres
)");
}

TEST_F(Numbered, a_late_number_precedes_a_locked_one) {
  put_pair("1_a");
  put_pair("3_c");
  put_pair("4_d");
  folder.lock();
  put_pair("2_b");
  EXPECT_EQ(folder.check(),
            R"(m/2_b.up.sql:1:1: error: revision '2' precedes locked revision '3' [locked-changed]
    1 | CREATE TABLE t (x int);
      | ^
m/retort.lock:3:1: note: '3' was locked without it
    3 | 3 sqlite native sha256-tokens-1:27bbfb5e… sha256-chain-1:c82f69ff… 1:27bbfb5e file 3_c.up.sql
      | ^
help: give it a number above 4, the last one that is locked
)");
}

TEST_F(Numbered, a_locked_file_with_another_number) {
  put_pair("1_a");
  put_pair("2_b");
  folder.lock();
  folder.remove("2_b.up.sql");
  folder.remove("2_b.down.sql");
  folder.put("5_b.up.sql", "CREATE TABLE t (x int);").put("5_b.down.sql", "DROP TABLE t;");
  EXPECT_EQ(folder.check(),
            R"(m/5_b.up.sql:1:1: error: locked revision '2' was renamed to '5' [locked-changed]
    1 | CREATE TABLE t (x int);
      | ^
m/retort.lock:3:1: note: it was locked under this ID
    3 | 2 sqlite native sha256-tokens-1:27bbfb5e… sha256-chain-1:df056dc2… 1:27bbfb5e file 2_b.up.sql
      | ^
help: rename it back:  git mv m/5_b.up.sql m/2_b.up.sql
)");
}

}  // namespace
}  // namespace retort::compiler::chain
