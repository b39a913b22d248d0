// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Two schemas, and what is said of their difference.
#include "verify/compare.hpp"

#include <gmock/gmock.h>

namespace retort::compiler::verify {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Catalogue catalogue(const std::string& sql) {
  Connection connection;
  EXPECT_EQ(connection.open(), "");
  std::size_t begin = 0;
  for (std::size_t end = 0; begin < sql.size(); begin = end + 1) {
    end = std::min(sql.size(), sql.find('|', begin));
    EXPECT_EQ(connection.run(sql.substr(begin, end - begin)), "") << sql;
  }
  CatalogueReader reader(connection);
  const Catalogue* current = nullptr;
  EXPECT_EQ(reader.read(current), "");
  return *current;
}

// Statements are separated by '|'.
std::vector<std::string> differences(const std::string& expected, const std::string& actual) {
  std::vector<std::string> texts;
  for (const Difference& d : compare(catalogue(expected), catalogue(actual), {})) {
    const char* const words[] = {" missing", " extra", " "};
    texts.push_back(d.object + words[static_cast<int>(d.what)] + d.detail);
  }
  return texts;
}

TEST(Compare, SpellingIsNoDifference) {
  EXPECT_THAT(differences("CREATE TABLE t (a INTEGER, b text /* note */ DEFAULT 'X')",
                          "create table \"T\"(\n  [a] integer,`B` TEXT default 'X' -- x\n)"),
              IsEmpty());
  EXPECT_THAT(differences("CREATE TABLE t (a)|CREATE INDEX i ON t (a)",
                          "CREATE TABLE t (a)|CREATE INDEX IF NOT EXISTS \"i\" ON t(a ASC)"),
              IsEmpty());
  EXPECT_THAT(differences("CREATE VIEW v AS SELECT 1", "CREATE VIEW \"v\" AS  select 1"),
              IsEmpty());
}

TEST(Compare, StringsAreCompared) {
  EXPECT_THAT(differences("CREATE VIEW v AS SELECT 'a  b'", "CREATE VIEW v AS SELECT 'a b'"),
              ElementsAre("view 'v' has another definition"));
  EXPECT_THAT(differences("CREATE TABLE t (a DEFAULT 'X')", "CREATE TABLE t (a DEFAULT 'x')"),
              ElementsAre("column 't.a' has default 'x' instead of 'X'"));
}

TEST(Compare, OrderIsNoDifference) {
  EXPECT_THAT(differences("CREATE TABLE t (a int, b text, UNIQUE (a), CHECK (a > 0))",
                          "CREATE TABLE t (b text, a int CHECK (a > 0) UNIQUE)"),
              IsEmpty());
  EXPECT_THAT(
      differences("CREATE TABLE t (a)|CREATE TABLE u (a)", "CREATE TABLE u (a)|CREATE TABLE t (a)"),
      IsEmpty());
}

TEST(Compare, ColumnsAreComparedOneByOne) {
  EXPECT_THAT(
      differences("CREATE TABLE t (a int, b text NOT NULL, c, e TEXT COLLATE nocase)",
                  "CREATE TABLE t (a bigint DEFAULT (1 + 1), b text, d, e TEXT)"),
      ElementsAre("column 't.a' has type bigint instead of int",
                  "column 't.a' has default 1 + 1 instead of none",
                  "column 't.b' is no longer NOT NULL", "column 't.c' missing",
                  "column 't.e' has collation binary instead of nocase", "column 't.d' extra"));
  EXPECT_THAT(differences("CREATE TABLE t (a)", "CREATE TABLE t (a NOT NULL)"),
              ElementsAre("column 't.a' is NOT NULL and was not"));
}

TEST(Compare, SeesWhatThePragmasDoNotTell) {
  EXPECT_THAT(
      differences("CREATE TABLE t (a CHECK (a > 0))", "CREATE TABLE t (a CHECK (a > 1))"),
      ElementsAre("table 't' lacks check (a > 0)", "table 't' has the additional check (a > 1)"));
  EXPECT_THAT(differences("CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)",
                          "CREATE TABLE t (id INTEGER PRIMARY KEY)"),
              ElementsAre("table 't' lacks AUTOINCREMENT"));
  EXPECT_THAT(differences("CREATE TABLE t (a, b AS (a + 1) STORED)",
                          "CREATE TABLE t (a, b AS (a + 2) STORED)"),
              ElementsAre("table 't' lacks as (a + 1) stored of column b",
                          "table 't' has the additional as (a + 2) stored of column b"));
  EXPECT_THAT(
      differences("CREATE TABLE t (a UNIQUE ON CONFLICT IGNORE)", "CREATE TABLE t (a UNIQUE)"),
      ElementsAre("table 't' lacks on conflict ignore of column a"));
  EXPECT_THAT(differences("CREATE TABLE t (a REFERENCES t DEFERRABLE INITIALLY DEFERRED)",
                          "CREATE TABLE t (a REFERENCES t)"),
              ElementsAre("table 't' lacks deferrable initially deferred of column a"));
  EXPECT_THAT(differences("CREATE TABLE t (a int) STRICT", "CREATE TABLE t (a int)"),
              ElementsAre("table 't' lacks STRICT"));
  EXPECT_THAT(
      differences("CREATE TABLE t (a PRIMARY KEY)", "CREATE TABLE t (a PRIMARY KEY) WITHOUT ROWID"),
      ::testing::Contains("table 't' has the additional WITHOUT ROWID"));
}

TEST(Compare, SeesKeys) {
  EXPECT_THAT(
      differences("CREATE TABLE t (a, b, UNIQUE (a, b))", "CREATE TABLE t (a, b, UNIQUE (b, a))"),
      ElementsAre("table 't' lacks UNIQUE (a, b)", "table 't' has the additional UNIQUE (b, a)"));
  EXPECT_THAT(
      differences(
          "CREATE TABLE p (x PRIMARY KEY)|CREATE TABLE t (a REFERENCES p ON DELETE CASCADE)",
          "CREATE TABLE p (x PRIMARY KEY)|CREATE TABLE t (a REFERENCES p)"),
      ElementsAre(
          "table 't' lacks FOREIGN KEY (a) REFERENCES p () ON UPDATE NO ACTION ON DELETE CASCADE",
          "table 't' has the additional FOREIGN KEY (a) REFERENCES p () ON UPDATE NO ACTION ON "
          "DELETE NO ACTION"));
  EXPECT_THAT(differences("CREATE TABLE t (a, b, PRIMARY KEY (a, b))",
                          "CREATE TABLE t (a, b, PRIMARY KEY (b, a))"),
              ::testing::Contains("table 't' lacks PRIMARY KEY (a, b)"));
}

TEST(Compare, SeesTheDirectionAndTheCollationOfAKey) {
  EXPECT_THAT(
      differences("CREATE TABLE t (a PRIMARY KEY)", "CREATE TABLE t (a, PRIMARY KEY (a DESC))"),
      ElementsAre("table 't' has the additional PRIMARY KEY by (a DESC)"));
  EXPECT_THAT(
      differences("CREATE TABLE t (a, UNIQUE (a COLLATE NOCASE))", "CREATE TABLE t (a UNIQUE)"),
      ElementsAre("table 't' lacks UNIQUE (a COLLATE nocase)",
                  "table 't' has the additional UNIQUE (a)"));
}

TEST(Compare, ARenamedColumnIsRenamedBack) {
  const auto found = compare(catalogue("CREATE TABLE t (a, b text NOT NULL)"),
                             catalogue("CREATE TABLE t (a, c text NOT NULL)"), {});
  ASSERT_EQ(found.size(), 2u);
  EXPECT_EQ(found[0].repair, "ALTER TABLE t RENAME COLUMN c TO b;");
  EXPECT_EQ(found[1].repair, "");
  const auto other =
      compare(catalogue("CREATE TABLE t (a, b text)"), catalogue("CREATE TABLE t (a, c int)"), {});
  ASSERT_EQ(other.size(), 2u);
  EXPECT_EQ(other[0].repair, "");
  EXPECT_EQ(other[1].repair, "ALTER TABLE t DROP COLUMN c;");
}

TEST(Compare, ObjectsThatHangOnAMissingTableAreNotNamedAgain) {
  EXPECT_THAT(differences("",
                          "CREATE TABLE t (a)|CREATE INDEX i ON t (a)|"
                          "CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END"),
              ElementsAre("table 't' extra"));
  EXPECT_THAT(differences("CREATE TABLE t (a)|CREATE INDEX i ON t (a)", "CREATE TABLE t (a)"),
              ElementsAre("index 'i' missing"));
  EXPECT_THAT(differences("CREATE VIRTUAL TABLE s USING fts5(a)", ""),
              ElementsAre("table 's' missing"));
}

TEST(Compare, IndexesViewsTriggersByTheirText) {
  EXPECT_THAT(differences("CREATE TABLE t (a)|CREATE INDEX i ON t (a) WHERE a > 0",
                          "CREATE TABLE t (a)|CREATE UNIQUE INDEX i ON t (a)"),
              ElementsAre("index 'i' has another definition"));
}

TEST(Compare, DataIsNoSchema) {
  EXPECT_THAT(
      differences(
          "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)|INSERT INTO t VALUES (5)|ANALYZE",
          "CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)"),
      IsEmpty());
}

TEST(Changed, NamesWhatIsOnOneSideOnly) {
  const Catalogue before =
      catalogue("CREATE TABLE t (a)|CREATE TABLE u (a)|CREATE INDEX i ON u (a)");
  const Catalogue after = catalogue("CREATE TABLE t (a)|CREATE TABLE u (a, b)|CREATE TABLE W (a)");
  EXPECT_THAT(Catalogue::changed(before, after), ElementsAre("i", "u", "w"));
  EXPECT_THAT(Catalogue::changed(before, before), IsEmpty());
}

}  // namespace
}  // namespace retort::compiler::verify
