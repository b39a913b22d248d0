// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What a chain makes of a fresh database, revision by revision: for tests that stop an upgrade
// anywhere and ask whether the database is at one of them.
#pragma once

#include <map>
#include <string>

#include "retort/chain.hpp"
#include "sqlite/sqlite_database.hpp"

namespace retort::test {

class Snapshots {
 public:
  // Applies the chain one revision at a time.
  explicit Snapshots(const Chain& chain);

  // Whether the file holds exactly what the chain makes at the revision that its ledger ends with,
  // or, where the ledger says that a transaction:false revision is in progress, at least passes the
  // integrity check.
  ::testing::AssertionResult is_at_a_revision(const std::string& file) const;
  // The same, and the revision is the chain's last one.
  ::testing::AssertionResult is_at_the_head(const std::string& file) const;

  // Every object's SQL and every table's number of rows, without the ledger.
  static std::string describe(Connection& connection);

 private:
  std::map<std::string, std::string> by_revision_;
  std::string head_;
};

}  // namespace retort::test
