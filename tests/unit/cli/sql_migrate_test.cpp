// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Coming from sql-migrate, with the real one: it brings a database to the middle of a folder, and
// the tool takes the database over and goes on. On SQLite and on PostgreSQL.
#include "other_tool.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

class FromSqlMigrate : public OtherTool {
 protected:
  FromSqlMigrate() : OtherTool("sql_migrate", "--dir m --layout sql-migrate") {
    write("dbconfig.yml",
          "development:\n  dialect: " + std::string(sqlite_ ? "sqlite3" : "postgres") +
              "\n  datasource: " + (sqlite_ ? "app.db" : url_ + "&sslmode=disable") +
              "\n  dir: m\n");
    write("m/9-users.sql",
          "-- +migrate Up\nCREATE TABLE users (id integer PRIMARY KEY);\n"
          "-- +migrate Down\nDROP TABLE users;\n");
    write("m/10-names.sql",
          "-- +migrate Up\nALTER TABLE users ADD COLUMN name text;\n"
          "-- +migrate Down\nALTER TABLE users DROP COLUMN name;\n");
    write("m/named.sql",
          "-- +migrate Up\nCREATE VIEW named AS SELECT name FROM users WHERE id > 0;\n"
          "-- +migrate Down\nDROP VIEW named;\n");
  }
};

TEST_P(FromSqlMigrate, TakenOverHalfWay) {
  ShellOutcome outcome = in_folder("sql-migrate up -limit=2");
  ASSERT_EQ(outcome.code, 0) << outcome.output;
  sql("INSERT INTO users VALUES (1, 'first')");

  outcome = retort("upgrade head");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.output, HasSubstr("was migrated by sql-migrate"));

  outcome = retort("upgrade head --adopt");
  EXPECT_EQ(outcome.code, 0) << outcome.output;
  EXPECT_THAT(outcome.output, HasSubstr("took over 2 revisions from sql-migrate"));
  EXPECT_THAT(outcome.output, HasSubstr("Running upgrade 10_names -> named"));
  EXPECT_EQ(sql("SELECT name FROM named"), "first");
  EXPECT_EQ(retort("verify --strict").code, 0);
  // Its table is as it was, and its downs are ours.
  EXPECT_EQ(sql("SELECT count(*) FROM gorp_migrations"), "2");
  outcome = retort("downgrade 9_users");
  EXPECT_EQ(outcome.code, 0) << outcome.output;
  EXPECT_EQ(sql("SELECT count(*) FROM users"), "1");
}

INSTANTIATE_TEST_SUITE_P(Engines, FromSqlMigrate, ::testing::Values("sqlite", "postgres"),
                         [](const auto& engine) { return std::string(engine.param); });

}  // namespace
}  // namespace retort::test
