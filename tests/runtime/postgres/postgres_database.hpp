// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// PostgreSQL for the tests: one throw-away server for the process, a schema for each test (a
// database would take a hundred times as long), and a connection that does not go through retort.
#pragma once

#include <libpq-fe.h>

#include <memory>
#include <string>

#include "retort/postgres.hpp"
#include "server/test_cluster.hpp"
#include "support/engine.hpp"

namespace retort::test {

class PostgresDatabase final : public TestDatabase {
 public:
  PostgresDatabase();
  ~PostgresDatabase() override;
  Engine engine() const override { return Engine::postgres; }
  std::unique_ptr<Database> connect() override;
  std::string scalar(const std::string& sql) override;
  void run(const std::string& sql) override;
  std::string ledger() const override { return name_ + ".retort_ledger"; }
  bool has_table(const std::string& name) override;

  // After the server was killed.
  void reconnect();

  std::string connection_string() const {
    return test_cluster().connection_string() + " options=-csearch_path=" + name_;
  }

 private:
  std::string name_;
  PGconn* connection_ = nullptr;
};

std::unique_ptr<TestDatabase> make_postgres_database();

}  // namespace retort::test
