// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The chain against its lock: what is an edit of a locked revision, and what is not.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "chain/lock_file.hpp"
#include "folder.hpp"

namespace retort::compiler::chain {
namespace {

using dialect::Engine;
using ::testing::EndsWith;
using testing::Folder;
using ::testing::HasSubstr;
using testing::no_diagnostics;
using ::testing::StartsWith;

constexpr const char* three_statements =
    "-- Revises: a\n\n-- migrate:up\nCREATE TABLE t (x int);\nCREATE INDEX i ON t (x);\n"
    "INSERT INTO t VALUES (1);\n-- migrate:down\nDROP TABLE t;\n";

// a <- b <- c, all locked; b has three statements.
class Locked : public ::testing::Test {
 protected:
  Locked() {
    folder.add("a", "").put("b.sql", three_statements).add("c", "b");
    EXPECT_EQ(folder.lock(), 3u);
    EXPECT_EQ(folder.check(), no_diagnostics);
  }

  Folder folder;
};

TEST(Lock, the_text_of_a_lock) {
  Folder folder;
  folder.add("a", "").put("sub dir/b.sql", three_statements);
  EXPECT_EQ(folder.lock(), 2u);
  EXPECT_EQ(
      folder.lock_text(),
      R"(# retort lock 1: what has shipped. Only 'retort lock' writes here, and it only appends.
a sqlite native sha256-tokens-1:2ef0e27c2b723f3fb3c42677836daea82e7273fbe396a49c6a966442d5526bb1 sha256-chain-1:196efcb0b84f3faedc3bb5b6f5294af6b81801b37884485dfec76a2629ba21e8 1:2ef0e27c file a.sql
b sqlite native sha256-tokens-1:7bc3f170eb2cfc10aed74b5b0cae8dce2e519cd762568d8c2445fa566087ba5d sha256-chain-1:e8bcf59369e96d8be4d0cca776a54f351a7cbe415d1bb9bd603784f0dfb4dc12 3:27bbfb5e,44aa8dec,f34a647e file sub dir/b.sql
)");
}

TEST(Lock, what_is_there_stays_byte_for_byte) {
  Folder folder;
  folder.add("a", "");
  folder.lock();
  const std::string before = folder.lock_text() + "# a comment of mine";  // and no newline
  folder.put("retort.lock", before);
  EXPECT_EQ(folder.lock(), 0u);
  EXPECT_EQ(folder.lock_text(), before);
  folder.add("b", "a");
  EXPECT_EQ(folder.lock(), 1u);
  EXPECT_THAT(folder.lock_text(), StartsWith(before + "\nb sqlite native "));
  EXPECT_THAT(folder.lock_text(), EndsWith(" file b.sql\n"));
  EXPECT_EQ(folder.check(), no_diagnostics);
}

TEST(Lock, a_lock_with_carriage_returns_gets_more_of_them) {
  Folder folder;
  folder.add("a", "");
  folder.lock();
  std::string text;
  for (const char c : folder.lock_text()) text += c == '\n' ? "\r\n" : std::string(1, c);
  folder.put("retort.lock", text).add("b", "a");
  EXPECT_EQ(folder.lock(), 1u);
  EXPECT_THAT(folder.lock_text(), StartsWith(text));
  EXPECT_THAT(folder.lock_text(), EndsWith(" file b.sql\r\n"));
  EXPECT_EQ(folder.check(), no_diagnostics);
}

TEST(Lock, a_lock_that_cannot_be_understood_is_not_appended_to) {
  Folder folder;
  folder.add("a", "");
  folder.check();
  std::size_t added = 7;
  EXPECT_EQ(append_to_lock("rubbish\n", folder.chain(), added), "rubbish\n");
  EXPECT_EQ(added, 0u);
}

TEST_F(Locked, harmless_edits_are_no_edits) {
  std::string text = "\xEF\xBB\xBF-- Another message\n--\n";
  for (const char c : std::string(three_statements)) text += c == '\n' ? "\r\n" : std::string(1, c);
  folder.put("b.sql", text);
  folder.replace("b.sql", "CREATE TABLE t (x int);", "  create table T\t(x INT) -- why\r\n;");
  EXPECT_EQ(folder.check(), no_diagnostics);
  EXPECT_TRUE(folder.chain().complete);
}

TEST_F(Locked, a_waiver_is_no_edit) {
  folder.replace("b.sql", "-- migrate:up",
                 "-- retort: allow(missing-down) it has one\n-- migrate:up");
  const std::string text = folder.check();
  EXPECT_THAT(text, Not(HasSubstr("locked-changed")));
}

TEST_F(Locked, another_down_is_no_edit) {
  folder.replace("b.sql", "DROP TABLE t;", "DROP TABLE IF EXISTS t;");
  EXPECT_EQ(folder.check(), no_diagnostics);
}

TEST_F(Locked, a_file_of_another_name_is_no_edit_where_the_id_is_written) {
  folder.remove("b.sql");
  folder.put("moved/0002.sql", std::string("-- Revision ID: b\n") + three_statements);
  EXPECT_EQ(folder.check(), no_diagnostics);
}

TEST_F(Locked, a_statement_changed) {
  folder.replace("b.sql", "ON t (x)", "ON t (x DESC)");
  EXPECT_EQ(folder.check(), R"(m/b.sql:5:1: error: locked revision 'b' was changed [locked-changed]
    5 | CREATE INDEX i ON t (x DESC);
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~
m/retort.lock:3:1: note: statement 2 of 3 for sqlite is not the one that was locked (7bc3f170… was locked, it is ff78dfea… now)
    3 | b sqlite native sha256-tokens-1:7bc3f170… sha256-chain-1:e8bcf593… 3:27bbfb5e,44aa8dec,f34a647e file b.sql
      | ^
help: see the edit and undo it:       git log -p -- m/b.sql
help: or put it into a new revision:  retort revision -m "describe the change"
)");
}

TEST_F(Locked, a_statement_added) {
  folder.replace("b.sql", "CREATE INDEX", "CREATE TABLE u (y int);\nCREATE INDEX");
  EXPECT_EQ(folder.check(), R"(m/b.sql:5:1: error: locked revision 'b' was changed [locked-changed]
    5 | CREATE TABLE u (y int);
      | ^~~~~~~~~~~~~~~~~~~~~~
m/retort.lock:3:1: note: a statement for sqlite was added (7bc3f170… was locked, it is e371c2ce… now)
    3 | b sqlite native sha256-tokens-1:7bc3f170… sha256-chain-1:e8bcf593… 3:27bbfb5e,44aa8dec,f34a647e file b.sql
      | ^
help: see the edit and undo it:       git log -p -- m/b.sql
help: or put it into a new revision:  retort revision -m "describe the change"
)");
}

TEST_F(Locked, statements_removed) {
  folder.replace("b.sql", "CREATE INDEX i ON t (x);\nINSERT INTO t VALUES (1);\n", "");
  EXPECT_EQ(folder.check(), R"(m/b.sql:4:1: error: locked revision 'b' was changed [locked-changed]
    4 | CREATE TABLE t (x int);
      | ^~~~~~~~~~~~~~~~~~~~~~
m/retort.lock:3:1: note: 2 statements for sqlite are gone behind this one: 3 were locked, 1 is left (7bc3f170… was locked, it is 27bbfb5e… now)
    3 | b sqlite native sha256-tokens-1:7bc3f170… sha256-chain-1:e8bcf593… 3:27bbfb5e,44aa8dec,f34a647e file b.sql
      | ^
help: see the edit and undo it:       git log -p -- m/b.sql
help: or put it into a new revision:  retort revision -m "describe the change"
)");
}

TEST_F(Locked, all_statements_removed) {
  folder.put("c.sql", "-- Revises: b\n-- migrate:up\n-- migrate:down irreversible\n");
  EXPECT_EQ(folder.check(), R"(m/c.sql:2:1: error: locked revision 'c' was changed [locked-changed]
    2 | -- migrate:up
      | ^~~~~~~~~~~~~
m/retort.lock:4:1: note: a statement for sqlite is gone: 1 was locked, none is left (31f0edc9… was locked, it is e3b0c442… now)
    4 | c sqlite native sha256-tokens-1:31f0edc9… sha256-chain-1:8d52a44b… 1:31f0edc9 file c.sql
      | ^
help: see the edit and undo it:       git log -p -- m/c.sql
help: or put it into a new revision:  retort revision -m "describe the change"
)");
}

TEST_F(Locked, the_first_statement_removed) {
  folder.replace("b.sql", "CREATE TABLE t (x int);\n", "");
  EXPECT_THAT(folder.check(), HasSubstr("a statement for sqlite is gone in front: 3 were locked, "
                                        "2 are left"));
}

TEST(Lock, a_change_behind_the_marks_is_found_too) {
  Folder folder;
  std::string up;
  for (std::size_t i = 0; i < max_locked_statements + 10; ++i) up += "SELECT 1;\n";
  folder.put("a.sql", Folder::migration("", up + "SELECT 2;"));
  folder.lock();
  EXPECT_THAT(folder.lock_text(), HasSubstr(" 75:"));
  EXPECT_EQ(folder.check(), no_diagnostics);
  folder.replace("a.sql", "SELECT 2;", "SELECT 3;");
  EXPECT_THAT(folder.check(), HasSubstr("a statement behind number 64 for sqlite is not the one "
                                        "that was locked"));
}

TEST_F(Locked, an_error_inside_a_locked_file_is_the_only_one) {
  folder.replace("b.sql", "VALUES (1)", "VALUES ('1)");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("unterminated string"));
  EXPECT_THAT(text, Not(HasSubstr("locked-changed")));
}

TEST_F(Locked, a_head_removed) {
  folder.remove("c.sql");
  EXPECT_EQ(folder.check(),
            R"(m/retort.lock:4:1: error: locked revision 'c' is gone [locked-changed]
    4 | c sqlite native sha256-tokens-1:31f0edc9… sha256-chain-1:8d52a44b… 1:31f0edc9 file c.sql
      | ^
help: bring it back:                       git restore -- m/c.sql
help: or, where that is committed, find it:  git log --diff-filter=D -- m/c.sql
)");
}

TEST_F(Locked, a_listed_file_removed_is_named_beside_the_lock) {
  folder.options.directory = "elsewhere";
  folder.options.files = {"m/a.sql", "m/b.sql"};
  EXPECT_THAT(folder.check(), HasSubstr("git restore -- m/c.sql\n"));
}

TEST_F(Locked, a_file_that_holds_something_else_now) {
  folder.remove("c.sql");
  folder.put("c.sql", "-- Revision ID: d\n" + Folder::migration("b", "SELECT 'else';"));
  EXPECT_THAT(folder.check(), HasSubstr("note: its file now holds revision 'd'"));
}

TEST_F(Locked, renamed) {
  folder.remove("b.sql");
  folder.put("b2.sql", three_statements);
  folder.replace("c.sql", "Revises: b", "Revises: b2");
  EXPECT_EQ(folder.check(),
            R"(m/b2.sql:1:1: error: locked revision 'b' was renamed to 'b2' [locked-changed]
    1 | -- Revises: a
      | ^
m/retort.lock:3:1: note: it was locked under this ID
    3 | b sqlite native sha256-tokens-1:7bc3f170… sha256-chain-1:e8bcf593… 3:27bbfb5e,44aa8dec,f34a647e file b.sql
      | ^
help: give it its ID back:  -- Revision ID: b
)");
}

TEST_F(Locked, empty_revisions_are_not_taken_for_each_other) {
  folder.put("d.sql", "-- Revises: c\n-- migrate:up\n");
  folder.lock();
  folder.remove("d.sql");
  folder.put("e.sql", "-- Revises: c\n-- migrate:up\n");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("locked revision 'd' is gone"));
  EXPECT_THAT(text, Not(HasSubstr("renamed")));
}

TEST_F(Locked, preceded) {
  folder.add("n", "b").replace("c.sql", "Revises: b", "Revises: n");
  EXPECT_EQ(folder.check(),
            R"(m/c.sql:1:13: error: revision 'n' precedes locked revision 'c' [locked-changed]
    1 | -- Revises: n
      |             ^
m/retort.lock:4:1: note: 'c' was locked without it
    4 | c sqlite native sha256-tokens-1:31f0edc9… sha256-chain-1:8d52a44b… 1:31f0edc9 file c.sql
      | ^
help: put the locked one back, in m/c.sql:  -- Revises: b
help: and the new one behind it:  retort rebase n --onto c
)");
}

TEST_F(Locked, preceded_by_two_at_the_base) {
  folder.add("n1", "").add("n2", "n1").replace("a.sql", "Revises:", "Revises: n2");
  EXPECT_EQ(folder.check(),
            R"(m/a.sql:1:13: error: revision 'n2' precedes locked revision 'a' [locked-changed]
    1 | -- Revises: n2
      |             ^~
m/retort.lock:2:1: note: 'a' was locked without it
    2 | a sqlite native sha256-tokens-1:2ef0e27c… sha256-chain-1:196efcb0… 1:2ef0e27c file a.sql
      | ^
help: put the locked one back, in m/a.sql:  -- Revises:
help: and the new one behind it:  retort rebase n1 --onto c
)");
}

TEST_F(Locked, other_parents) {
  folder.add("d", "c");
  folder.lock();
  folder.replace("d.sql", "Revises: c", "Revises: b");
  folder.replace("c.sql", "Revises: b", "Revises: d");
  EXPECT_EQ(
      folder.check(),
      R"(m/d.sql:1:13: error: locked revision 'd' has other parents than when it was locked [locked-changed]
    1 | -- Revises: b
      |             ^
m/retort.lock:5:1: note: locked here
    5 | d sqlite native sha256-tokens-1:e5791205… sha256-chain-1:e4722a19… 1:e5791205 file d.sql
      | ^
help: see the edit and undo it:  git log -p -- m/d.sql
)");
}

TEST_F(Locked, a_locked_revision_that_moved_is_not_reported_as_a_fork_or_a_base_as_well) {
  folder.add("d", "c");
  folder.lock();
  folder.replace("d.sql", "Revises: c", "Revises: b");
  EXPECT_THAT(folder.check(), AllOf(HasSubstr("help: put it back, in m/d.sql:  -- Revises: c\n"),
                                    Not(HasSubstr("multiple-heads"))));
  folder.replace("d.sql", "Revises: b", "Revises: base");
  EXPECT_THAT(folder.check(), AllOf(HasSubstr("help: put it back, in m/d.sql:  -- Revises: c\n"),
                                    Not(HasSubstr("multiple-"))));
  folder.add("e", "b").add("f", "b");
  EXPECT_THAT(folder.check(), HasSubstr("multiple-heads")) << "these two are another matter";
}

TEST_F(Locked, no_parents_any_more) {
  folder.replace("b.sql", "Revises: a", "Revises: base");
  folder.replace("a.sql", "Revises:", "Revises: c");
  const std::string text = folder.check();
  EXPECT_THAT(text, HasSubstr("locked revision 'b' has other parents than when it was locked"));
  EXPECT_THAT(text, Not(HasSubstr("revision 'c' has other"))) << "that follows from b";
}

TEST_F(Locked, a_merge_is_independent_of_the_order_of_its_parents) {
  folder.add("d", "b").add("e", "c, d");
  EXPECT_EQ(folder.lock(), 2u);
  folder.replace("e.sql", "c, d", "d, c");
  EXPECT_EQ(folder.check(), no_diagnostics);
}

TEST_F(Locked, another_form) {
  std::string text = folder.lock_text();
  text.replace(text.find("b sqlite native"), 15, "b sqlite portable");
  folder.put("retort.lock", text);
  EXPECT_EQ(
      folder.check(),
      R"(m/b.sql:3:1: error: section of locked revision 'b' for sqlite is now native, it was locked as portable [locked-changed]
    3 | -- migrate:up
      | ^~~~~~~~~~~~~
m/retort.lock:3:1: note: locked here
    3 | b sqlite portable sha256-tokens-1:7bc3f170… sha256-chain-1:e8bcf593… 3:27bbfb5e,44aa8dec,f34a647e file b.sql
      | ^
help: mark the section as it was:  -- migrate:up portable
)");
}

TEST_F(Locked, all_must_be_locked) {
  folder.options.locked = true;
  EXPECT_EQ(folder.check(), no_diagnostics);
  folder.add("d", "c");
  EXPECT_EQ(folder.check(), R"(m/d.sql:1:1: error: revision 'd' is not locked [not-locked]
    1 | -- Revises: c
      | ^
help: lock what ships:  retort lock
)");
  folder.add("e", "d").add("f", "e");
  EXPECT_THAT(folder.check(), HasSubstr("retort lock  (2 more revisions are not locked)"));
}

TEST(Lock, all_must_be_locked_and_there_is_no_lock) {
  Folder folder;
  folder.add("a", "");
  folder.options.locked = true;
  EXPECT_THAT(folder.check(), HasSubstr("m/a.sql:1:1: error: revision 'a' is not locked"));
}

TEST(Lock, an_engine_that_joins_later) {
  Folder folder;
  folder.add("a", "");
  folder.lock();
  folder.options.engines = {Engine::sqlite, Engine::postgres};
  folder.put("a.sql",
             "-- Revises:\n-- migrate:up sqlite\nCREATE TABLE t_a (x int);\n"
             "-- migrate:up postgres\nCREATE TABLE t_a (x bigint);\n"
             "-- migrate:down irreversible sqlite postgres\n");
  EXPECT_EQ(folder.check(), no_diagnostics) << "adding the other engine's section is no edit";
  folder.options.locked = true;
  EXPECT_EQ(folder.check(), R"(m/a.sql:1:1: error: revision 'a' is not locked [not-locked]
    1 | -- Revises:
      | ^
m/retort.lock:2:1: note: it is locked for sqlite only
    2 | a sqlite native sha256-tokens-1:2ef0e27c… sha256-chain-1:196efcb0… 1:2ef0e27c file a.sql
      | ^
help: lock what ships:  retort lock
)");
  EXPECT_EQ(folder.lock(), 1u);
  EXPECT_THAT(folder.lock_text(), HasSubstr("\na postgres native "));
  EXPECT_EQ(folder.check(), no_diagnostics);
  folder.replace("a.sql", "x bigint", "x int");
  EXPECT_THAT(folder.check(), HasSubstr("statement 1 of 1 for postgres"));
  folder.options.engines = {Engine::sqlite};
  folder.options.locked = false;
  folder.add("a", "");
  EXPECT_EQ(folder.check(), no_diagnostics) << "an engine that left the chain is not missed";
}

TEST_F(Locked, no_lock_is_read_where_none_is_named) {
  folder.replace("b.sql", "VALUES (1)", "VALUES (2)");
  folder.options.lock_file = std::nullopt;
  EXPECT_EQ(folder.check(), no_diagnostics);
}

}  // namespace
}  // namespace retort::compiler::chain
