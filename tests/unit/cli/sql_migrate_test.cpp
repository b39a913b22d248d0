// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Coming from sql-migrate, with the real one: it brings a database to the middle of a folder, and
// the tool takes the database over and goes on. On SQLite and on PostgreSQL.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "postgres_server.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

class FromSqlMigrate : public ::testing::TestWithParam<const char*> {
 protected:
  FromSqlMigrate() {
    unsetenv("DATABASE_URL");
    folder_ = std::filesystem::path(::testing::TempDir()) /
              ("retort_sql_migrate_" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_ / "m");
    const bool sqlite = std::string(GetParam()) == "sqlite";
    if (!sqlite) database_ = std::make_unique<TestDatabase>();
    url_ = sqlite ? "sqlite:app.db" : database_->url();
    write("dbconfig.yml",
          "development:\n  dialect: " + std::string(sqlite ? "sqlite3" : "postgres") +
              "\n  datasource: " + (sqlite ? "app.db" : url_ + "&sslmode=disable") +
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
  ~FromSqlMigrate() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
  }
  ShellOutcome in_folder(const std::string& command) {
    return shell("cd '" + folder_.string() + "' && " + command);
  }
  ShellOutcome retort(const std::string& words) {
    return in_folder("'" RETORT_TOOL "' " + words +
                     " --dir m --name app --layout sql-migrate --engine " + GetParam() +
                     " --url '" + url_ + "'");
  }
  std::string sql(const std::string& text) {
    if (database_ != nullptr) return database_->sql(text);
    std::string value = in_folder("sqlite3 app.db \"" + text + "\"").output;
    if (!value.empty() && value.back() == '\n') value.pop_back();
    return value;
  }

  std::filesystem::path folder_;
  std::string url_;
  std::unique_ptr<TestDatabase> database_;
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
