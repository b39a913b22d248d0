// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// SQLite for the tests: a file in a folder of its own, and a connection that does not go through
// retort.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

#include "retort/sqlite.hpp"
#include "support/engine.hpp"

namespace retort::test {

// A folder that is removed with everything in it.
class TemporaryFolder {
 public:
  TemporaryFolder();
  ~TemporaryFolder();
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }
  std::string file(const std::string& name) const { return path_ + "/" + name; }

 private:
  std::string path_;
};

// A plain connection. Every failure is a test failure with SQLite's message.
class Connection {
 public:
  explicit Connection(const std::string& file);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  sqlite3* get() const { return connection_; }
  void run(const std::string& sql);
  std::string scalar(const std::string& sql);
  // The first columns of all rows.
  std::vector<std::string> column(const std::string& sql);

 private:
  sqlite3* connection_ = nullptr;
};

class SqliteDatabase final : public TestDatabase {
 public:
  explicit SqliteDatabase(const std::string& journal_mode = "");
  Engine engine() const override { return Engine::sqlite; }
  std::unique_ptr<Database> connect() override;
  std::string scalar(const std::string& sql) override;
  void run(const std::string& sql) override;
  std::string ledger() const override { return "main.retort_ledger"; }
  bool has_table(const std::string& name) override;
  const std::string& file() const { return file_; }

 private:
  TemporaryFolder folder_;
  std::string file_;
};

std::unique_ptr<TestDatabase> make_sqlite_database();
std::unique_ptr<TestDatabase> make_sqlite_wal_database();

}  // namespace retort::test
