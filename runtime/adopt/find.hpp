// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to adoption: from a database to what other tools wrote there.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "adopt/tools.hpp"
#include "retort/database.hpp"

namespace retort::detail {

struct Entry {
  std::string id;
  State state = State::applied;
};

struct Reading {
  const Tool* tool = nullptr;  // null: a table called as one, with columns that nobody has
  FoundTable table;            // without a name: PRAGMA user_version
  std::string project;         // Sqitch's: the one that this is
  bool shared = false;         // and others are in the same registry
  std::vector<Entry> entries;
  std::string shown() const;  // for messages
};

// Every ledger of another tool, with its rows. With a name, that table alone.
Status read_foreign_ledgers(Database& database, std::string_view table,
                            std::vector<Reading>& readings);

}  // namespace retort::detail
