// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: the role and the connection of the proof on PostgreSQL, which hostile SQL
// cannot leave: no superuser, no programs and no files of the machine, bounded statements.
#pragma once

#include <string>

#include "retort/postgres.hpp"

namespace retort::compiler::verify {

// What one statement may take.
inline constexpr int statement_seconds = 60;

class PostgresSession {
 public:
  // `conninfo` is a superuser's on a server that is thrown away afterwards: this takes rights away
  // from its predefined roles.
  Status open(const std::string& conninfo);
  Status close();
  retort::postgres::Database& database() { return database_; }

 private:
  Status create_ledger();

  retort::postgres::Database database_;
};

}  // namespace retort::compiler::verify
