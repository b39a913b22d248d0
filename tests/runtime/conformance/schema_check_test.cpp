// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// check_schema() on any engine: the live schema against a chain that is replayed.
#include "support/adopting.hpp"

namespace retort::test {
namespace {

using ::testing::HasSubstr;

TEST_P(Adopt, TheSchemaIsTheChains) {
  ChainBuilder chain = chain_of(3);
  Options options;
  options.target = "0002";
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  EXPECT_EQ(differences(chain), "");
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_TRUE(check(chain).equal());
  EXPECT_TRUE(is_ok(db().check_idle()));
}

TEST_P(Adopt, WhatDiffersIsNamed) {
  ChainBuilder chain = chain_of(3);
  chain.at("0001").add_up("CREATE INDEX by_name ON t0001 (name)");
  Options options;
  options.target = "0002";
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain(), options)));
  create("ALTER TABLE t0001 ADD COLUMN more text");
  create("DROP INDEX by_name");
  create("DROP TABLE t0002");
  create("CREATE TABLE somebody (x integer)");
  create("CREATE TABLE alembic_version (version_num varchar(32))");
  create("CREATE TABLE t0003 (x integer)");  // of a revision that is not applied
  EXPECT_EQ(differences(chain),
            "table 't0002' is missing\n"
            "table 't0001': index 'by_name' is missing\n"
            "table 't0001': column 'more' is not expected\n"
            "table 't0003' is not expected\n"
            "| table 'somebody' is not expected\n");
  EXPECT_FALSE(check(chain).equal());
  // Nothing was changed by looking.
  EXPECT_FALSE(raw().has_table("t0002"));
  EXPECT_TRUE(raw().has_table("somebody"));
}

TEST_P(Adopt, RevisionsOutsideATransactionAreReplayedToo) {
  ChainBuilder chain = chain_of(1);
  const bool sqlite = raw().engine() == Engine::sqlite;
  chain.add("0002")
      .add_up(sqlite ? "CREATE INDEX by_name ON t0001 (name)"
                     : "CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS by_name ON t0001 (name)")
      .add_up(sqlite ? "ANALYZE" : "VACUUM t0001")
      .without_transaction();
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_EQ(differences(chain), "");
  create("DROP INDEX by_name");
  EXPECT_EQ(differences(chain), "table 't0001': index 'by_name' is missing\n");
}

TEST_P(Adopt, WhatCannotBeReplayedIsNotClaimed) {
  ChainBuilder chain = chain_of(1);
  create("CREATE TABLE outside (x integer)");
  chain.add("0002").add_up("INSERT INTO outside VALUES (1)");
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_THAT(differences(chain),
              HasSubstr("the chain cannot be replayed: migrations/0002.sql:6:"));
  EXPECT_EQ(raw().scalar("SELECT count(*) FROM outside"), "1");
}

TEST_P(Adopt, AnotherSchemaIsNotTaken) {
  ChainBuilder chain = chain_of(2);
  create("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)");
  create("INSERT INTO alembic_version VALUES ('0001')");
  create("CREATE TABLE t0001 (id integer PRIMARY KEY)");
  const auto scratch = GetParam()();
  const auto connection = scratch->connect();
  AdoptOptions options;
  options.schema.scratch = connection.get();
  EXPECT_TRUE(fails_with(adopt(db(), chain.chain(), options, adoption), Code::bad_ledger));
  ASSERT_EQ(adoption.schema.differences.size(), 1u);
  EXPECT_EQ(adoption.schema.differences[0].to_string(), "table 't0001': column 'name' is missing");
  EXPECT_FALSE(raw().has_table("retort_ledger"));
  options.compare_schema = false;
  EXPECT_TRUE(is_ok(adopt(db(), chain.chain(), options, adoption)));
  EXPECT_EQ(applied(), "0001");
}

}  // namespace
}  // namespace retort::test
