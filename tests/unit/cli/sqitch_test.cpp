// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Coming from Sqitch, with the real one: it deploys two projects to one database, which share its
// registry (on SQLite a file beside the database); the tool takes one of them over and goes on.
#include "other_tool.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

class FromSqitch : public OtherTool {
 protected:
  FromSqitch() : OtherTool("sqitch", "--dir words --layout sqitch") {
    project("words", "users", "names");
    project("other", "things", "more-things");
  }

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
  ShellOutcome sqitch(const std::string& name, const std::string& words) {
    // Its own spelling of a URL.
    std::string target = "db:sqlite:../app.db";
    if (!sqlite_) target = "db:pg" + url_.substr(url_.find(':'));
    return in_folder("cd " + name + " && TZ=UTC HOME=. sqitch " + words + " '" + target + "'");
  }
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
