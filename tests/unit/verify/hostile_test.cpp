// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// SQL that tries to leave the proof: nothing reaches the disk, nothing runs for ever.
#include <gmock/gmock.h>

#include <filesystem>

#include "proof_fixture.hpp"
#include "verify/connection.hpp"

namespace retort::compiler::verify {
namespace {

namespace fs = std::filesystem;
using test::ProofFolder;
using ::testing::HasSubstr;

// A fresh folder in which nothing may appear.
class Hostile : public ::testing::Test {
 protected:
  void SetUp() override {
    std::string pattern = (fs::temp_directory_path() / "retort-proof-XXXXXX").string();
    ASSERT_NE(mkdtemp(pattern.data()), nullptr);
    folder_ = pattern;
    before_ = fs::current_path();
    fs::current_path(folder_);
  }
  void TearDown() override {
    EXPECT_TRUE(fs::is_empty(folder_)) << "the proof wrote a file";
    fs::current_path(before_);
    fs::remove_all(folder_);
  }

  static std::string prove(const std::string& up) {
    ProofFolder folder;
    return folder
        .add("-- migrate:up transaction:false\n" + up + ";\n-- migrate:down irreversible\n")
        .prove();
  }

 private:
  fs::path folder_;
  fs::path before_;
};

TEST_F(Hostile, AttachOfAFileIsRefused) {
  EXPECT_THAT(prove("ATTACH 'x.db' AS x"),
              HasSubstr("0001.sql:6:1: error: SQLite: opening the file 'x.db' is no part of a "
                        "proof [sql-error]"));
  EXPECT_THAT(prove("ATTACH 'file:x.db?mode=rwc' AS x"), HasSubstr("is no part of a proof"));
  EXPECT_THAT(prove("ATTACH 'x' || '.db' AS x"),
              HasSubstr("ATTACH of a computed name is no part of a proof"));
  EXPECT_THAT(prove("VACUUM INTO 'x.db'"),
              HasSubstr("opening the file 'x.db' is no part of a proof"));
  EXPECT_EQ(prove("ATTACH ':memory:' AS x;\nCREATE TABLE x.t (a);\nDETACH x"), "");
}

TEST_F(Hostile, VacuumAndJournalModeStayInMemory) {
  EXPECT_EQ(prove("CREATE TABLE t (a);\nPRAGMA journal_mode = WAL;\nPRAGMA journal_mode = DELETE;\n"
                  "INSERT INTO t VALUES (1);\nVACUUM"),
            "");
}

TEST_F(Hostile, SettingsOfTheProcessStay) {
  EXPECT_EQ(prove("PRAGMA temp_store = 1;\nPRAGMA temp_store_directory = '/';\nPRAGMA "
                  "hard_heap_limit = 1000;\n"
                  "PRAGMA max_page_count = 100000000;\nCREATE TEMP TABLE x (a);\nDROP TABLE "
                  "x;\nCREATE TABLE t (a)"),
            "");
}

TEST_F(Hostile, TextStaysUtf8) {
  EXPECT_EQ(
      prove("PRAGMA encoding = 'UTF-16';\nCREATE TABLE t (ñ);\nCREATE VIEW v AS SELECT ñ FROM t"),
      "");
}

TEST_F(Hostile, ForeignKeysAreOnAgainInTheNextRevision) {
  ProofFolder folder;
  folder.add(
      "-- migrate:up transaction:false\nPRAGMA foreign_keys = OFF;\n"
      "CREATE TABLE p (id INTEGER PRIMARY KEY);\nCREATE TABLE c (p REFERENCES p);\n"
      "-- migrate:down irreversible\n");
  folder.add("INSERT INTO c VALUES (1)", "DELETE FROM c");
  EXPECT_THAT(folder.prove(),
              HasSubstr("0002.sql:6:1: error: SQLite: FOREIGN KEY constraint failed"));
}

TEST_F(Hostile, ExtensionsAreRefused) {
  EXPECT_THAT(prove("SELECT load_extension('x')"), HasSubstr("error: SQLite: "));
  EXPECT_THAT(prove("SELECT fts3_tokenizer('x', x'00')"), HasSubstr("error: SQLite: "));
}

TEST_F(Hostile, TheSchemaTableIsNotWritten) {
  EXPECT_THAT(
      prove(
          "CREATE TABLE t (a);\nPRAGMA writable_schema = ON;\nUPDATE sqlite_schema SET sql = 'x'"),
      HasSubstr("table sqlite_master may not be modified"));
}

TEST_F(Hostile, TheLedgerIsTheRuntimes) {
  EXPECT_THAT(prove("CREATE TABLE Retort_Ledger (a)"),
              HasSubstr("a table with the name of the ledger is no part of a proof"));
}

TEST_F(Hostile, AnEndlessLoopIsStopped) {
  VerifyOptions options;
  options.max_steps = 2'000'000;
  ProofFolder folder;
  folder.add(
      "WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n) SELECT count(*) FROM n",
      "SELECT 1");
  EXPECT_THAT(folder.prove(options),
              HasSubstr("0001.sql:6:1: error: the revision in the proof exceeds the limit of "
                        "2 million steps of SQLite [limit-exceeded]"));
}

TEST_F(Hostile, AValueThatIsTooLargeIsRefused) {
  EXPECT_THAT(prove("CREATE TABLE t (a);\nINSERT INTO t VALUES (zeroblob(900000000))"),
              HasSubstr("string or blob too big"));
}

}  // namespace
}  // namespace retort::compiler::verify
