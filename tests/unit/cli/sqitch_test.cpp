// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Coming from Sqitch, with the real one: it deploys two projects to one database, which share its
// registry (on SQLite a file beside the database); the tool takes one of them over and goes on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "postgres_server.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

class FromSqitch : public ::testing::TestWithParam<const char*> {
 protected:
  FromSqitch() : sqlite_(std::string(GetParam()) == "sqlite") {
    unsetenv("DATABASE_URL");
    folder_ =
        std::filesystem::path(::testing::TempDir()) / ("retort_sqitch_" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    if (!sqlite_) database_ = std::make_unique<TestDatabase>();
    url_ = sqlite_ ? "sqlite:app.db" : database_->url();
    project("words", "users", "names");
    project("other", "things", "more-things");
  }
  ~FromSqitch() override { std::filesystem::remove_all(folder_); }

  // Two changes, of which each makes a table of its name.
  void project(const std::string& name, const std::string& first, const std::string& second) {
    const std::string at = " 2024-05-07T09:00:00Z T <t@example.org> # step\n";
    write(name + "/sqitch.plan", "%syntax-version=1.0.0\n%project=" + name + "\n\n" + first + at +
                                     second + " [" + first + "]" + at);
    write(name + "/sqitch.conf", std::string("[core]\n\tengine = ") + (sqlite_ ? "sqlite" : "pg") +
                                     "\n[user]\n\tname = T\n\temail = t@example.org\n");
    for (const std::string& change : {first, second}) {
      const std::string table = name + "_" + change.substr(0, 4);
      write(name + "/deploy/" + change + ".sql",
            "BEGIN;\nCREATE TABLE " + table + " (id integer PRIMARY KEY);\nCOMMIT;\n");
      write(name + "/revert/" + change + ".sql", "BEGIN;\nDROP TABLE " + table + ";\nCOMMIT;\n");
    }
  }
  void write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  ShellOutcome in_folder(const std::string& command) {
    return shell("cd '" + folder_.string() + "' && " + command);
  }
  ShellOutcome sqitch(const std::string& name, const std::string& words) {
    // Its own spelling of a URL.
    std::string target = "db:sqlite:../app.db";
    if (!sqlite_) target = "db:pg" + url_.substr(url_.find(':'));
    return in_folder("cd " + name + " && TZ=UTC HOME=. sqitch " + words + " '" + target + "'");
  }
  ShellOutcome retort(const std::string& words) {
    return in_folder("'" RETORT_TOOL "' " + words +
                     " --dir words --name app --layout sqitch --engine " + GetParam() + " --url '" +
                     url_ + "'");
  }
  std::string sql(const std::string& text) {
    if (database_ != nullptr) return database_->sql(text);
    std::string value = in_folder("sqlite3 app.db \"" + text + "\"").output;
    if (!value.empty() && value.back() == '\n') value.pop_back();
    return value;
  }

  bool sqlite_;
  std::filesystem::path folder_;
  std::string url_;
  std::unique_ptr<TestDatabase> database_;
};

TEST_P(FromSqitch, OneOfTwoProjectsIsTakenOver) {
  ShellOutcome outcome = sqitch("words", "deploy --to-change users");
  ASSERT_EQ(outcome.code, 0) << outcome.output;
  outcome = sqitch("other", "deploy");
  ASSERT_EQ(outcome.code, 0) << outcome.output;
  ASSERT_EQ(std::filesystem::exists(folder_ / "sqitch.db"), sqlite_);
  sql("INSERT INTO words_user VALUES (7)");

  outcome = retort("upgrade head");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.output, HasSubstr("Sqitch"));

  // The other project's tables are not the chain's.
  outcome = retort("upgrade head --adopt");
  EXPECT_EQ(outcome.code, 0) << outcome.output;
  EXPECT_THAT(outcome.output, HasSubstr("took over 1 revision from Sqitch"));
  EXPECT_THAT(outcome.output, HasSubstr("Running upgrade users -> names"));
  EXPECT_EQ(sql("SELECT id FROM words_user"), "7");
  EXPECT_EQ(sql("SELECT count(*) FROM words_name"), "0");
  EXPECT_EQ(sql("SELECT applied_by LIKE '%sqitch.changes, project words' FROM retort_ledger"
                " WHERE revision = 'users'"),
            sqlite_ ? "1" : "t");
  // Its registry is as it was.
  EXPECT_THAT(sqitch("words", "status").output, HasSubstr("Change:   "));
  outcome = retort("downgrade users");
  EXPECT_EQ(outcome.code, 0) << outcome.output;
  EXPECT_EQ(sql("SELECT id FROM words_user"), "7");
}

TEST_P(FromSqitch, ProjectsThatDoNotFitAreNamed) {
  ASSERT_EQ(sqitch("other", "deploy").code, 0);
  const ShellOutcome outcome = retort("upgrade head --adopt");
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.output, HasSubstr("more-things"));
  EXPECT_EQ(sql("SELECT count(*) FROM other_more"), "0");
}

INSTANTIATE_TEST_SUITE_P(Engines, FromSqitch, ::testing::Values("sqlite", "postgres"),
                         [](const auto& engine) { return std::string(engine.param); });

}  // namespace
}  // namespace retort::test
