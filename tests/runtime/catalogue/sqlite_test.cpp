// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The catalogue of SQLite: each kind of difference, and what is none.
#include "catalogue/differences.hpp"
#include "sqlite/sqlite_database.hpp"

namespace retort::test {
namespace {

using Texts = std::vector<std::string>;
using catalogue::Kind;

const MakeDatabase make = &make_sqlite_database;

TEST(CatalogueSqlite, MissingAndAdditionalObjects) {
  check_cases(make,
              {{"table", "CREATE TABLE t (a text)", "", {"table 't' is missing"}},
               {"with all that belongs to it",
                "",
                "CREATE TABLE t (a text UNIQUE CHECK (a <> '')); CREATE INDEX i ON t (a);"
                "CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END",
                {"table 't' is not expected"}},
               {"view",
                "CREATE TABLE t (a); CREATE VIEW v AS SELECT a FROM t",
                "CREATE TABLE t (a)",
                {"view 'v' is missing"}},
               {"column",
                "CREATE TABLE t (a text, b int)",
                "CREATE TABLE t (a text)",
                {"table 't': column 'b' is missing"}},
               {"index",
                "CREATE TABLE t (a text)",
                "CREATE TABLE t (a text); CREATE INDEX i ON t (a)",
                {"table 't': index 'i' is not expected"}},
               {"trigger",
                "CREATE TABLE t (a); CREATE TRIGGER g AFTER INSERT ON t BEGIN DELETE FROM t; END",
                "CREATE TABLE t (a)",
                {"table 't': trigger 'g' is missing"}}});
}

TEST(CatalogueSqlite, Columns) {
  check_cases(
      make,
      {{"type",
        "CREATE TABLE t (a text)",
        "CREATE TABLE t (a varchar (10))",
        {"table 't': column 'a' has type varchar(10) instead of text"}},
       {"not null",
        "CREATE TABLE t (a text NOT NULL)",
        "CREATE TABLE t (a text)",
        {"table 't': column 'a' lacks NOT NULL"}},
       {"default",
        "CREATE TABLE t (a int DEFAULT 1)",
        "CREATE TABLE t (a int)",
        {"table 't': column 'a' has default none instead of 1"}},
       {"collation",
        "CREATE TABLE t (a text COLLATE nocase)",
        "CREATE TABLE t (a text COLLATE binary)",
        {"table 't': column 'a' has collation none instead of nocase"}},
       {"generated",
        "CREATE TABLE t (a int, b int AS (a + 1) STORED)",
        "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a + 2) STORED)",
        {"table 't': column 'b' has generated as (a + 2) stored instead of as (a + 1) stored"}}});
}

TEST(CatalogueSqlite, Constraints) {
  check_cases(
      make,
      {{"primary key",
        "CREATE TABLE t (a int, b int, PRIMARY KEY (a, b))",
        "CREATE TABLE t (a int, b int, PRIMARY KEY (a))",
        {"table 't': PRIMARY KEY (a, b) is missing", "table 't': PRIMARY KEY (a) is not expected"}},
       {"unique",
        "CREATE TABLE t (a int UNIQUE)",
        "CREATE TABLE t (a int)",
        {"table 't': UNIQUE (a) is missing"}},
       {"foreign key",
        "CREATE TABLE p (id integer PRIMARY KEY);"
        "CREATE TABLE c (p int REFERENCES p (id) ON DELETE CASCADE)",
        "CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE c (p int REFERENCES p (id))",
        {"table 'c': FOREIGN KEY (p) REFERENCES p (id) ON DELETE CASCADE is missing",
         "table 'c': FOREIGN KEY (p) REFERENCES p (id) is not expected"}},
       {"check with a name",
        "CREATE TABLE t (a int, CONSTRAINT positive CHECK (a > 0))",
        "CREATE TABLE t (a int, CONSTRAINT positive CHECK (a >= 0))",
        {"table 't': constraint 'positive' has definition CHECK (a >= 0) instead of "
         "CHECK (a > 0)"}},
       {"check without a name",
        "CREATE TABLE t (a int CHECK (a > 0))",
        "CREATE TABLE t (a int)",
        {"table 't': CHECK (a > 0) is missing"}},
       {"name of a check",
        "CREATE TABLE t (a int CONSTRAINT x CHECK (a > 0))",
        "CREATE TABLE t (a int CONSTRAINT y CHECK (a > 0))",
        {"table 't': constraint 'x' is named 'y' instead of 'x'"}},
       {"deferrable",
        "CREATE TABLE p (id integer PRIMARY KEY);"
        "CREATE TABLE c (p int REFERENCES p DEFERRABLE INITIALLY DEFERRED)",
        "CREATE TABLE p (id integer PRIMARY KEY); CREATE TABLE c (p int REFERENCES p)",
        {"table 'c': deferrable initially deferred of column p is missing"}},
       {"on conflict",
        "CREATE TABLE t (a int UNIQUE ON CONFLICT REPLACE)",
        "CREATE TABLE t (a int UNIQUE)",
        {"table 't': on conflict replace of column a is missing"}}});
}

TEST(CatalogueSqlite, OptionsAndDefinitions) {
  check_cases(make,
              {{"strict",
                "CREATE TABLE t (a text) STRICT",
                "CREATE TABLE t (a text)",
                {"table 't' lacks STRICT"}},
               {"without rowid",
                "CREATE TABLE t (a text PRIMARY KEY NOT NULL)",
                "CREATE TABLE t (a text NOT NULL PRIMARY KEY) WITHOUT ROWID",
                {"table 't' has WITHOUT ROWID and should not"}},
               {"autoincrement",
                "CREATE TABLE t (a integer PRIMARY KEY AUTOINCREMENT)",
                "CREATE TABLE t (a integer PRIMARY KEY)",
                {"table 't' lacks AUTOINCREMENT"}},
               {"index",
                "CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a, b) WHERE a > 0",
                "CREATE TABLE t (a int, b int); CREATE INDEX i ON t (a, b)",
                {"table 't': index 'i' has definition t (a, b) instead of t (a, b) where a > 0",
                 "table 't': index 'i' lacks UNIQUE"}},
               {"view",
                "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t",
                "CREATE TABLE t (a int); CREATE VIEW v AS SELECT a + 1 FROM t",
                {"view 'v' has definition create view v as select a + 1 from t instead of "
                 "create view v as select a from t"}},
               {"virtual table",
                "CREATE VIRTUAL TABLE f USING fts5 (a)",
                "CREATE VIRTUAL TABLE f USING fts5 (a, b)",
                {"table 'f' has definition create virtual table f using fts5 (a, b) instead of "
                 "create virtual table f using fts5 (a)"}}});
}

TEST(CatalogueSqlite, SpellingAndOrderAreNoDifference) {
  EXPECT_EQ(differences(make,
                        "CREATE TABLE Users (id integer PRIMARY KEY, name varchar(10) "
                        "DEFAULT 'a' CHECK (name <> '')); CREATE INDEX i ON Users (name);"
                        "CREATE VIEW v AS SELECT id FROM Users",
                        "create table \"users\" -- the people\n ([name] VARCHAR (10) default 'a'"
                        " check(name<>''), \"ID\" INTEGER, primary key (id));"
                        "create index I on users(name ASC);"
                        "create view V as select ID\nfrom USERS"),
            Texts());
}

TEST(CatalogueSqlite, ALteredIsCreated) {
  EXPECT_EQ(differences(make, "CREATE TABLE t (a int, c text DEFAULT 'x')",
                        "CREATE TABLE t (a int, b text); ALTER TABLE t DROP COLUMN b;"
                        "ALTER TABLE t ADD COLUMN c text DEFAULT 'x'"),
            Texts());
}

TEST(CatalogueSqlite, LeavesOutWhatIsNoSchema) {
  catalogue::ReadOptions options;
  options.ignored = {"Alembic_Version"};
  const auto catalogue = catalogue_of(
      make,
      "CREATE TABLE retort_ledger (a); CREATE TABLE alembic_version (v text PRIMARY KEY);"
      "CREATE INDEX x ON alembic_version (v);"
      "CREATE TABLE t (a integer PRIMARY KEY AUTOINCREMENT); CREATE INDEX i ON t (a); ANALYZE",
      options);
  Texts names;
  for (const auto& object : catalogue.objects) names.push_back(object.name);
  EXPECT_EQ(names, (Texts{"t", "a", "PRIMARY KEY (a)", "i"}));
}

TEST(CatalogueSqlite, NamesMayBeLeftAside) {
  catalogue::CompareOptions options;
  options.names = false;
  EXPECT_EQ(differences(make, "CREATE TABLE t (a int); CREATE INDEX i ON t (a)",
                        "CREATE TABLE t (a int); CREATE INDEX j ON t (a)", options),
            Texts());
  EXPECT_EQ(differences(make, "CREATE TABLE t (a int); CREATE INDEX i ON t (a)",
                        "CREATE TABLE t (a int); CREATE INDEX j ON t (a)"),
            Texts{"table 't': index 'i' is named 'j' instead of 'i'"});
}

TEST(CatalogueSqlite, ColumnsMayBeAskedFor) {
  const auto catalogue = catalogue_of(make, "CREATE TABLE Users (Name text NOT NULL)");
  const auto* column = catalogue.find(Kind::column, "name", "users");
  ASSERT_NE(column, nullptr);
  EXPECT_EQ(column->property("type"), "text");
  EXPECT_EQ(column->property("not null"), "yes");
  EXPECT_EQ(column->property("default"), "");
  EXPECT_EQ(catalogue.find(Kind::table, "orders"), nullptr);
}

// Texts that a hostile database may hold: writable_schema takes anything.
TEST(CatalogueSqlite, BrokenTextsAreRead) {
  const auto database = make();
  database->run("CREATE TABLE t (a int); CREATE VIEW v AS SELECT a FROM t");
  database->run(
      "PRAGMA writable_schema = 1; UPDATE sqlite_schema SET sql = 'CREATE VIEW v AS SELECT ''a [b' "
      "WHERE name = 'v'");
  catalogue::Catalogue catalogue;
  const Status status = catalogue::read(*database->connect(), {}, catalogue);
  EXPECT_NE(status.message().find("malformed"), std::string::npos) << status.to_string();
}

}  // namespace
}  // namespace retort::test
