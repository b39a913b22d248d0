// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: whether views and triggers still compile. SQLite accepts both over tables
// and columns that do not exist, and says so only when somebody uses them.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "verify/catalogue.hpp"

namespace retort::compiler::verify {

struct BrokenObject {
  std::string object;          // "view 'v'"
  std::string name;            // in lower case
  std::string message;         // SQLite's
  std::uint32_t revision = 0;  // the index of the one that broke it
};

class ObjectCheck {
 public:
  explicit ObjectCheck(Connection& connection) : connection_(connection) {}

  // Behind a revision: compiles again every view and trigger that `changed` objects may concern.
  void update(const Catalogue& catalogue, const std::set<std::string>& changed,
              std::uint32_t revision);
  // What does not compile now. A chain may break a view in one revision and mend it in the next:
  // only what is broken at the head is wrong for good.
  std::vector<BrokenObject> broken() const;

 private:
  struct Object {
    bool is_view = false;
    std::string name;
    std::string table;            // of a trigger
    std::string event;            // of a trigger: insert, update, delete
    std::set<std::string> words;  // every name in its text, in lower case
  };

  void reload(const Catalogue& catalogue, const std::set<std::string>& changed);
  std::set<std::string> affected(const std::set<std::string>& changed) const;
  std::string compile(const Object& object);
  std::string update_statement(const std::string& table);

  Connection& connection_;
  std::map<std::string, Object> objects_;  // by name in lower case
  std::map<std::string, BrokenObject> broken_;
};

}  // namespace retort::compiler::verify
