// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Statements that are refused, and their neighbours that are not. Whole messages are in
// tests/cases/lower.
#include <gmock/gmock.h>

#include "fixture.hpp"

namespace retort::compiler::lower {
namespace {

using test::revision;
using ::testing::HasSubstr;
using ::testing::Not;

std::string messages(const std::string& sections,
                     dialect::Engine engine = dialect::Engine::sqlite) {
  test::Folder folder;
  folder.options.engines = {engine};
  folder.put("0001.sql", revision(sections));
  folder.lower();
  return folder.messages();
}

std::string up(const std::string& sql, const std::string& options = "") {
  return messages("-- migrate:up" + options + "\n" + sql + ";\n-- migrate:down\nSELECT 1;\n");
}

std::string numbered(const std::string& sql) {
  test::Folder folder;
  folder.options.layout = "numbered";
  folder.put("1_first.up.sql", sql);
  folder.put("1_first.down.sql", "SELECT 1;\n");
  folder.lower();
  return folder.messages();
}

TEST(TransactionControl, IsRefusedInEverySection) {
  const std::string text = messages(
      "-- migrate:up\nBEGIN;\nSELECT 1;\nCOMMIT;\n"
      "-- migrate:down transaction:false\nSAVEPOINT a;\n"
      "-- migrate:verify\nROLLBACK;\n");
  EXPECT_THAT(text, HasSubstr("0001.sql:7:1: error: 'BEGIN' in a migration"));
  EXPECT_THAT(text, HasSubstr("0001.sql:9:1: error: 'COMMIT' in a migration"));
  EXPECT_THAT(text, HasSubstr("0001.sql:11:1: error: 'SAVEPOINT' in a migration"));
  EXPECT_THAT(text, HasSubstr("0001.sql:13:1: error: 'ROLLBACK' in a migration"));
}

TEST(TransactionControl, IsNotSeenInsideBodiesStringsAndNames) {
  EXPECT_EQ(up("CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END"), "");
  EXPECT_EQ(up("SELECT 'BEGIN; COMMIT;'"), "");
  EXPECT_EQ(up("SELECT \"begin\" FROM t"), "");
}

TEST(NeedsNoTransaction, ShowsTheDirectiveToWrite) {
  const std::string text = up("VACUUM", " sqlite");
  EXPECT_THAT(text, HasSubstr("0001.sql:7:1: error: VACUUM cannot run inside a transaction"));
  EXPECT_THAT(text, HasSubstr("help: -- migrate:up sqlite transaction:false\n"));
  EXPECT_EQ(up("VACUUM", " transaction:false"), "");
  EXPECT_EQ(up("PRAGMA journal_mode=WAL", " transaction:false"), "");
}

TEST(NeedsNoTransaction, KnowsPostgres) {
  const std::string sql =
      "\nCREATE INDEX CONCURRENTLY i ON t (a);\n-- migrate:down\nDROP INDEX i;\n";
  EXPECT_THAT(messages("-- migrate:up" + sql, dialect::Engine::postgres),
              HasSubstr("error: CREATE INDEX CONCURRENTLY cannot run inside a transaction"));
  EXPECT_EQ(messages("-- migrate:up transaction:false" + sql, dialect::Engine::postgres), "");
}

TEST(NeedsNoTransaction, IsFoundByItselfWhereALayoutHasNoDirectives) {
  test::Folder folder;
  folder.options.layout = "numbered";
  folder.put("1_first.up.sql", "VACUUM;\n");
  folder.put("1_first.down.sql", "SELECT 1;\n");
  const CompiledChain compiled = folder.lower();
  EXPECT_EQ(folder.messages(), "");
  EXPECT_FALSE(compiled.view().revisions[0].bodies[0].up.transaction);
  EXPECT_TRUE(compiled.view().revisions[0].bodies[0].down.transaction);
  const std::string mixed = numbered("SELECT 1;\nVACUUM;\n");
  EXPECT_THAT(mixed, HasSubstr("1_first.up.sql:2:1: error: VACUUM cannot run"));
  EXPECT_THAT(mixed, HasSubstr("help: give the statement a migration of its own"));
}

TEST(ForeignKeysPragma, IsRefusedInATransaction) {
  const std::string text = up("PRAGMA foreign_keys=OFF");
  EXPECT_THAT(text, HasSubstr("error: 'PRAGMA foreign_keys' does nothing inside a transaction"));
  EXPECT_THAT(text, Not(HasSubstr("note:")));
  EXPECT_THAT(text, HasSubstr("help: -- migrate:up foreign_keys:off\n"));
  EXPECT_THAT(up("PRAGMA foreign_keys=OFF", " foreign_keys:off"),
              HasSubstr("help: delete the statement: the section already says foreign_keys:off"));
  EXPECT_EQ(numbered("PRAGMA foreign_keys=OFF;\nDROP TABLE t;\n"), "") << "done around it";
  EXPECT_EQ(up("PRAGMA foreign_keys=OFF", " transaction:false"), "");
  EXPECT_EQ(up("PRAGMA foreign_keys"), "");
  const std::string pair = up("PRAGMA foreign_keys=OFF;\nDROP TABLE t;\nPRAGMA foreign_keys=ON");
  EXPECT_THAT(pair, HasSubstr("0001.sql:8:1: note: foreign keys are on here"));
  EXPECT_THAT(pair, HasSubstr("help: delete the statement too"));
}

TEST(ForeignKeysPragma, DeferringIsRefusedOnlyWhereATableIsDropped) {
  EXPECT_EQ(up("PRAGMA defer_foreign_keys=ON;\nINSERT INTO t VALUES (1)"), "");
  const std::string text = up("PRAGMA defer_foreign_keys=ON;\nDROP TABLE t");
  EXPECT_THAT(text, HasSubstr("0001.sql:7:1: error: 'PRAGMA defer_foreign_keys' does not keep"));
  EXPECT_THAT(text, HasSubstr("0001.sql:8:1: note: deferred or not, the rows of child tables go"));
  EXPECT_EQ(up("PRAGMA defer_foreign_keys=ON;\nDROP TABLE t", " foreign_keys:off"), "");
}

TEST(Copy, IsNotSqlites) {
  EXPECT_THAT(up("COPY t FROM 'x'"), HasSubstr("error: SQLite: there is no COPY"));
}

}  // namespace
}  // namespace retort::compiler::lower
