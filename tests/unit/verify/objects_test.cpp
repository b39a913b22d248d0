// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Views, triggers and foreign keys that SQLite accepts and that do not work.
#include <gmock/gmock.h>

#include "proof_fixture.hpp"

namespace retort::compiler::verify {
namespace {

using test::ProofFolder;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Objects, ABrokenViewIsBlamedOnTheRevisionThatBrokeIt) {
  ProofFolder folder;
  folder.add("CREATE TABLE t (a)", "DROP TABLE t");
  folder.add("CREATE VIEW v AS SELECT a FROM t;\nCREATE VIEW w AS SELECT a FROM v",
             "DROP VIEW w;\nDROP VIEW v");
  folder.add("DROP TABLE t", "CREATE TABLE t (a)");
  folder.add("CREATE TABLE u (a)", "DROP TABLE u");
  const std::string text = folder.prove();
  EXPECT_THAT(text, HasSubstr("0003.sql:6:1: error: SQLite: view 'v' does not work at the head: no "
                              "such table: main.t"));
  EXPECT_THAT(text, HasSubstr("since revision 'r3'"));
  EXPECT_THAT(text, HasSubstr("view 'w' does not work"));
}

TEST(Objects, AViewMendedLaterIsFine) {
  ProofFolder folder;
  folder.add("CREATE VIEW v AS SELECT a FROM t", "DROP VIEW v");
  folder.add("CREATE TABLE t (a)", "DROP TABLE t");
  EXPECT_EQ(folder.prove(), "");
}

TEST(Objects, TriggersAreCompiledByTheStatementThatFiresThem) {
  ProofFolder folder;
  folder.add("CREATE TABLE t (a, b AS (a) STORED);\nCREATE TABLE log (a)",
             "DROP TABLE log;\nDROP TABLE t");
  folder.add(
      "CREATE TRIGGER ins AFTER INSERT ON t BEGIN INSERT INTO lgo VALUES (1); END;\n"
      "CREATE TRIGGER upd AFTER UPDATE OF a ON t BEGIN INSERT INTO log (b) VALUES (1); END;\n"
      "CREATE TRIGGER del BEFORE DELETE ON t BEGIN INSERT INTO log VALUES (old.nosuch); END;\n"
      "CREATE TRIGGER good AFTER INSERT ON log BEGIN DELETE FROM log WHERE a = new.a; END",
      "DROP TRIGGER ins;\nDROP TRIGGER upd;\nDROP TRIGGER del;\nDROP TRIGGER good");
  const std::string text = folder.prove();
  EXPECT_THAT(text, HasSubstr("0002.sql:6:1: error: SQLite: trigger 'ins' does not work at the "
                              "head: no such table: main.lgo"));
  EXPECT_THAT(text, HasSubstr("0002.sql:7:1: error: SQLite: trigger 'upd' does not work at the "
                              "head: table log has no column named b"));
  EXPECT_THAT(text, HasSubstr("0002.sql:8:1: error: SQLite: trigger 'del' does not work at the "
                              "head: no such column: old.nosuch"));
  EXPECT_THAT(text, Not(HasSubstr("'good'")));
}

TEST(Objects, InsteadOfTriggersOfViewsToo) {
  ProofFolder folder;
  folder.add(
      "CREATE TABLE t (a);\nCREATE VIEW v AS SELECT a FROM t;\n"
      "CREATE TRIGGER x INSTEAD OF INSERT ON v BEGIN INSERT INTO t VALUES (new.a); END;\n"
      "CREATE TRIGGER y INSTEAD OF UPDATE ON v BEGIN UPDATE t SET nosuch = 1; END",
      "DROP VIEW v;\nDROP TABLE t");
  const std::string text = folder.prove();
  EXPECT_THAT(text, HasSubstr("trigger 'y' does not work at the head: no such column: nosuch"));
  EXPECT_THAT(text, Not(HasSubstr("'x'")));
}

TEST(ForeignKeys, AMismatchAtTheHeadIsAnError) {
  ProofFolder folder;
  folder.add("CREATE TABLE p (a);\nCREATE TABLE c (p REFERENCES p (a))",
             "DROP TABLE c;\nDROP TABLE p");
  const std::string text = folder.prove();
  EXPECT_THAT(
      text,
      HasSubstr("0001.sql:7:1: error: SQLite: foreign key mismatch - \"c\" referencing \"p\""));
  folder.add("CREATE UNIQUE INDEX p_a ON p (a)", "DROP INDEX p_a");
  ProofFolder mended;
  mended.add("CREATE TABLE p (a);\nCREATE TABLE c (p REFERENCES p (a))",
             "DROP TABLE c;\nDROP TABLE p");
  mended.add("CREATE UNIQUE INDEX p_a ON p (a)", "DROP INDEX p_a");
  EXPECT_EQ(mended.prove(), "");
}

}  // namespace
}  // namespace retort::compiler::verify
