// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A source, a target and a chain of one revision for both.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "postgres/postgres_database.hpp"
#include "retort/transfer.hpp"
#include "sqlite/sqlite_database.hpp"

namespace retort::test {

// One chain out of two that have the same revisions.
class TwoEngines {
 public:
  TwoEngines(ChainBuilder& sqlite, ChainBuilder& postgres);
  const Chain& chain() const { return chain_; }

 private:
  std::vector<std::vector<Body>> bodies_;
  std::vector<Revision> revisions_;
  Chain chain_{};
};

class TransferTest : public ::testing::Test {
 protected:
  // Adds a revision of these statements.
  void revision(const std::string& id, const std::vector<std::string>& sqlite,
                const std::vector<std::string>& postgres);
  // Upgrades the source. Rows are added behind it.
  void make_source();
  Status run(TransferOptions options = {});

  SqliteDatabase source;
  PostgresDatabase target;
  TransferReport report;

 private:
  const Chain& chain();

  ChainBuilder sqlite_{"app", Engine::sqlite};
  ChainBuilder postgres_{"app", Engine::postgres};
  std::unique_ptr<TwoEngines> both_;
};

}  // namespace retort::test
