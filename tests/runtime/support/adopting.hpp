// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A database that another tool has migrated, and what adopt() says to it. A driver joins with
//
//   INSTANTIATE_TEST_SUITE_P(Sqlite, Adopt, ::testing::Values(&make_sqlite_database));
#pragma once

#include "retort/adopt.hpp"
#include "support/engine.hpp"

namespace retort::test {

class Adopt : public ConformanceTest {
 protected:
  // SQL that the engines spell in two ways.
  void create(const std::string& sqlite, const std::string& postgres) {
    raw().run(raw().engine() == Engine::sqlite ? sqlite : postgres);
  }
  void create(const std::string& sql) { raw().run(sql); }

  // What adopt() says: "alembic_version: a1 b2", or the problems, one a line.
  std::string take(std::vector<std::string> ids, const std::string& table = {}) {
    ChainBuilder chain = builder();
    for (const std::string& id : ids) chain.add(id);
    return take(chain, table);
  }
  std::string take(ChainBuilder& chain, const std::string& table = {}) {
    AdoptOptions options;
    options.table = table;
    const Status status = adopt(db(), chain.chain(), options, adoption);
    const bool has_ledger = raw().has_table("retort_ledger");
    if (!status.ok()) {
      EXPECT_FALSE(adoption.done);
      EXPECT_FALSE(has_ledger) << "something was written";
      std::string text;
      for (const std::string& problem : adoption.ledger.problems) text += problem + "\n";
      return text.empty() ? status.message() : text;
    }
    std::string text = adoption.ledger.tool;
    for (const std::string& id : adoption.ledger.applied) text += " " + id;
    if (has_ledger) {
      const std::string list = applied();
      std::string expected;
      for (const std::string& id : adoption.ledger.applied)
        expected += (expected.empty() ? "" : ",") + id;
      EXPECT_EQ(list, expected);
    }
    return text;
  }

  // The live schema against that of the chain, up to where the ledger says it is.
  SchemaCheck check(ChainBuilder& chain) {
    const Chain& view = chain.chain();
    const auto scratch = GetParam()();
    const auto connection = scratch->connect();
    SchemaCheckOptions options;
    options.scratch = connection.get();
    return check_schema(db(), view, inspect(db(), view).applied, options);
  }
  // "differences | strangers", or why there are none.
  std::string differences(ChainBuilder& chain) {
    const SchemaCheck found = check(chain);
    EXPECT_TRUE(is_ok(found.status));
    if (!found.compared) return found.reason;
    std::string text;
    for (const auto& difference : found.differences) text += difference.to_string() + "\n";
    for (const auto& stranger : found.strangers) text += "| " + stranger.to_string() + "\n";
    return text;
  }

  // Flyway's history, a row at a time.
  void make_flyway() {
    create(
        "CREATE TABLE flyway_schema_history (installed_rank INT NOT NULL PRIMARY KEY, version"
        " VARCHAR(50), description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script"
        " VARCHAR(1000) NOT NULL, checksum INT, installed_by VARCHAR(100) NOT NULL, installed_on"
        " TEXT NOT NULL DEFAULT (strftime('%Y-%m-%d %H:%M:%f','now')), execution_time INT NOT NULL,"
        " success BOOLEAN NOT NULL)",
        "CREATE TABLE flyway_schema_history (installed_rank INT NOT NULL, version VARCHAR(50),"
        " description VARCHAR(200) NOT NULL, type VARCHAR(20) NOT NULL, script VARCHAR(1000) NOT"
        " NULL, checksum INTEGER, installed_by VARCHAR(100) NOT NULL, installed_on TIMESTAMP NOT"
        " NULL DEFAULT now(), execution_time INTEGER NOT NULL, success BOOLEAN NOT NULL,"
        " CONSTRAINT flyway_schema_history_pk PRIMARY KEY (installed_rank))");
  }
  void flyway_row(const std::string& version, const std::string& type, bool success = true) {
    create(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
        " installed_by, execution_time, success) VALUES (" +
        std::to_string(++flyway_rank) + ", " + (version.empty() ? "NULL" : "'" + version + "'") +
        ", 'x', '" + type + "', '" + (version.empty() ? "R__views.sql" : "V1__x.sql") +
        "', 'me', 5, " + (success ? "true)" : "false)"));
  }

  int flyway_rank = 0;

  Adoption adoption;
};

}  // namespace retort::test
