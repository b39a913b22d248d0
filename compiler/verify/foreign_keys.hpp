// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: whether a revision leaves rows without their parent, and foreign keys that
// cannot work.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "verify/catalogue.hpp"

namespace retort::compiler::verify {

struct BrokenForeignKey {
  std::string table;
  std::string message;  // SQLite's: "foreign key mismatch - …"
  std::uint32_t revision = 0;
};

class ForeignKeyCheck {
 public:
  explicit ForeignKeyCheck(Connection& connection) : connection_(connection) {}

  // Behind a revision that changed these objects and wrote to these tables: checks them and their
  // children. What is wrong with rows in words, or empty: "row 2 of table 'c' has no parent in
  // 'p'".
  std::string update(const Catalogue& catalogue, const std::set<std::string>& changed,
                     const std::set<std::string>& touched, std::uint32_t revision);
  // Foreign keys that fit no key of their parent, now: every write to the tables fails where
  // foreign keys are on. A later revision may mend them.
  std::vector<BrokenForeignKey> broken() const;

 private:
  void reload(const Catalogue& catalogue, const std::set<std::string>& changed);
  std::string check(const std::string& table, std::uint32_t revision);

  Connection& connection_;
  std::map<std::string, std::set<std::string>> parents_;   // of a table with foreign keys
  std::map<std::string, std::set<std::string>> children_;  // of a table that others refer to
  std::map<std::string, BrokenForeignKey> broken_;
};

}  // namespace retort::compiler::verify
