// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "sqlite/sqlite_database.hpp"

#include <unistd.h>

#include <cstdlib>
#include <filesystem>

namespace retort::test {

TemporaryFolder::TemporaryFolder() {
  // In memory where there is such a folder: the tests kill processes, not machines, and a thousand
  // waits for a disk would be most of their time.
  std::filesystem::path parent = "/dev/shm";
  if (access(parent.c_str(), W_OK) != 0) parent = std::filesystem::temp_directory_path();
  std::string pattern = (parent / "retort-test-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) std::abort();
  path_ = pattern;
}

TemporaryFolder::~TemporaryFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Connection::Connection(const std::string& file) {
  EXPECT_EQ(sqlite3_open(file.c_str(), &connection_), SQLITE_OK) << sqlite3_errmsg(connection_);
  sqlite3_busy_timeout(connection_, 5000);
}

Connection::~Connection() { sqlite3_close_v2(connection_); }

void Connection::run(const std::string& sql) {
  char* message = nullptr;
  const int result = sqlite3_exec(connection_, sql.c_str(), nullptr, nullptr, &message);
  EXPECT_EQ(result, SQLITE_OK) << sql << ": " << (message == nullptr ? "" : message);
  sqlite3_free(message);
}

std::vector<std::string> Connection::column(const std::string& sql) {
  std::vector<std::string> values;
  sqlite3_stmt* statement = nullptr;
  EXPECT_EQ(sqlite3_prepare_v2(connection_, sql.c_str(), -1, &statement, nullptr), SQLITE_OK)
      << sql << ": " << sqlite3_errmsg(connection_);
  int result = SQLITE_DONE;
  while (statement != nullptr && (result = sqlite3_step(statement)) == SQLITE_ROW) {
    const auto* text = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    values.emplace_back(text == nullptr ? "NULL" : text);
  }
  EXPECT_EQ(result, SQLITE_DONE) << sql << ": " << sqlite3_errmsg(connection_);
  sqlite3_finalize(statement);
  return values;
}

std::string Connection::scalar(const std::string& sql) {
  const std::vector<std::string> values = column(sql);
  return values.empty() ? std::string() : values[0];
}

SqliteDatabase::SqliteDatabase(const std::string& journal_mode) : file_(folder_.file("test.db")) {
  if (!journal_mode.empty()) run("PRAGMA journal_mode = " + journal_mode);
}

std::unique_ptr<Database> SqliteDatabase::connect() {
  auto database = std::make_unique<sqlite::Database>();
  EXPECT_TRUE(is_ok(database->open(file_)));
  return database;
}

std::string SqliteDatabase::scalar(const std::string& sql) { return Connection(file_).scalar(sql); }

void SqliteDatabase::run(const std::string& sql) { Connection(file_).run(sql); }

bool SqliteDatabase::has_table(const std::string& name) {
  return scalar("SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = '" + name +
                "'") == "1";
}

std::unique_ptr<TestDatabase> make_sqlite_database() { return std::make_unique<SqliteDatabase>(); }

std::unique_ptr<TestDatabase> make_sqlite_wal_database() {
  return std::make_unique<SqliteDatabase>("WAL");
}

}  // namespace retort::test
