// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// verify and check on PostgreSQL: what differs, and what cannot be compared without a database to
// compare with.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "folder_chain.hpp"
#include "postgres_server.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

class VerifyPostgres : public ::testing::Test {
 protected:
  VerifyPostgres() { unsetenv("DATABASE_URL"); }

  CliOutcome run(const FolderChain& chain, std::vector<std::string> words) {
    words.push_back("--url=" + database_.url());
    return run_cli(chain.view(), words);
  }

  TestDatabase database_;
};

TEST_F(VerifyPostgres, NamesWhatDiffers) {
  const FolderChain chain({{"a.sql",
                            "-- migrate:up\nCREATE TYPE mood AS ENUM ('good', 'bad');\n"
                            "CREATE TABLE t (id serial PRIMARY KEY, m mood NOT NULL, n text);\n"
                            "CREATE INDEX t_n ON t (n);\n-- migrate:down irreversible\n"}},
                          {Engine::postgres});
  ASSERT_EQ(run(chain, {"upgrade"}).code, 0);
  CliOutcome outcome = run(chain, {"verify", "--strict"});
  EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
  EXPECT_EQ(run(chain, {"check"}).code, 0);
  database_.sql("ALTER TYPE mood ADD VALUE 'none'");
  database_.sql("ALTER TABLE t ALTER n SET NOT NULL");
  database_.sql("DROP INDEX t_n");
  database_.sql("CREATE TABLE other (x integer)");
  outcome = run(chain, {"verify"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("table 't': index 't_n' is missing\n"));
  EXPECT_THAT(outcome.out, HasSubstr("type 'mood'"));
  EXPECT_THAT(outcome.out, HasSubstr("table 't': column 'n'"));
  EXPECT_THAT(outcome.err, HasSubstr("not of this chain: table 'other'"));
  outcome = run(chain, {"check"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("note: table 't': index 't_n' is missing\n"));
  EXPECT_EQ(run(chain, {"check", "--no-schema"}).code, 0);
  EXPECT_THAT(
      run(chain, {"verify", "--json"}).out,
      HasSubstr(
          "{\"what\": \"missing\", \"kind\": \"index\", \"name\": \"t_n\", \"table\": \"t\""));
  outcome = run(chain, {"verify", "--ignore", "t", "--ignore", "mood"});
  EXPECT_EQ(outcome.code, 0) << outcome.out;
}

TEST_F(VerifyPostgres, AChainThatNamesItsSchemaNeedsADatabase) {
  const FolderChain chain(
      {{"a.sql",
        "-- migrate:up\nCREATE TABLE public.t (id serial PRIMARY KEY);\n"
        "CREATE SCHEMA more;\nCREATE TABLE more.u (x integer);\n"
        "SELECT setval('public.t_id_seq', 7);\n-- migrate:down irreversible\n"}},
      {Engine::postgres});
  ASSERT_EQ(run(chain, {"upgrade"}).code, 0);
  database_.sql("SELECT setval('public.t_id_seq', 70)");
  CliOutcome outcome = run(chain, {"verify"});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("a statement names the schema 'public', which is in use"));
  EXPECT_THAT(outcome.err,
              HasSubstr("help: replay it elsewhere:  app-migrate verify --scratch URL"));
  // At head all the same, and said that no more is known.
  outcome = run(chain, {"check"});
  EXPECT_EQ(outcome.code, 0);
  EXPECT_THAT(outcome.err, HasSubstr("the schema was not compared with the chain's"));

  const TestDatabase scratch;
  outcome = run(chain, {"verify", "--strict", "--scratch", scratch.url()});
  EXPECT_EQ(outcome.code, 0) << outcome.out << outcome.err;
  outcome = run(chain, {"verify", "--scratch", scratch.url()});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("the scratch database is not empty"));
  const TestDatabase another;
  database_.sql("ALTER TABLE more.u ADD y integer");
  outcome = run(chain, {"verify", "--scratch", another.url()});
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.out, HasSubstr("column 'y' is not expected"));
  // Looking has not touched the live sequence.
  EXPECT_EQ(database_.sql("SELECT last_value FROM public.t_id_seq"), "70");
  EXPECT_EQ(run(chain, {"verify", "--scratch", "sqlite:x.db"}).code, 2);
}

}  // namespace
}  // namespace retort::test
