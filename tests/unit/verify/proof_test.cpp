// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Up, down, up: what is found, where, and what goes on behind it. Whole messages:
// tests/cases/verify.
#include <gmock/gmock.h>

#include "proof_fixture.hpp"

namespace retort::compiler::verify {
namespace {

using test::ProofFolder;
using ::testing::HasSubstr;
using ::testing::Not;

TEST(Proof, AcceptsAChainThatHolds) {
  ProofFolder folder;
  folder.add("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT, a text NOT NULL)",
             "DROP TABLE t");
  folder.add("INSERT INTO t (a) VALUES ('x'), ('y')", "DELETE FROM t");
  folder.add("CREATE INDEX t_a ON t (a);\nANALYZE", "DROP INDEX t_a");
  folder.add("ALTER TABLE t ADD COLUMN b int DEFAULT 1", "ALTER TABLE t DROP COLUMN b");
  EXPECT_EQ(folder.prove(), "");
  EXPECT_TRUE(folder.proved());
}

TEST(Proof, ShowsAnErrorOfTheEngineAtItsWordAndStops) {
  ProofFolder folder;
  folder.add("CREATE TABLE words (a);\nINSERT INTO words\n  VALUES (nosuch)", "SELECT 1");
  folder.add("also wrong", "SELECT 1");
  const std::string text = folder.prove();
  EXPECT_THAT(text, HasSubstr("0001.sql:8:11: error: SQLite: no such column: nosuch [sql-error]"));
  EXPECT_THAT(text, HasSubstr("  VALUES (nosuch);\n      |           ^~~~~~\n"));
  EXPECT_THAT(text, Not(HasSubstr("0002.sql")));
  EXPECT_FALSE(folder.proved());
}

TEST(Proof, ShowsAFailingConstraintAtItsStatement) {
  ProofFolder folder;
  folder.add("CREATE TABLE t (a UNIQUE);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (1)",
             "DROP TABLE t");
  EXPECT_THAT(folder.prove(),
              HasSubstr("0001.sql:8:1: error: SQLite: UNIQUE constraint failed: t.a"));
}

TEST(Proof, SuggestsTheNearestTable) {
  ProofFolder folder;
  folder.add("CREATE TABLE words (a)", "DROP TABLE words");
  folder.add("INSERT INTO wrds VALUES (1)", "SELECT 1");
  const std::string text = folder.prove();
  EXPECT_THAT(text, HasSubstr("no such table: wrds"));
  EXPECT_THAT(text, HasSubstr("help: did you mean 'words'?"));
}

TEST(Proof, TellsAboutEveryWrongDownInOneRun) {
  ProofFolder folder;
  folder.add("CREATE TABLE t (a);\nCREATE INDEX i ON t (a)", "DROP TABLE t");
  folder.add("CREATE TABLE u (a);\nCREATE INDEX j ON u (a)", "DROP INDEX j");
  folder.add("CREATE INDEX k ON t (a)", "DROP INDEX kk");
  folder.add("ALTER TABLE t ADD COLUMN b", "SELECT 1");
  folder.add("DROP INDEX i", "SELECT 1");
  const std::string text = folder.prove();
  EXPECT_THAT(text, Not(HasSubstr("0001.sql")));
  EXPECT_THAT(text,
              HasSubstr("0002.sql:8:1: error: down of revision 'r2' does not restore the schema: "
                        "table 'u' is left behind [down-differs]"));
  EXPECT_THAT(text, HasSubstr("0002.sql:6:1: note: up changes table 'u' here"));
  EXPECT_THAT(text, HasSubstr("help: add to the down section: DROP TABLE u;"));
  EXPECT_THAT(text,
              HasSubstr("0003.sql:8:1: error: down of revision 'r3' fails: no such index: kk"));
  EXPECT_THAT(text, HasSubstr("column 't.b' is left behind"));
  EXPECT_THAT(text, HasSubstr("help: add to the down section: ALTER TABLE t DROP COLUMN b;"));
  EXPECT_THAT(text, HasSubstr("index 'i' is missing"));
  EXPECT_THAT(text, HasSubstr("help: add to the down section: CREATE INDEX i ON t (a);"));
}

TEST(Proof, AnEmptyDownOfAnUpThatChangesTheSchemaIsWrong) {
  ProofFolder folder;
  folder.add("-- migrate:up\nCREATE TABLE t (a);\n-- migrate:down\n");
  EXPECT_THAT(folder.prove(), HasSubstr("table 't' is left behind"));
}

TEST(Proof, NamesThreeDifferencesAndCountsTheRest) {
  ProofFolder folder;
  std::string up = "CREATE TABLE t0 (a)";
  for (int i = 1; i < 6; ++i) up += ";\nCREATE TABLE t" + std::to_string(i) + " (a)";
  folder.add(up, "SELECT 1");
  EXPECT_THAT(folder.prove(), HasSubstr("table 't0' is left behind; table 't1' is left behind; "
                                        "table 't2' is left behind; and 3 more"));
}

TEST(Proof, SeesASecondUpThatFails) {
  ProofFolder folder;
  folder.add("CREATE TABLE t (a UNIQUE)", "DROP TABLE t");
  folder.add("INSERT INTO t VALUES (1)", "SELECT 1");
  EXPECT_THAT(
      folder.prove(),
      HasSubstr("0002.sql:6:1: error: revision 'r2' fails when it is brought up again behind its "
                "down: UNIQUE constraint failed: t.a [up-differs]"));
}

// A TEMP view is no part of the schema and outlives down.
TEST(Proof, SeesASecondUpThatEndsElsewhere) {
  ProofFolder folder;
  folder.add(
      "CREATE TEMP VIEW IF NOT EXISTS k AS SELECT 1 AS a;\nCREATE TABLE t AS SELECT * FROM k;\n"
      "DROP VIEW k;\nCREATE TEMP VIEW k AS SELECT 1 AS a, 2 AS b",
      "DROP TABLE t");
  EXPECT_THAT(folder.prove(),
              HasSubstr("0001.sql:5:1: error: revision 'r1' makes another schema the second time: "
                        "column 't.b' is additional [up-differs]"));
}

TEST(Proof, BringsUpOnlyWhatHasNoDown) {
  ProofFolder folder;
  folder.add("-- migrate:up\nCREATE TABLE t (a);\n-- migrate:down irreversible\n");
  folder.add("CREATE INDEX i ON t (a)", "DROP INDEX i");
  EXPECT_EQ(folder.prove(), "");
}

TEST(Proof, RunsVerifyQueriesBehindUp) {
  ProofFolder folder;
  folder.add(
      "-- migrate:up\nCREATE TABLE t (a);\nINSERT INTO t VALUES (1);\n-- migrate:down\n"
      "DROP TABLE t;\n-- migrate:verify\nSELECT count(*) = 1 FROM t;\nSELECT a FROM t WHERE a > "
      "1;\n");
  EXPECT_EQ(folder.prove(), "");
  folder.add(
      "-- migrate:up\nDELETE FROM t;\n-- migrate:down\nINSERT INTO t VALUES (1);\n"
      "-- migrate:verify\nSELECT 1;\nSELECT count(*) = 1 FROM t;\n");
  EXPECT_THAT(folder.prove(),
              HasSubstr("0002.sql:11:1: error: a verify query of revision 'r2' returned a row"));
}

TEST(Proof, RunsSectionsOutsideATransaction) {
  ProofFolder folder;
  folder.add(
      "-- migrate:up transaction:false\nCREATE TABLE t (a);\nPRAGMA journal_mode=WAL;\nVACUUM;\n"
      "-- migrate:down transaction:false\nDROP TABLE t;\nVACUUM;\n");
  EXPECT_EQ(folder.prove(), "");
}

TEST(Proof, StopsBehindAWrongDownThatCannotBeRolledBack) {
  ProofFolder folder;
  folder.add(
      "-- migrate:up\nCREATE TABLE t (a);\nCREATE TABLE u (a);\n"
      "-- migrate:down transaction:false\nDROP TABLE t;\n");
  folder.add("DROP TABLE t", "CREATE TABLE t (a)");
  const std::string text = folder.prove();
  EXPECT_THAT(text, HasSubstr("0001.sql:8:1: error: down of revision 'r1' does not restore"));
  EXPECT_THAT(text, Not(HasSubstr("0002.sql")));
}

TEST(Proof, ChecksForeignKeysBehindARebuild) {
  const std::string schema =
      "CREATE TABLE p (id INTEGER PRIMARY KEY);\n"
      "CREATE TABLE c (p REFERENCES p ON DELETE CASCADE);\nINSERT INTO p VALUES (1), (2);\n"
      "INSERT INTO c VALUES (1), (2)";
  const std::string rebuild =
      "CREATE TABLE n (id INTEGER PRIMARY KEY, a);\nINSERT INTO n (id) SELECT id FROM p{};\n"
      "DROP TABLE p;\nALTER TABLE n RENAME TO p;\n";
  const auto with = [&](const std::string& where) {
    std::string text = rebuild;
    return text.replace(text.find("{}"), 2, where);
  };
  ProofFolder holds;
  holds.add(schema, "DROP TABLE c;\nDROP TABLE p");
  holds.add("-- migrate:up foreign_keys:off\n" + with("") +
            "-- migrate:down\nALTER TABLE p DROP COLUMN a;\n"
            "-- migrate:verify\nSELECT count(*) = 2 FROM c;\n");
  EXPECT_EQ(holds.prove(), "");
  ProofFolder loses;
  loses.add(schema, "DROP TABLE c;\nDROP TABLE p");
  loses.add("-- migrate:up foreign_keys:off\n" + with(" WHERE id = 1") +
            "-- migrate:down\nALTER TABLE p DROP COLUMN a;\n");
  EXPECT_THAT(loses.prove(),
              HasSubstr("0002.sql:5:1: error: revision 'r2' leaves rows without their "
                        "parent: row 2 of table 'c' has no parent in 'p'"));
}

TEST(Proof, ExplainsAForeignKeyThatStopsARebuild) {
  ProofFolder folder;
  folder.add(
      "CREATE TABLE p (id INTEGER PRIMARY KEY);\nCREATE TABLE c (p REFERENCES p);\n"
      "INSERT INTO p VALUES (1);\nINSERT INTO c VALUES (1)",
      "DROP TABLE c;\nDROP TABLE p");
  folder.add("DROP TABLE p", "SELECT 1");
  const std::string text = folder.prove();
  EXPECT_THAT(text, HasSubstr("0002.sql:6:1: error: SQLite: FOREIGN KEY constraint failed"));
  EXPECT_THAT(text, HasSubstr("foreign_keys:off"));
}

TEST(Proof, StubsTheFunctionsOfTheProgram) {
  ProofFolder folder;
  folder.add(
      "CREATE TABLE t (a, b AS (normalize(a, 1)) STORED);\n"
      "CREATE INDEX i ON t (durationToInt(a))",
      "DROP TABLE t");
  const std::string unknown = folder.prove();
  EXPECT_THAT(unknown, HasSubstr("no such function: normalize"));
  EXPECT_THAT(unknown, HasSubstr("SQLITE_FUNCTIONS normalize/2"));
  ProofFolder declared;
  declared.add(
      "CREATE TABLE t (a, b AS (normalize(a, 1)) STORED);\n"
      "CREATE INDEX i ON t (durationToInt(a))",
      "DROP TABLE t");
  EXPECT_EQ(declared.prove({{{"normalize", 2}, {"DurationToInt", 1}}}), "");
}

TEST(Proof, WarnsAboutFunctionsThatNobodyCalls) {
  ProofFolder folder;
  folder.add("CREATE TABLE t (a)", "DROP TABLE t");
  EXPECT_THAT(folder.prove({{{"normalize", -1}}}),
              HasSubstr("warning: SQLite function 'normalize/-1' is declared and never used"));
  EXPECT_TRUE(folder.proved());
}

TEST(Proof, ReportsAFunctionThatSqliteDoesNotTake) {
  ProofFolder folder;
  folder.add("CREATE TABLE t (a)", "DROP TABLE t");
  EXPECT_THAT(folder.prove({{{"f", 1000}}}),
              HasSubstr("'f/1000' is not a valid value of 'SQLITE_FUNCTIONS'"));
  EXPECT_FALSE(folder.proved());
}

TEST(Proof, GoesOnBehindARolledBackDownWithTheRightSchema) {
  // After the roll-back the schema cookie goes back, and the next revision reaches the value that
  // the down had: a catalogue remembered by cookie would be the wrong one.
  ProofFolder folder;
  folder.add("CREATE TABLE t (a)", "CREATE TABLE x (a)");
  folder.add("CREATE TABLE u (a)", "DROP TABLE u");
  const std::string text = folder.prove();
  EXPECT_THAT(text, HasSubstr("table 't' is left behind; table 'x' is left behind"));
  EXPECT_THAT(text, Not(HasSubstr("0002.sql")));
}

}  // namespace
}  // namespace retort::compiler::verify
