// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The command line of a chain on a PostgreSQL server: the verbs, --sql scripts in the hands of the
// real psql, and where a password must not appear.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "folder_chain.hpp"
#include "postgres_server.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

// Everything that a script must carry over: rows of COPY, a changed search_path, timeouts, a
// section outside of a transaction, a query that verifies.
Files rich_files() {
  return {{"1.sql",
           "-- First\n-- Revision ID: r1\n-- Revises:\n\n-- migrate:up lock_timeout:5s\n"
           "CREATE TABLE words (id int PRIMARY KEY, word text NOT NULL);\n"
           "COPY words (id, word) FROM stdin;\n1\tone\n2\ta\\tb\\\\c\n\\.\n"
           "SELECT pg_catalog.set_config('search_path', '', false);\n"
           "-- migrate:down\nDROP TABLE words;\n"},
          {"2.sql",
           "-- Second\n-- Revision ID: r2\n-- Revises: r1\n\n-- migrate:up transaction:false\n"
           "CREATE INDEX CONCURRENTLY words_word ON words (word);\n"
           "ALTER TABLE words ADD COLUMN note text DEFAULT 'it''s';\n"
           "-- migrate:down\nALTER TABLE words DROP COLUMN note;\nDROP INDEX words_word;\n"},
          {"3.sql",
           "-- Third\n-- Revision ID: r3\n-- Revises: r2\n\n-- migrate:up\n"
           "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;\n"
           "-- migrate:verify\nSELECT count(*) = 2 FROM words;\n"
           "-- migrate:down\nDROP FUNCTION f();\n"}};
}

class PostgresCli : public ::testing::Test {
 protected:
  PostgresCli() { unsetenv("DATABASE_URL"); }

  CliOutcome run(std::vector<std::string> words) {
    words.push_back("--url=" + database_.url());
    return run_cli(chain_.view(), words);
  }
  std::string script(const std::vector<std::string>& words) {
    const CliOutcome outcome = run_cli(chain_.view(), words);
    EXPECT_EQ(outcome.code, 0) << outcome.err;
    return outcome.out;
  }

  TestDatabase database_;
  FolderChain chain_{rich_files(), {Engine::postgres}};
};

TEST_F(PostgresCli, EveryVerb) {
  EXPECT_EQ(run({"check"}).code, 1);
  EXPECT_EQ(run({"current"}).out, "");
  EXPECT_THAT(run({"upgrade", "+2", "--dry-run"}).out,
              HasSubstr("CREATE INDEX CONCURRENTLY words_word"));
  CliOutcome outcome = run({"upgrade", "r2"});
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.err, "Running upgrade  -> r1, First\nRunning upgrade r1 -> r2, Second\n");
  EXPECT_THAT(run({"current", "-v"}).out, HasSubstr("Rev: r2 (current)\n"));
  EXPECT_THAT(run({"history", "-i"}).out, HasSubstr("r1 -> r2 (current), Second\n"));
  EXPECT_THAT(run({"check", "--json"}).out, HasSubstr("\"pending\": [\"r3\"]"));
  EXPECT_EQ(run({"upgrade", "--tx-mode=per_revision", "--lock-wait=1s"}).code, 0);
  EXPECT_EQ(run({"check"}).out, "the database is at head 'r3'\n");
  EXPECT_EQ(run({"downgrade", "-1"}).err, "Running downgrade r3 -> r2, Third\n");
  EXPECT_EQ(run({"downgrade", "base"}).code, 0);
  EXPECT_EQ(database_.sql("SELECT to_regclass('words') IS NULL"), "t");
  EXPECT_EQ(run({"stamp", "head"}).code, 0);
  EXPECT_EQ(run({"current"}).out, "r3 (head)\n");
  EXPECT_EQ(run({"stamp", "--purge", "base"}).code, 0);
  EXPECT_EQ(run({"current"}).out, "");
}

TEST_F(PostgresCli, AScriptLeavesWhatUpgradeLeaves) {
  ASSERT_EQ(run({"upgrade"}).code, 0);
  const std::string expected = database_.state();
  const std::string rows = database_.sql("SELECT string_agg(w::text, ';') FROM words w");
  const TestDatabase other;
  ShellOutcome outcome = run_psql(other, script({"upgrade", "--sql"}));
  EXPECT_EQ(outcome.code, 0) << outcome.output;
  EXPECT_EQ(other.state(), expected);
  EXPECT_EQ(other.sql("SELECT string_agg(w::text, ';') FROM words w"), rows);
  outcome = run_psql(other, script({"downgrade", "--sql", "r3:r1"}));
  EXPECT_EQ(outcome.code, 0) << outcome.output;
  outcome = run_psql(other, script({"upgrade", "--sql", "r1:head"}));
  EXPECT_EQ(outcome.code, 0) << outcome.output;
  EXPECT_EQ(other.state(), expected);
  outcome = run_psql(other, script({"downgrade", "--sql", "head:base"}));
  EXPECT_EQ(outcome.code, 0) << outcome.output;
  EXPECT_EQ(other.sql("SELECT count(*) FROM retort_ledger"), "0");
}

TEST_F(PostgresCli, AScriptStopsAtTheWrongDatabase) {
  ASSERT_EQ(run({"upgrade", "r1"}).code, 0);
  ShellOutcome outcome = run_psql(database_, script({"upgrade", "--sql"}));
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.output, HasSubstr("this script begins at the base"));
  outcome = run_psql(database_, script({"upgrade", "--sql", "r2:r3"}));
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.output, HasSubstr("this script begins at 'r2'"));
  EXPECT_EQ(run({"current"}).out, "r1\n");
}

TEST_F(PostgresCli, AScriptStopsWhereVerifySaysNo) {
  ASSERT_EQ(run({"upgrade", "r2"}).code, 0);
  database_.sql("INSERT INTO words VALUES (3, 'three')");
  const ShellOutcome outcome = run_psql(database_, script({"upgrade", "--sql", "r2:r3"}));
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.output, HasSubstr("a query of migrate:verify returned a row"));
  EXPECT_EQ(run({"current"}).out, "r2\n");
  EXPECT_EQ(database_.sql("SELECT to_regproc('f') IS NULL"), "t");
}

TEST_F(PostgresCli, AScriptDoesNotWaitForTheLock) {
  PGconn* const holder = PQconnectdb(database_.url().c_str());
  PQclear(PQexec(holder, "SELECT pg_advisory_lock(x'7265746f7274'::bigint)"));
  const ShellOutcome outcome = run_psql(database_, script({"upgrade", "--sql"}));
  const CliOutcome direct = run({"upgrade", "--lock-wait=50ms"});
  PQfinish(holder);
  EXPECT_EQ(outcome.code, 3);
  EXPECT_THAT(outcome.output, HasSubstr("another upgrade holds the lock of this database"));
  EXPECT_EQ(direct.code, 1);
  EXPECT_THAT(direct.err, HasSubstr("pid "));
}

TEST_F(PostgresCli, TheScriptsShape) {
  const std::string text = script({"upgrade", "--sql", "r2:r3"});
  EXPECT_THAT(text, StartsWith("DO $retort$ BEGIN\n"));
  EXPECT_THAT(text, HasSubstr("BEGIN;\n\n-- Running upgrade r2 -> r3\n\nCREATE FUNCTION"));
  EXPECT_THAT(text,
              ::testing::EndsWith("COMMIT;\n\nDO $retort$ BEGIN\n  PERFORM pg_catalog.pg_advisory_"
                                  "unlock(125780070724212);\nEND $retort$;\n\n"));
  const std::string all = script({"upgrade", "--sql"});
  EXPECT_THAT(all, HasSubstr("SET LOCAL lock_timeout TO '5000ms';\n\nCREATE TABLE words"));
  EXPECT_THAT(all, HasSubstr("FROM stdin;\n1\tone\n2\ta\\tb\\\\c\n\\.\n\n"));
  EXPECT_EQ(all, script({"upgrade", "--sql"})) << "nothing in it depends on the clock";
}

TEST_F(PostgresCli, StampAsAScript) {
  const ShellOutcome outcome = run_psql(database_, script({"stamp", "--sql", "r2"}));
  EXPECT_EQ(outcome.code, 0) << outcome.output;
  EXPECT_EQ(run({"current"}).out, "r2\n");
}

TEST_F(PostgresCli, SpellingsOfExistingProjects) {
  const std::string host = test_cluster().socket_directory();
  for (const std::string& url :
       {"postgresql+psycopg://postgres@/" + database_.name() + "?host=" + host,
        "postgres://postgres:not needed/@here@/" + database_.name() + "?host=" + host,
        "postgresql+asyncpg://postgres@/" + database_.name() + "?ssl=prefer&host=" + host +
            "&prepared_statement_cache_size=0",
        "postgresql://postgres@/" + database_.name() + "?schema=public&host=" + host,
        "dbname='" + database_.name() + "' user = postgres host=" + host}) {
    const CliOutcome outcome = run_cli(chain_.view(), {"current", "--url", url});
    EXPECT_EQ(outcome.code, 0) << url << ": " << outcome.err;
  }
}

// Every way to fail with a password in the URL; the password itself in every spelling.
TEST_F(PostgresCli, NoPasswordIsEverShown) {
  make_role_with_password("s3cr3t @/pw");
  const std::string host = test_cluster().socket_directory();
  const std::string name = database_.name();
  const std::string right = "postgresql://keeper:s3cr3t%20%40%2Fpw@/" + name + "?host=" + host;
  ASSERT_EQ(run_cli(chain_.view(), {"upgrade", "r1", "--url", right}).code, 0);

  const std::vector<std::string> urls = {
      right,
      "postgresql+psycopg://keeper:s3cr3t%20%40%2Fpw@/" + name + "?host=" + host,
      "host=" + host + " user=keeper password='s3cr3t @/pw' dbname=" + name,
      "postgres://keeper:wr0ng-s3cr3t@/" + name + "?host=" + host,
      "postgres://keeper:s3cr3t%zz@/" + name + "?host=" + host,
      "postgres://keeper:s3cr3t@s3cr3t@localhost:1/" + name,
      "postgres://keeper:s3cr3t@x/s3cr3t@localhost:1/" + name,
      "postgres://keeper:s3cr3t/x@localhost:1/" + name,
      "postgres://keeper:s3cr3t@localhost:1/" + name,
      "postgres://keeper@localhost:1/" + name + "?password=s3cr3t",
      "postgres://keeper:s3cr3t@localhost:port/" + name,
      "postgres://keeper:s3cr3t@localhost:1/" + name + "?nonsense=1",
      "postgres://keeper:s3cr3t@no.such.host.invalid/" + name,
      "host=localhost port=1 user=keeper password=s3cr3t dbname=" + name,
      "host=localhost port=1 password='s3cr3t' nonsense=1",
      "host=localhost port=1 password='s3cr3t",
      "mysql://keeper:s3cr3t@localhost/d",
  };
  for (const std::string& url : urls) {
    for (const char* verb : {"current -v", "check --json", "upgrade --echo", "upgrade --dry-run",
                             "history -i", "stamp zz", "downgrade --sql head:r1"}) {
      std::vector<std::string> words;
      for (std::istringstream in(verb); in.good();) in >> words.emplace_back();
      words.insert(words.end(), {"--url", url});
      const CliOutcome outcome = run_cli(chain_.view(), words);
      EXPECT_THAT(outcome.out + outcome.err, Not(HasSubstr("s3cr3t"))) << verb << " " << url;
      EXPECT_NE(outcome.code, 70) << verb << " " << url;
    }
  }
  EXPECT_EQ(run_cli(chain_.view(), {"current", "--url", urls[2]}).code, 0);
  EXPECT_EQ(run_cli(chain_.view(), {"current", "--url", urls[3]}).code, 3);
}

}  // namespace
}  // namespace retort::test
