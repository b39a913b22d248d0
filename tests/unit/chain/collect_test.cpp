// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Which files are migrations, and what is said of the others.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chain/collect.hpp"
#include "folder.hpp"

namespace retort::compiler::chain {
namespace {

using ::testing::ElementsAre;
using testing::Folder;
using ::testing::HasSubstr;
using testing::no_diagnostics;

TEST(Collect, sub_folders_are_read_and_hidden_or_other_files_are_not) {
  Folder folder;
  folder.add("a", "").put("2024/b.sql", Folder::migration("a", "SELECT 1;"));
  folder.put("README.md", "x")
      .put(".hidden.sql", "x")
      .put(".git/c.sql", "x")
      .put("retort.lock", "");
  folder.options.lock_file = std::nullopt;
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_THAT(folder.ids(), ElementsAre("a", "b"));
  EXPECT_EQ(folder.chain().revisions[1].path, "m/2024/b.sql");
  EXPECT_EQ(folder.chain().revisions[1].relative_path, "2024/b.sql");
}

TEST(Collect, the_schema_is_no_migration) {
  Folder folder;
  folder.add("a", "").put("schema.sql", "CREATE TABLE t (x int);");
  folder.options.schema_file = "m/./schema.sql";
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_THAT(folder.ids(), ElementsAre("a"));
}

TEST(Collect, a_missing_folder) {
  Folder folder;
  EXPECT_EQ(folder.check(),
            "m:1:1: error: cannot read 'm': No such file or directory [cannot-read]\n");
}

TEST(Collect, an_empty_folder) {
  Folder folder;
  folder.files.make_directory("m");
  EXPECT_EQ(folder.check(), R"(m:1:1: error: no migration found in 'm' [empty-directory]
help: make the first one:  retort revision -m "create the first tables"
)");
  EXPECT_FALSE(folder.chain().complete);
}

TEST(Collect, a_folder_that_cannot_be_read) {
  Folder folder;
  folder.add("a", "").put("sub/b.sql", "");
  folder.files.deny("m/sub", "Permission denied");
  EXPECT_EQ(folder.check(),
            "m/sub:1:1: error: cannot read 'm/sub': Permission denied [cannot-read]\n");
}

TEST(Collect, a_folder_that_is_named_like_a_migration) {
  Folder folder;
  folder.add("a", "").put("b.sql/c.sql", "x");
  EXPECT_EQ(folder.check(),
            "m/b.sql:1:1: error: cannot read 'm/b.sql': Is a directory "
            "[cannot-read]\n");
}

TEST(Collect, excluded_files_and_folders) {
  Folder folder;
  folder.add("a", "").put("old/x.sql", "x").put("seeds/deep/y.sql", "x").put("z_tmp.sql", "x");
  folder.options.exclude = {"old", "seeds/**", "*_tmp.sql"};
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_THAT(folder.ids(), ElementsAre("a"));
}

TEST(Collect, a_pattern_that_matches_nothing) {
  Folder folder;
  folder.add("a", "");
  folder.options.exclude = {"b*.sql"};
  EXPECT_EQ(folder.check(), R"(retort: warning: pattern 'b*.sql' matches no file [-Wunused-exclude]
help: patterns are matched against the path below 'm': '**/x.sql' fits in every sub-directory
)");
}

TEST(Collect, a_list_of_files) {
  Folder folder;
  folder.add("a", "").put("b.sql", Folder::migration("a", "SELECT 1;")).put("c.sql", "x");
  folder.options.files = {"m/b.sql", "m/a.sql", "m/../m/a.sql"};
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_THAT(folder.ids(), ElementsAre("a", "b"));
  EXPECT_EQ(folder.chain().revisions[1].relative_path, "b.sql") << "beside the lock";
}

TEST(Collect, a_list_with_a_name_that_is_no_migration) {
  Folder folder;
  folder.add("a", "").put("b.txt", "x");
  folder.options.files = {"m/a.sql", "m/b.txt", "m/c.sql"};
  EXPECT_EQ(
      folder.check(),
      R"(m/b.txt:1:1: error: 'b.txt' is not named as layout 'retort' expects (*.sql) [bad-file-name]
m/c.sql:1:1: error: cannot read 'm/c.sql': No such file or directory [cannot-read]
)");
}

TEST(Collect, names_that_cannot_be_ids) {
  Folder folder;
  folder.add("a", "").put("b-1 x.sql", Folder::migration("a", "SELECT 1;"));
  folder.put("head.sql", Folder::migration("a", "SELECT 1;"));
  EXPECT_EQ(
      folder.check(),
      R"(m/b-1 x.sql:1:1: error: file name 'b-1 x' is no revision ID, which has letters, digits, '_' and '.' only [bad-file-name]
    1 | -- Revises: a
      | ^
help: rename the file, or name the revision in its header:
help:     -- Revision ID: b_1_x
m/head.sql:1:1: error: file name 'head' is a word of the command line, not a revision ID [bad-file-name]
    1 | -- Revises: a
      | ^
help: rename the file, or name the revision in its header:
help:     -- Revision ID: head_1
)");
}

TEST(Collect, a_name_with_a_control_character) {
  Folder folder;
  folder.add("a", "").put("b\n.sql", "x");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("error: file name contains a control character [bad-file-name]"));
}

TEST(Collect, an_odd_suffix_is_mentioned) {
  Folder folder;
  folder.add("a", "").put("B.SQL", "x");
  EXPECT_EQ(
      folder.check(),
      R"(m/B.SQL:1:1: warning: file is not named as layout 'retort' expects (*.sql) and is skipped [-Wskipped-file]
help: rename it, or leave it out:  EXCLUDE B.SQL
)");
}

TEST(Collect, folders_below_folders_have_a_limit) {
  Folder folder;
  std::string path;
  for (std::size_t i = 0; i <= max_directory_depth; ++i) path += "d/";
  folder.add("a", "").put(path + "b.sql", "x");
  EXPECT_THAT(folder.check(), HasSubstr("folder depth exceeds the limit of 32 [limit-exceeded]"));
}

TEST(Collect, a_huge_file_is_a_limit) {
  Folder folder;
  folder.add("a", "").put("b.sql", "");
  folder.files.deny("m/b.sql", "file is larger than 64 MiB");
  EXPECT_EQ(folder.check(),
            "m/b.sql:1:1: error: file exceeds the limit of 64 MiB "
            "[limit-exceeded]\n");
}

TEST(Collect, an_unknown_layout) {
  Folder folder;
  folder.add("a", "");
  folder.options.layout = "gose";
  EXPECT_EQ(
      folder.check(),
      "retort: error: 'gose' is not a valid value of 'layout' [bad-option-value]\n"
      "help: layouts are retort, numbered, named, goose, dbmate, sql-migrate, golang-migrate, "
      "sqlx, diesel, flyway, sqitch, prisma, alembic-sql, auto\n");
}

}  // namespace
}  // namespace retort::compiler::chain
