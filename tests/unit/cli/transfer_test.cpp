// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The verb transfer: what it prints and returns. What it does to the rows is tested with the
// library.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "folder_chain.hpp"
#include "postgres_server.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class TransferVerb : public ::testing::Test {
 protected:
  TransferVerb() {
    char pattern[] = "/tmp/retort-transfer-XXXXXX";
    folder_ = mkdtemp(pattern);
    source_ = folder_ + "/app.db";
    EXPECT_EQ(run_cli(chain_.view(), {"upgrade", "--url=sqlite:" + source_}).code, 0);
    sqlite("INSERT INTO words VALUES (4, 1, 'four')");
  }
  ~TransferVerb() override { std::filesystem::remove_all(folder_); }

  void sqlite(const std::string& sql) {
    const ShellOutcome outcome = shell("sqlite3 -bail '" + source_ + "' \"" + sql + "\"");
    EXPECT_EQ(outcome.code, 0) << outcome.output;
  }
  CliOutcome transfer(const std::string& from, std::vector<std::string> more = {}) {
    more.insert(more.begin(), {"transfer", "--from=" + from, "--to=" + target_.url()});
    return run_cli(chain_.view(), more);
  }

  Files files_{{"1.sql",
                "-- First\n-- Revision ID: r1\n-- Revises:\n\n"
                "-- migrate:up sqlite\nCREATE TABLE words (id integer PRIMARY KEY, known integer,"
                " word text);\n-- migrate:down sqlite\nDROP TABLE words;\n"
                "-- migrate:up postgres\nCREATE TABLE words (id int PRIMARY KEY, known boolean,"
                " word text);\n-- migrate:down postgres\nDROP TABLE words;\n"}};
  FolderChain chain_{files_, {Engine::sqlite, Engine::postgres}};
  TestDatabase target_;
  std::string folder_;
  std::string source_;
};

TEST_F(TransferVerb, MovesAndSaysWhatItProved) {
  const CliOutcome outcome = transfer(source_);
  EXPECT_EQ(outcome.code, 0) << outcome.err;
  EXPECT_EQ(outcome.out, "words: 1 row, 3 columns equal by checksum\n");
  EXPECT_THAT(outcome.err, HasSubstr("the target holds what the source holds, at r1"));
  EXPECT_EQ(target_.sql("SELECT w::text FROM words w"), "(4,t,four)");
}

TEST_F(TransferVerb, ADumpIsASource) {
  const std::string dump = folder_ + "/app.sql";
  ASSERT_EQ(shell("sqlite3 '" + source_ + "' .dump > '" + dump + "'").code, 0);
  EXPECT_EQ(transfer(dump).code, 0);
  EXPECT_EQ(target_.sql("SELECT count(*) FROM words"), "1");
  ASSERT_EQ(shell("echo \"ATTACH '" + folder_ + "/x.db' AS x;\" > '" + dump + "'").code, 0);
  const CliOutcome refused = transfer(dump);
  EXPECT_EQ(refused.code, 3);
  EXPECT_THAT(refused.err, HasSubstr("too many attached databases"));
}

TEST_F(TransferVerb, ListsWhatDoesNotFit) {
  sqlite("INSERT INTO words VALUES (5, 2, 'five')");
  const CliOutcome outcome = transfer(source_);
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("words.known, rowid 5: 2 is neither true nor false\n"));
  EXPECT_EQ(outcome.out, "");
  const CliOutcome json = transfer(source_, {"--json"});
  EXPECT_EQ(json.code, 1);
  EXPECT_THAT(json.out, HasSubstr("\"ok\": false"));
  EXPECT_THAT(json.out, HasSubstr("\"rowid\": 5, \"text\": \"2 is neither true nor false\""));
}

TEST_F(TransferVerb, RefusesSidesThatAreNone) {
  EXPECT_EQ(run_cli(chain_.view(), {"transfer"}).code, 2);
  CliOutcome outcome = run_cli(chain_.view(), {"transfer", "--from=" + source_, "--to=" + source_});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, HasSubstr("--to names no PostgreSQL database"));
  outcome = run_cli(chain_.view(), {"transfer", "--from=postgresql://u:secret@h/d", "--to=x"});
  EXPECT_EQ(outcome.code, 2);
  EXPECT_THAT(outcome.err, Not(HasSubstr("secret")));
  outcome = transfer(folder_ + "/none.db");
  EXPECT_EQ(outcome.code, 3);
}

}  // namespace
}  // namespace retort::test
