// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Sqitch keeps its tables beside a SQLite database, in a file of their own: "sqitch.db" for
// "app.db". While this object lives that file is attached as the schema "sqitch", which is what it
// is on PostgreSQL. Nothing is written to it.
#pragma once

#include "retort/database.hpp"

namespace retort::detail {

class SqitchRegistry {
 public:
  explicit SqitchRegistry(Database& database) : database_(database) {}
  ~SqitchRegistry();
  SqitchRegistry(const SqitchRegistry&) = delete;
  SqitchRegistry& operator=(const SqitchRegistry&) = delete;

  // Does nothing on PostgreSQL, where there is no such file, where the database has no tables, and
  // where a schema has that name already. Not inside of a transaction.
  Status attach();

 private:
  Database& database_;
  bool attached_ = false;
};

}  // namespace retort::detail
