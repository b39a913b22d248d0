// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Foreign keys around a table rebuild: child rows are kept, violations found, the setting restored.
#include "sqlite/sqlite_database.hpp"

namespace retort::test {
namespace {

// A parent with children that a DROP TABLE would delete, and its rebuild.
class SqliteForeignKeys : public ::testing::TestWithParam<bool> {
 protected:
  SqliteForeignKeys() : connection_(":memory:"), db_(connection_.get()) {
    enforce(GetParam());
    chain_.add("0001")
        .add_up("CREATE TABLE parent (id integer PRIMARY KEY, name text)")
        .add_up(
            "CREATE TABLE child (id integer PRIMARY KEY, parent_id integer NOT NULL "
            "REFERENCES parent ON DELETE CASCADE)")
        .add_up("INSERT INTO parent VALUES (1, 'a'), (2, 'b')")
        .add_up("INSERT INTO child VALUES (10, 1), (11, 1), (20, 2)");
    EXPECT_TRUE(is_ok(upgrade(db_, chain_.chain())));
  }
  void enforce(bool on) {
    connection_.run(on ? "PRAGMA foreign_keys = ON" : "PRAGMA foreign_keys = OFF");
  }
  bool enforced() { return connection_.scalar("PRAGMA foreign_keys") == "1"; }
  RevisionSpec& add_rebuild(const std::string& id) {
    return chain_.add(id)
        .foreign_keys_off()
        .add_up("CREATE TABLE parent__retort (id integer PRIMARY KEY, name text NOT NULL)")
        .add_up("INSERT INTO parent__retort SELECT id, name FROM parent")
        .add_up("DROP TABLE parent")
        .add_up("ALTER TABLE parent__retort RENAME TO parent");
  }
  std::string children() {
    return connection_.scalar("SELECT group_concat(id) FROM (SELECT id FROM child ORDER BY id)");
  }

  Connection connection_;
  sqlite::Database db_;
  ChainBuilder chain_;
};

TEST_P(SqliteForeignKeys, KeepChildRowsInARebuild) {
  add_rebuild("0002");
  EXPECT_TRUE(is_ok(upgrade(db_, chain_.chain())));
  EXPECT_EQ(children(), "10,11,20");
  EXPECT_EQ(enforced(), GetParam());
  EXPECT_EQ(connection_.scalar("SELECT count(*) FROM temp.sqlite_master"), "0");
}

TEST_P(SqliteForeignKeys, AreRestoredAfterAnError) {
  add_rebuild("0002").add_up("INSERT INTO missing_table VALUES (1)");
  EXPECT_TRUE(fails_with(upgrade(db_, chain_.chain()), Code::sql_error));
  EXPECT_EQ(enforced(), GetParam());
  EXPECT_EQ(children(), "10,11,20");
  EXPECT_EQ(connection_.scalar("SELECT count(*) FROM temp.sqlite_master"), "0");
}

TEST_P(SqliteForeignKeys, AreCheckedBeforeTheCommit) {
  add_rebuild("0002").add_up("DELETE FROM parent WHERE id = 1");
  Status status = upgrade(db_, chain_.chain());
  EXPECT_TRUE(fails_with(status, Code::foreign_key_violation));
  EXPECT_EQ(status.message(),
            "row 10 of table 'child' has no parent in 'parent', nor have 1 other rows");
  EXPECT_EQ(status.revision(), "0002");
  EXPECT_EQ(connection_.scalar("SELECT count(*) FROM parent"), "2");
  EXPECT_EQ(enforced(), GetParam());
  chain_.at("0002").up.statements.back() = "DELETE FROM parent WHERE id = 2";
  status = upgrade(db_, chain_.chain());
  EXPECT_EQ(status.message(), "row 20 of table 'child' has no parent in 'parent'");
}

TEST_P(SqliteForeignKeys, DoNotBlameOldViolationsOnTheMigration) {
  enforce(false);
  connection_.run("INSERT INTO child VALUES (99, 99)");
  enforce(GetParam());
  add_rebuild("0002");
  EXPECT_TRUE(is_ok(upgrade(db_, chain_.chain())));
  EXPECT_EQ(children(), "10,11,20,99");
  EXPECT_EQ(enforced(), GetParam());
}

TEST_P(SqliteForeignKeys, FindTheParentsKeyMissing) {
  chain_.add("0002").add_up("CREATE UNIQUE INDEX parent_name ON parent (name)");
  chain_.add("0003").add_up("CREATE TABLE tag (name text REFERENCES parent (name))");
  // Afterwards every insert into tag would fail: foreign key mismatch.
  chain_.add("0004").foreign_keys_off().add_up("DROP INDEX parent_name");
  const Status status = upgrade(db_, chain_.chain());
  EXPECT_TRUE(fails_with(status, Code::sql_error));
  EXPECT_THAT(status.message(), ::testing::HasSubstr("foreign key mismatch"));
  EXPECT_EQ(status.revision(), "0004");
  EXPECT_EQ(connection_.scalar("SELECT count(*) FROM sqlite_master WHERE name = 'parent_name'"),
            "1");
}

TEST_P(SqliteForeignKeys, MayMendAParentsMissingKey) {
  connection_.run("CREATE TABLE tag (name text REFERENCES parent (name))");
  add_rebuild("0002").add_up("CREATE UNIQUE INDEX parent_name ON parent (name)");
  EXPECT_TRUE(is_ok(upgrade(db_, chain_.chain())));
  EXPECT_EQ(children(), "10,11,20");
}

TEST_P(SqliteForeignKeys, NameRowsOfTablesWithoutRowid) {
  connection_.run(
      "CREATE TABLE tag (name text PRIMARY KEY, parent_id REFERENCES parent) "
      "WITHOUT ROWID");
  connection_.run("INSERT INTO tag VALUES ('x', 2)");
  connection_.run("DELETE FROM child WHERE parent_id = 2");
  add_rebuild("0002").add_up("DELETE FROM parent WHERE id = 2");
  EXPECT_EQ(upgrade(db_, chain_.chain()).message(),
            "a row of table 'tag' has no parent in 'parent'");
}

INSTANTIATE_TEST_SUITE_P(Enforced, SqliteForeignKeys, ::testing::Bool(),
                         [](const auto& param) { return param.param ? "On" : "Off"; });

class SqliteForeignKeysOn : public SqliteForeignKeys {};
INSTANTIATE_TEST_SUITE_P(Enforced, SqliteForeignKeysOn, ::testing::Values(true),
                         [](const auto&) { return "On"; });

// A revision that relies on ON DELETE CASCADE does the same whichever others are pending with it.
TEST_P(SqliteForeignKeysOn, AreOffOnlyForTheRevisionsThatSaySo) {
  chain_.add("0002").add_up("DELETE FROM parent WHERE id = 1");
  add_rebuild("0003");
  chain_.add("0004").add_up("DELETE FROM parent WHERE id = 2");
  EXPECT_TRUE(is_ok(upgrade(db_, chain_.chain())));
  EXPECT_EQ(connection_.scalar("SELECT count(*) FROM child"), "0");
  EXPECT_TRUE(enforced());
}

// One transaction can have them on or off, not both: what the cascade leaves behind is found.
TEST_P(SqliteForeignKeysOn, AreOffForEverythingInModeAll) {
  add_rebuild("0002");
  chain_.add("0003").add_up("DELETE FROM parent WHERE id = 2");
  Options options;
  options.transaction_mode = TransactionMode::all;
  EXPECT_TRUE(fails_with(upgrade(db_, chain_.chain(), options), Code::foreign_key_violation));
  EXPECT_EQ(connection_.scalar("SELECT count(*) FROM retort_ledger"), "1");
  EXPECT_EQ(children(), "10,11,20");
  EXPECT_TRUE(enforced());
  EXPECT_TRUE(is_ok(upgrade(db_, chain_.chain())));
  EXPECT_EQ(children(), "10,11");
}

TEST_P(SqliteForeignKeysOn, ReportDeferredViolationsAtTheCommit) {
  connection_.run("CREATE TABLE late (p REFERENCES parent DEFERRABLE INITIALLY DEFERRED)");
  chain_.add("0002").add_up("INSERT INTO late VALUES (77)");
  const Status status = upgrade(db_, chain_.chain());
  EXPECT_TRUE(fails_with(status, Code::foreign_key_violation));
  EXPECT_EQ(connection_.scalar("SELECT count(*) FROM late"), "0");
  EXPECT_NE(sqlite3_get_autocommit(connection_.get()), 0);
}

TEST_P(SqliteForeignKeysOn, NeedATransactionToBeOff) {
  add_rebuild("0002").without_transaction();
  const Status status = upgrade(db_, chain_.chain());
  EXPECT_TRUE(fails_with(status, Code::invalid_argument));
  EXPECT_EQ(status.message(),
            "revision '0002' says transaction:false: foreign_keys:off needs a transaction");
}

}  // namespace
}  // namespace retort::test
