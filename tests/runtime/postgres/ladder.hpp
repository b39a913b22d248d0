// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What a chain makes of an empty schema, revision by revision: for tests that cut an upgrade off
// anywhere and ask whether the database is at one of them.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "postgres/postgres_database.hpp"

namespace retort::test {

class Ladder {
 public:
  // Applies the chain one revision at a time, then takes it back one at a time and compares.
  explicit Ladder(const Chain& chain);

  // Waits until no run holds the lock of the server, then: whether the schema holds what the chain
  // makes at the revision that its ledger ends with. Where that is in progress, the index that it
  // builds may be there or not.
  ::testing::AssertionResult is_at_a_revision(PostgresDatabase& database) const;
  // Upgrades, and compares with the head.
  ::testing::AssertionResult finishes(PostgresDatabase& database) const;

  // Columns, valid indexes, constraints, triggers and functions of the schema, without the ledger.
  static std::string describe(PostgresDatabase& database);

 private:
  const Chain& chain_;
  std::map<std::string, std::string> by_revision_;  // "" for the base
};

}  // namespace retort::test
