// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A throw-away PostgreSQL server for the command line: a database per test, one role with a
// password, and the real psql.
#pragma once

#include <libpq-fe.h>

#include <string>

#include "server/test_cluster.hpp"

namespace retort::test {

class TestDatabase {
 public:
  TestDatabase();
  TestDatabase(const TestDatabase&) = delete;
  TestDatabase& operator=(const TestDatabase&) = delete;
  ~TestDatabase();

  const std::string& name() const { return name_; }
  // "postgresql://postgres@/test_1?host=…"
  std::string url() const;
  // Runs statements and returns the first value of the last one; the test fails where one does.
  std::string sql(const std::string& text) const;
  // The schema as pg_dump sees it, and the ledger's rows without what is a time.
  std::string state() const;

 private:
  std::string name_;
};

// Makes the role "keeper", which must show `password`, also on the unix socket.
void make_role_with_password(const std::string& password);

struct ShellOutcome {
  int code = -1;
  std::string output;  // stdout and stderr
};
ShellOutcome shell(const std::string& command);

// Runs a script with psql, which stops at the first error.
ShellOutcome run_psql(const TestDatabase& database, const std::string& script);

}  // namespace retort::test
