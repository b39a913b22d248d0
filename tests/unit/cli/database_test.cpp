// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The verbs that touch a database, from argv to exit code, on SQLite files.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>

#include <fstream>

#include "folder_chain.hpp"
#include "retort/sqlite.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class Cli : public ::testing::Test {
 protected:
  Cli() { unsetenv("DATABASE_URL"); }

  CliOutcome run(std::vector<std::string> words) {
    words.push_back(file_.url());
    return run_cli(chain_.view(), words);
  }
  CliOutcome run_without(const std::vector<std::string>& words) {
    return run_cli(chain_.view(), words);
  }

  TemporaryFile file_;
  FolderChain chain_{{"a1", "b2", "c3"}};
};

TEST_F(Cli, UpgradeAndDowngrade) {
  CliOutcome outcome = run({"upgrade"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err,
            "Running upgrade  -> a1, Make a1\nRunning upgrade a1 -> b2, Make b2\n"
            "Running upgrade b2 -> c3, Make c3\n");
  outcome = run({"upgrade"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "app-migrate: the database is at head 'c3'\n");
  outcome = run({"upgrade", "a1"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err, "app-migrate: the database already contains 'a1' (it is at 'c3')\n");
  outcome = run({"downgrade", "-2"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.err,
            "Running downgrade c3 -> b2, Make c3\nRunning downgrade b2 -> a1, Make b2\n");
  EXPECT_EQ(run({"current"}).out, "a1\n");
  EXPECT_EQ(run({"upgrade", "+1"}).err, "Running upgrade a1 -> b2, Make b2\n");
}

TEST_F(Cli, Current) {
  ASSERT_EQ(run({"upgrade"}).code, 0);
  EXPECT_EQ(run({"current"}).out, "c3 (head)\n");
  const CliOutcome verbose = run({"current", "-v"});
  EXPECT_THAT(verbose.out, HasSubstr("Current revision(s) for sqlite:" + file_.path() +
                                     ":\n"
                                     "Rev: c3 (head) (current)\nParent: b2\n"));
  ASSERT_EQ(run({"downgrade", "base"}).code, 0);
  const CliOutcome base = run({"current"});
  EXPECT_EQ(base.code, 0);
  EXPECT_EQ(base.out, "");
}

TEST_F(Cli, Check) {
  ASSERT_EQ(run({"upgrade", "a1"}).code, 0);
  CliOutcome outcome = run({"check"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_EQ(outcome.err, "app-migrate: 2 revisions are pending: 'b2' (Make b2), 'c3' (Make c3)\n");
  EXPECT_THAT(run({"check", "--json"}).out,
              HasSubstr("\"atHead\": false, \"current\": [\"a1\"], \"pending\": [\"b2\", \"c3\"]"));
  ASSERT_EQ(run({"upgrade"}).code, 0);
  outcome = run({"check"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "the database is at head 'c3'\n");
}

TEST_F(Cli, ADatabaseOfANewerProgram) {
  const FolderChain newer({"a1", "b2", "c3", "d4"});
  ASSERT_EQ(run_cli(newer.view(), {"upgrade", file_.url()}).code, 0);
  CliOutcome outcome = run({"current"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "d4\n");
  EXPECT_THAT(outcome.err,
              HasSubstr("the database is at 'd4', which this program does not know: it "
                        "was upgraded by a newer program"));
  EXPECT_EQ(run({"check"}).code, 1);
  outcome = run({"upgrade"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err,
              HasSubstr("help: run the newer program, or go back: app-migrate downgrade c3"));
  EXPECT_EQ(run({"downgrade", "c3"}).code, 0);
  EXPECT_EQ(run({"check"}).code, 0);
}

TEST_F(Cli, Stamp) {
  EXPECT_EQ(run({"stamp", "b2"}).code, 0);
  EXPECT_EQ(run({"current"}).out, "b2\n");
  EXPECT_EQ(run({"upgrade"}).err, "Running upgrade b2 -> c3, Make c3\n");
  EXPECT_EQ(run({"stamp", "--purge", "base"}).code, 0);
  EXPECT_EQ(run({"current"}).out, "");
}

TEST_F(Cli, HistoryMarksWhereTheDatabaseStands) {
  ASSERT_EQ(run({"upgrade", "b2"}).code, 0);
  EXPECT_EQ(run({"history", "-i"}).out,
            "b2 -> c3 (head), Make c3\na1 -> b2 (current), Make b2\n<base> -> a1, Make a1\n");
  EXPECT_EQ(run({"history", "-r", "-1:"}).out,
            "b2 -> c3 (head), Make c3\na1 -> b2, Make b2\n<base> -> a1, Make a1\n");
  EXPECT_EQ(run({"history", "-rcurrent:"}).out, "b2 -> c3 (head), Make c3\na1 -> b2, Make b2\n");
  EXPECT_THAT(run({"show", "current"}).out, HasSubstr("Rev: b2\n"));
}

TEST_F(Cli, DryRunShowsAndChangesNothing) {
  ASSERT_EQ(run({"upgrade", "b2"}).code, 0);
  EXPECT_EQ(run({"upgrade", "--dry-run"}).out,
            "-- Running upgrade b2 -> c3, Make c3\n-- migrations/c3.sql:6:1\n"
            "CREATE TABLE t_c3 (x text DEFAULT 'it''s');\n-- migrations/c3.sql:7:1\n"
            "INSERT INTO t_c3 (x) VALUES ('c3');\n");
  EXPECT_THAT(run({"downgrade", "--dry-run", "base"}).out, HasSubstr("DROP TABLE t_b2;"));
  EXPECT_EQ(run({"current"}).out, "b2\n");
}

TEST_F(Cli, EchoShowsStatementsWithPlaceAndTime) {
  const CliOutcome outcome = run({"upgrade", "a1", "--echo"});
  EXPECT_THAT(outcome.err,
              ::testing::MatchesRegex("Running upgrade  -> a1, Make a1\n-- migrations/a1.sql:6:1\n"
                                      "CREATE TABLE t_a1 .x text DEFAULT 'it''s'.;\n"
                                      "-- [0-9.]+ ms\n(.|\n)*"));
  setenv("RETORT_ECHO", "1", 1);
  EXPECT_THAT(run({"upgrade", "b2"}).err, HasSubstr("CREATE TABLE t_b2"));
  setenv("RETORT_ECHO", "0", 1);
  EXPECT_THAT(run({"upgrade", "c3"}).err, Not(HasSubstr("CREATE TABLE t_c3")));
  unsetenv("RETORT_ECHO");
}

TEST_F(Cli, SlipsOfTheHand) {
  const std::vector<std::pair<std::vector<std::string>, std::string>> cases = {
      {{"upgrade", "-1"}, "'-1' points down\nhelp: app-migrate downgrade -1\n"},
      {{"downgrade", "+1"}, "'+1' points up\nhelp: app-migrate upgrade +1\n"},
      {{"upgrade", "a1:c3"}, "a range needs --sql\nhelp: app-migrate upgrade --sql a1:c3\n"},
      {{"downgrade"}, "'downgrade' needs a revision\nhelp: app-migrate downgrade --help\n"},
      {{"upgrade", "--sql", "--dry-run"}, "--sql and --dry-run exclude each other\n"},
      {{"upgrade", "--tx-mode=each"}, "unknown transaction mode 'each': auto, all, per_revision\n"},
      {{"upgrade", "--lock-wait=soon"}, "'soon' is not a time: 10s, 500ms, 2min\n"},
      {{"upgarde"}, "unknown verb 'upgarde'; did you mean 'upgrade'?\n"},
  };
  for (const auto& [words, text] : cases) {
    const CliOutcome outcome = run(words);
    EXPECT_EQ(outcome.code, 2);
    EXPECT_THAT(outcome.err, HasSubstr("app-migrate: error: " + text));
    EXPECT_EQ(outcome.out, "");
  }
}

TEST_F(Cli, UnknownRevisions) {
  ASSERT_EQ(run({"upgrade"}).code, 0);
  const CliOutcome outcome = run({"downgrade", "a2"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("unknown revision 'a2'; did you mean 'a1'?"));
  EXPECT_THAT(outcome.err, HasSubstr("help: app-migrate history"));
}

TEST_F(Cli, WithoutADatabase) {
  const CliOutcome outcome = run_without({"current"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err,
              HasSubstr("no database is named\nhelp: app-migrate current --url sqlite:"));
  EXPECT_EQ(run_without({"heads"}).out, "c3 (head)\n");
  EXPECT_EQ(run_without({"history", "-r", "b2:c3"}).code, 0);
}

TEST_F(Cli, NoConnection) {
  CliOutcome outcome = run_without({"current", "--url=sqlite:/no/such/folder/a.db"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("app-migrate: error: sqlite:/no/such/folder/a.db: "));
  setenv("DATABASE_URL", "sqlite:/no/such/folder/a.db", 1);
  EXPECT_THAT(run_without({"current"}).err, HasSubstr("(from DATABASE_URL)"));
  unsetenv("DATABASE_URL");
  outcome = run_without({"current", "--url=postgres://me:secret@h/d"});
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("postgres://me:***@h/d"));
  EXPECT_THAT(outcome.err, Not(HasSubstr("secret")));
}

TEST_F(Cli, AnExistingDotenv) {
  const auto before = std::filesystem::current_path();
  const auto folder = std::filesystem::path(::testing::TempDir()) / "retort_cli_dotenv";
  std::filesystem::create_directories(folder / "data");
  std::filesystem::current_path(folder);
  std::ofstream(".env")
      << "\xEF\xBB\xBF# settings\r\nexport DATABASE_URL=\"sqlite+aiosqlite:///./data/"
         "backend.db\"  # dev\r\n";
  EXPECT_EQ(run_without({"upgrade"}).code, 0);
  EXPECT_TRUE(std::filesystem::exists("data/backend.db"));
  std::ofstream(".env") << "DATABASE_URL=postgres://u:${PASSWORD}@h/d\n";
  const CliOutcome outcome = run_without({"current"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("DATABASE_URL in .env uses '${…}'"));
  std::filesystem::current_path(before);
  std::filesystem::remove_all(folder);
}

TEST_F(Cli, NotADatabase) {
  std::ofstream(file_.path()) << std::string(4096, 'x');
  const CliOutcome outcome = run({"current"});
  EXPECT_NE(outcome.code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("app-migrate: error: sqlite:" + file_.path() + ": "));
  EXPECT_THAT(outcome.err, HasSubstr("not a database"));
}

TEST_F(Cli, ABusyDatabaseNamesTheWayOut) {
  ASSERT_EQ(run({"upgrade", "a1"}).code, 0);
  sqlite3* other = nullptr;
  ASSERT_EQ(sqlite3_open(file_.path().c_str(), &other), SQLITE_OK);
  ASSERT_EQ(sqlite3_exec(other, "BEGIN IMMEDIATE", nullptr, nullptr, nullptr), SQLITE_OK);
  const CliOutcome outcome = run({"upgrade", "--lock-wait=50ms"});
  sqlite3_close(other);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("the database is locked by"));
  EXPECT_THAT(outcome.err, HasSubstr("help: wait longer: --lock-wait 60s"));
}

TEST_F(Cli, TheProgramPreparesItsConnections) {
  cli::Setup setup;
  int calls = 0;
  setup.context = &calls;
  setup.prepare = [](Database& database, void* context) {
    ++*static_cast<int*>(context);
    EXPECT_NE(static_cast<sqlite::Database&>(database).handle(), nullptr);
    return Status();
  };
  EXPECT_EQ(run_cli(chain_.view(), {"upgrade", file_.url()}, setup).code, 0);
  EXPECT_EQ(calls, 1);
  setup.prepare = [](Database&, void*) { return Status(Code::cannot_open, "no key"); };
  const CliOutcome outcome = run_cli(chain_.view(), {"current", file_.url()}, setup);
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.err, HasSubstr("no key"));
}

TEST_F(Cli, CompletionScripts) {
  const CliOutcome bash = run_without({"completion", "bash"});
  EXPECT_EQ(bash.code, 0);
  EXPECT_THAT(bash.out, HasSubstr("complete -o filenames -F _app_migrate app-migrate\n"));
  EXPECT_THAT(bash.out, HasSubstr("    show) words=\"$words --verbose --json --url\" ;;\n"));
  EXPECT_THAT(run_without({"completion", "zsh"}).out, HasSubstr("#compdef app-migrate\n"));
  EXPECT_THAT(run_without({"completion", "fish"}).out,
              HasSubstr("-l tx-mode -xa 'auto all per_revision' -d 'auto (default), "));
  EXPECT_THAT(run_without({"completion", "man"}).out,
              HasSubstr(".SH NAME\napp\\-migrate \\- upgrade the database of app\n"));
  EXPECT_THAT(run_without({"completion", "tcsh"}).err, HasSubstr("bash, zsh or fish"));
  EXPECT_EQ(run_without({"completion"}).code, 2);
}

TEST_F(Cli, Pages) {
  EXPECT_THAT(run_without({"--help"}).out, HasSubstr("chain 'app': 3 revisions, head c3."));
  EXPECT_THAT(run_without({"--version"}).out, HasSubstr("chain app at c3\n"));
  EXPECT_EQ(run_without({"--help", "upgrade"}).out, run_without({"upgrade", "--help"}).out);
  EXPECT_EQ(run_without({}).code, 2);
}

}  // namespace
}  // namespace retort::test
