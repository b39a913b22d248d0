// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// adopt(), on any engine: each tool's ledger as the tool makes it, and what must not be taken over.
#include <functional>
#include <utility>

#include "support/adopting.hpp"
#include "support/faulty_database.hpp"

namespace retort::test {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

TEST_P(Adopt, NothingIsNoError) {
  EXPECT_EQ(take({"a1"}), "");
  EXPECT_FALSE(adoption.done);
  std::vector<ForeignLedger> found;
  ChainBuilder chain = builder();
  chain.add("a1");
  EXPECT_TRUE(is_ok(needs_adoption(db(), chain.chain(), found)));
  EXPECT_THAT(found, IsEmpty());
}

// --- Alembic

constexpr const char* alembic =
    "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
    " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))";

TEST_P(Adopt, AlembicNamesTheHead) {
  create(alembic);
  EXPECT_EQ(take({"a1", "b2", "c3"}), "Alembic");
  EXPECT_TRUE(adoption.ledger.empty);
  create("INSERT INTO alembic_version VALUES ('b2')");
  EXPECT_EQ(take({"a1", "b2", "c3"}), "Alembic a1 b2");
  EXPECT_EQ(adoption.ledger.at, "at 'b2'");
  EXPECT_EQ(raw().scalar("SELECT version_num FROM alembic_version"), "b2");
  EXPECT_EQ(raw().scalar("SELECT min(applied_by) FROM " + raw().ledger()),
            "adopted from " + adoption.ledger.table);
}

TEST_P(Adopt, AlembicNamesTwoHeads) {
  create(alembic);
  create("INSERT INTO alembic_version VALUES ('b2'), ('c3')");
  ChainBuilder chain = builder();
  chain.add("a1");
  chain.add("b2");
  chain.add("c3", {"a1"});
  chain.add("d4", {"b2", "c3"});
  EXPECT_EQ(take(chain), "Alembic a1 b2 c3");
  EXPECT_EQ(adoption.ledger.at, "at 'b2', 'c3'");
}

TEST_P(Adopt, AlembicKnowsMore) {
  create(alembic);
  create("INSERT INTO alembic_version VALUES ('zz')");
  EXPECT_EQ(take({"a1", "b2"}), "'zz' is applied, and the chain has no such revision\n");
}

TEST_P(Adopt, AnotherName) {
  create("CREATE TABLE versions_of_it (version_num VARCHAR(32) NOT NULL PRIMARY KEY)");
  create("INSERT INTO versions_of_it VALUES ('b2')");
  EXPECT_EQ(take({"a1", "b2"}), "");
  EXPECT_EQ(take({"a1", "b2"}, "nothing_here"), "there is no table nothing_here");
  EXPECT_EQ(take({"a1", "b2"}, "versions_of_it"), "Alembic a1 b2");
}

TEST_P(Adopt, TheUpgradeGoesOn) {
  ChainBuilder chain = chain_of(3);
  create(alembic);
  create("INSERT INTO alembic_version VALUES ('0002')");
  create("CREATE TABLE t0001 (id integer PRIMARY KEY, name text)");
  create("CREATE TABLE t0002 (id integer PRIMARY KEY, name text)");
  std::vector<ForeignLedger> found;
  ASSERT_TRUE(is_ok(needs_adoption(db(), chain.chain(), found)));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_THAT(found[0].applied, ElementsAre("0001", "0002"));
  EXPECT_EQ(take(chain), "Alembic 0001 0002");
  ASSERT_TRUE(is_ok(needs_adoption(db(), chain.chain(), found)));
  EXPECT_THAT(found, IsEmpty());
  ASSERT_TRUE(is_ok(upgrade(db(), chain.chain())));
  EXPECT_TRUE(inspect(db(), chain.chain()).at_head);
  // A second time there is nothing to take, and nothing is lost.
  AdoptOptions options;
  ASSERT_TRUE(is_ok(adopt(db(), chain.chain(), options, adoption)));
  EXPECT_FALSE(adoption.done);
  EXPECT_EQ(applied(), "0001,0002,0003");
}

// Whatever call fails: all of it or nothing.
TEST_P(Adopt, AFailureLeavesNothing) {
  ChainBuilder chain = chain_of(2);
  create(alembic);
  create("INSERT INTO alembic_version VALUES ('0002')");
  create("CREATE TABLE t0001 (id integer PRIMARY KEY, name text)");
  create("CREATE TABLE t0002 (id integer PRIMARY KEY, name text)");
  AdoptOptions options;
  options.compare_schema = false;
  int failures = 0;
  for (int call = 0;; ++call) {
    reconnect();
    FaultyDatabase faulty(db(), call, FaultyDatabase::When::before, true);
    const Status status = adopt(faulty, chain.chain(), options, adoption);
    if (!faulty.failed()) {
      EXPECT_TRUE(is_ok(status));
      break;
    }
    ++failures;
    EXPECT_FALSE(status.ok()) << "call " << call;
    reconnect();
    // The last call is unlock(), behind the commit.
    const std::string now = applied();
    EXPECT_TRUE(now == "(no ledger)" || now == "0001,0002") << "call " << call << ": " << now;
    if (now == "0001,0002") create("DROP TABLE retort_ledger");
  }
  EXPECT_GT(failures, 8);
  EXPECT_EQ(applied(), "0001,0002");
}

// Two programs of one release start at the same time, both with --adopt.
TEST_P(Adopt, TheSecondOneFindsItDone) {
  ChainBuilder builder = chain_of(3);
  const Chain& chain = builder.chain();
  create(alembic);
  create("INSERT INTO alembic_version VALUES ('0001')");
  create("CREATE TABLE t0001 (id integer PRIMARY KEY, name text)");
  class Late final : public FaultyDatabase {
   public:
    Late(Database& real, std::function<void()> first)
        : FaultyDatabase(real, -1, When::before, false), first_(std::move(first)) {}
    // Between the look and the lock the other one takes over and upgrades.
    Status try_lock(const Options& run) override {
      if (first_ != nullptr) std::exchange(first_, nullptr)();
      return FaultyDatabase::try_lock(run);
    }

   private:
    std::function<void()> first_;
  };
  AdoptOptions options;
  options.compare_schema = false;
  const auto other = raw().connect();
  Late late(db(), [&] {
    Adoption theirs;
    EXPECT_TRUE(is_ok(adopt(*other, chain, options, theirs)));
    EXPECT_TRUE(theirs.done);
    EXPECT_TRUE(is_ok(upgrade(*other, chain)));
  });
  EXPECT_TRUE(is_ok(adopt(late, chain, options, adoption)));
  EXPECT_FALSE(adoption.done);
  EXPECT_EQ(applied(), "0001,0002,0003");
}

// --- goose

TEST_P(Adopt, Goose) {
  create(
      "CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT"
      " NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')))",
      "CREATE TABLE goose_db_version (id integer PRIMARY KEY GENERATED BY DEFAULT AS IDENTITY,"
      " version_id bigint NOT NULL, is_applied boolean NOT NULL, tstamp timestamp NOT NULL DEFAULT"
      " now())");
  const bool sqlite = raw().engine() == Engine::sqlite;
  const std::string yes = sqlite ? "1)" : "true)", no = sqlite ? "0)" : "false)";
  create("INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, " + yes + ", (1, " +
         yes + ", (2, " + yes + ", (2, " + no);
  EXPECT_EQ(take({"00001", "2", "3"}), "goose 00001");
}

TEST_P(Adopt, GooseWithAHole) {
  create(
      "CREATE TABLE goose_db_version (id INTEGER PRIMARY KEY AUTOINCREMENT, version_id INTEGER NOT"
      " NULL, is_applied INTEGER NOT NULL, tstamp TIMESTAMP DEFAULT (datetime('now')))",
      "CREATE TABLE goose_db_version (id serial PRIMARY KEY, version_id bigint NOT NULL,"
      " is_applied boolean NOT NULL, tstamp timestamp NULL DEFAULT now())");
  create("INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, 1), (1, 1), (3, 1)",
         "INSERT INTO goose_db_version (version_id, is_applied) VALUES (0, true), (1, true),"
         " (3, true)");
  EXPECT_EQ(take({"1", "2", "3"}), "'2' is not applied, but '3' is, which comes after it\n");
}

// --- schema_migrations, which belongs to many

TEST_P(Adopt, GolangMigrateIsAHighWaterMark) {
  create("CREATE TABLE schema_migrations (version uint64, dirty bool)",
         "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT"
         " NULL)");
  EXPECT_EQ(take({"0001", "0002"}), "golang-migrate");
  create("INSERT INTO schema_migrations VALUES (2, 0)",
         "INSERT INTO schema_migrations VALUES (2, false)");
  EXPECT_EQ(take({"0001", "0002", "0003"}), "golang-migrate 0001 0002");
}

TEST_P(Adopt, GolangMigrateDirty) {
  create("CREATE TABLE schema_migrations (version uint64, dirty bool)",
         "CREATE TABLE schema_migrations (version bigint NOT NULL PRIMARY KEY, dirty boolean NOT"
         " NULL)");
  create("INSERT INTO schema_migrations VALUES (2, 1)",
         "INSERT INTO schema_migrations VALUES (2, true)");
  EXPECT_THAT(take({"1", "2"}), HasSubstr("version 2 is dirty"));
  EXPECT_FALSE(adoption.ledger.empty);
  create("DELETE FROM schema_migrations");
  create("INSERT INTO schema_migrations VALUES (9, 0)",
         "INSERT INTO schema_migrations VALUES (9, false)");
  EXPECT_EQ(take({"1", "2"}), "'9' is applied, and the chain has no such revision\n");
}

TEST_P(Adopt, DbmateKeepsItsZeros) {
  create("CREATE TABLE schema_migrations (version varchar(128) PRIMARY KEY)",
         "CREATE TABLE schema_migrations (version varchar PRIMARY KEY)");
  create("INSERT INTO schema_migrations VALUES ('001'), ('2')");
  EXPECT_EQ(take({"1", "2"}),
            "'001' is applied, and the chain has no such revision\n"
            "'1' is not applied, but '2' is, which comes after it\n");
  EXPECT_EQ(take({"001", "2", "3"}), "dbmate 001 2");
}

TEST_P(Adopt, RailsComparesNumbers) {
  create("CREATE TABLE ar_internal_metadata (key varchar PRIMARY KEY, value varchar)");
  create("CREATE TABLE schema_migrations (version varchar NOT NULL PRIMARY KEY)");
  create("INSERT INTO schema_migrations VALUES ('20240101000000'), ('1')");
  EXPECT_EQ(take({"001", "20240101000000"}), "Rails 001 20240101000000");
}

TEST_P(Adopt, Ecto) {
  create("CREATE TABLE schema_migrations (version bigint PRIMARY KEY, inserted_at timestamp)");
  create("INSERT INTO schema_migrations (version) VALUES (20240101000000)");
  EXPECT_EQ(take({"20240101000000", "20240202000000"}), "Ecto 20240101000000");
}

TEST_P(Adopt, Lightweight) {
  create(
      "CREATE TABLE schema_migrations (version bigint PRIMARY KEY, checksum varchar(65),"
      " applied_at varchar(40), author varchar(128), description varchar(1024),"
      " execution_duration_ms bigint)");
  create("INSERT INTO schema_migrations (version) VALUES (7)");
  EXPECT_EQ(take({"7"}), "Lightweight 7");
}

TEST_P(Adopt, SomebodyElsesSchemaMigrations) {
  create("CREATE TABLE schema_migrations (id integer, filename text)");
  const std::string said = take({"7"});
  EXPECT_EQ(said, adoption.ledger.table + " has the columns id, filename\n");
  EXPECT_EQ(adoption.ledger.tool, "");
}

// --- Rust

TEST_P(Adopt, Sqlx) {
  create(
      "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL,"
      " installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL,"
      " checksum BLOB NOT NULL, execution_time BIGINT NOT NULL)",
      "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL,"
      " installed_on TIMESTAMPTZ NOT NULL DEFAULT now(), success BOOLEAN NOT NULL,"
      " checksum BYTEA NOT NULL, execution_time BIGINT NOT NULL)");
  const std::string into =
      "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time) ";
  create(into + "VALUES (1, 'init', true, '', 100)");
  EXPECT_EQ(take({"1", "2"}), "sqlx 1");
}

TEST_P(Adopt, SqlxWithAFailure) {
  create(
      "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL,"
      " installed_on TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP, success BOOLEAN NOT NULL,"
      " checksum BLOB NOT NULL, execution_time BIGINT NOT NULL)",
      "CREATE TABLE _sqlx_migrations (version BIGINT PRIMARY KEY, description TEXT NOT NULL,"
      " installed_on TIMESTAMPTZ NOT NULL DEFAULT now(), success BOOLEAN NOT NULL,"
      " checksum BYTEA NOT NULL, execution_time BIGINT NOT NULL)");
  create(
      "INSERT INTO _sqlx_migrations (version, description, success, checksum, execution_time)"
      " VALUES (1, 'init', true, '', 100), (2, 'more', false, '', -1)");
  const std::string said = take({"1", "2"});
  EXPECT_EQ(said, "'2' failed half-way; repair the schema and the row in " + adoption.ledger.table +
                      "\n");
}

TEST_P(Adopt, Diesel) {
  create(
      "CREATE TABLE __diesel_schema_migrations (version VARCHAR(50) PRIMARY KEY NOT NULL, run_on"
      " TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP)");
  create(
      "INSERT INTO __diesel_schema_migrations (version) VALUES ('00000000000000'),"
      " ('20240507090000')");
  EXPECT_EQ(take({"00000000000000", "20240507090000", "20240608090000"}),
            "diesel 00000000000000 20240507090000");
}

TEST_P(Adopt, Refinery) {
  create(
      "CREATE TABLE refinery_schema_history (version INTEGER PRIMARY KEY, name VARCHAR(255),"
      " applied_on VARCHAR(255), checksum VARCHAR(255))");
  create("INSERT INTO refinery_schema_history VALUES (1, 'init', '2024-05-07T09:00:00Z', '1')");
  EXPECT_EQ(take({"1", "2"}), "refinery 1");
}

// --- Flyway

TEST_P(Adopt, FlywayVersionsAreComparedPartByPart) {
  make_flyway();
  flyway_row("", "SCHEMA");
  flyway_row("1", "SQL");
  flyway_row("1.10", "SQL");
  flyway_row("1.9", "SQL");
  flyway_row("", "SQL");
  flyway_row("2", "SQL");
  flyway_row("2", "UNDO_SQL");
  EXPECT_EQ(take({"1.0", "1.9", "1_10", "2"}), "Flyway 1.0 1.9 1_10");
}

TEST_P(Adopt, AFlywayBaselineStandsForWhatCameBefore) {
  make_flyway();
  flyway_row("1.5", "BASELINE");
  flyway_row("2", "SQL");
  EXPECT_EQ(take({"1", "1.2", "2", "3"}), "Flyway 1 1.2 2");
}

TEST_P(Adopt, AFlywayFailure) {
  make_flyway();
  flyway_row("1", "SQL");
  flyway_row("2", "SQL", false);
  flyway_row("", "SQL", false);
  const std::string said = take({"1", "2"});
  EXPECT_EQ(said, "'2' failed half-way; repair the schema and the row in " + adoption.ledger.table +
                      "\n'R__views.sql' failed half-way; repair the schema and the row in " +
                      adoption.ledger.table + "\n");
}

// --- Others

TEST_P(Adopt, Atlas) {
  const std::string table =
      "CREATE TABLE atlas_schema_revisions (version varchar(255) NOT NULL PRIMARY KEY, description"
      " varchar(255) NOT NULL, type bigint NOT NULL DEFAULT 2, applied bigint NOT NULL DEFAULT 0,"
      " total bigint NOT NULL DEFAULT 0, executed_at timestamp NOT NULL, execution_time bigint NOT"
      " NULL, error text, error_stmt text, hash varchar(255) NOT NULL, partial_hashes text,"
      " operator_version varchar(255) NOT NULL)";
  create(table);
  const std::string into =
      "INSERT INTO atlas_schema_revisions (version, description, type, applied, total, executed_at,"
      " execution_time, hash, operator_version) VALUES ";
  const std::string rest = ", '2024-05-07 09:00:00', 1, 'h', 'v')";
  create(into + "('.atlas_cloud_identifier', 'x', 2, 0, 0" + rest);
  create(into + "('20240101', 'x', 1, 0, 0" + rest);
  create(into + "('20240202', 'x', 2, 3, 3" + rest);
  EXPECT_EQ(take({"20230101", "20240101", "20240202", "20240303"}),
            "Atlas 20230101 20240101 20240202");
}

TEST_P(Adopt, AtlasStoppedHalfWay) {
  create(
      "CREATE TABLE atlas_schema_revisions (version varchar(255) NOT NULL PRIMARY KEY, description"
      " varchar(255), type bigint, applied bigint, total bigint, executed_at timestamp,"
      " execution_time bigint, error text, error_stmt text, hash varchar(255), partial_hashes text,"
      " operator_version varchar(255))");
  create(
      "INSERT INTO atlas_schema_revisions (version, type, applied, total, error) VALUES"
      " ('1', 2, 1, 3, 'no such table: x')");
  EXPECT_THAT(take({"1"}), HasSubstr("'1' failed half-way"));
}

TEST_P(Adopt, Prisma) {
  create(
      "CREATE TABLE _prisma_migrations (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64)"
      " NOT NULL, finished_at TIMESTAMP, migration_name VARCHAR(255) NOT NULL, logs TEXT,"
      " rolled_back_at TIMESTAMP, started_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,"
      " applied_steps_count INTEGER NOT NULL DEFAULT 0)");
  const std::string into =
      "INSERT INTO _prisma_migrations (id, checksum, finished_at, rolled_back_at, started_at,"
      " migration_name) VALUES ";
  create(into + "('1', 'c', '2024-05-07 09:00:00', NULL, '2024-05-07 09:00:00', '20240507_init')");
  create(into + "('2', 'c', NULL, '2024-05-08 09:00:00', '2024-05-08 09:00:00', '20240508_more')");
  EXPECT_EQ(take({"20240507_init", "20240508_more"}), "Prisma 20240507_init");
}

TEST_P(Adopt, PrismaWithAFailure) {
  create(
      "CREATE TABLE _prisma_migrations (id VARCHAR(36) PRIMARY KEY NOT NULL, checksum VARCHAR(64)"
      " NOT NULL, finished_at TIMESTAMP, migration_name VARCHAR(255) NOT NULL, logs TEXT,"
      " rolled_back_at TIMESTAMP, started_at TIMESTAMP NOT NULL DEFAULT CURRENT_TIMESTAMP,"
      " applied_steps_count INTEGER NOT NULL DEFAULT 0)");
  create("INSERT INTO _prisma_migrations (id, checksum, migration_name) VALUES ('1', 'c', 'init')");
  EXPECT_THAT(take({"init"}), HasSubstr("'init' failed half-way"));
}

TEST_P(Adopt, EntityFramework) {
  create(
      "CREATE TABLE \"__EFMigrationsHistory\" (\"MigrationId\" varchar(150) NOT NULL PRIMARY KEY,"
      " \"ProductVersion\" varchar(32) NOT NULL)");
  create("INSERT INTO \"__EFMigrationsHistory\" VALUES ('20240507090000_Init', '8.0.0')");
  EXPECT_EQ(take({"20240507090000_Init", "x"}), "EF Core 20240507090000_Init");
}

TEST_P(Adopt, Grdb) {
  create("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)");
  create("INSERT INTO grdb_migrations VALUES ('v1')");
  EXPECT_EQ(take({"v1", "v2"}), "GRDB v1");
}

TEST_P(Adopt, WhatIsOnlyRecognised) {
  create("CREATE TABLE django_migrations (id integer, app text, name text, applied timestamp)");
  const std::string said = take({"v1"});
  EXPECT_EQ(said, "what Django has applied cannot be read from " + adoption.ledger.table + "\n");
}

// --- Several

TEST_P(Adopt, OfSeveralTheOneThatFits) {
  create(alembic);
  create("INSERT INTO alembic_version VALUES ('b2')");
  create("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)");
  EXPECT_EQ(take({"a1", "b2"}), "Alembic a1 b2");
}

TEST_P(Adopt, SeveralThatFitAreRefused) {
  create(alembic);
  create("INSERT INTO alembic_version VALUES ('b2')");
  create("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)");
  create("INSERT INTO grdb_migrations VALUES ('a1')");
  EXPECT_THAT(take({"a1", "b2"}), HasSubstr("several tools were here: "));
  EXPECT_EQ(take({"a1", "b2"}, "grdb_migrations"), "GRDB a1");
}

TEST_P(Adopt, ALongHistoryOfStrangers) {
  create("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)");
  std::string rows;
  for (int i = 0; i < 50; ++i) rows += (i == 0 ? "('x" : ", ('x") + std::to_string(i) + "')";
  create("INSERT INTO grdb_migrations VALUES " + rows);
  EXPECT_THAT(take({"v1"}), HasSubstr("\nand 30 more\n"));
  EXPECT_EQ(adoption.ledger.problems.size(), 21u);
}

}  // namespace

}  // namespace retort::test
