// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: an in-memory SQLite that hostile SQL cannot leave.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "verify/verify.hpp"

struct sqlite3;
struct sqlite3_stmt;

namespace retort::compiler::verify {

// Generous as well: see default_max_steps.
inline constexpr std::int64_t max_database_size = std::int64_t{1} << 30;
inline constexpr int max_value_size = 256 << 20;  // of a string or blob

// What the SQL did that the connection did not let pass, or how it failed for good.
enum class Stop { none, refused, steps };

class Connection {
 public:
  Connection();
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  // Empty on success, else SQLite's message.
  std::string open(std::int64_t max_steps = default_max_steps);
  sqlite3* handle() const { return handle_; }

  // Registers stubs that return NULL; false where SQLite does not take the name or the number.
  bool add_function(const SqliteFunction& function);

  // Runs all rows of `sql` through `row`, which may be empty. Empty on success, else the message.
  std::string run(const std::string& sql, const std::function<void(sqlite3_stmt*)>& row = {});
  // Compiles `sql` without running it. Empty on success, else the message.
  std::string compile(const std::string& sql);

  // Begins a revision: the budget of steps, the reason of a stop and the touched tables start anew.
  void start_revision();
  Stop stop() const { return stop_; }
  std::int64_t max_steps() const { return max_steps_; }
  // What was refused, in words: "ATTACH of 'x.db'".
  const std::string& refused() const { return refused_; }
  // Tables, in lower case, that statements wrote to since start_revision().
  const std::set<std::string>& touched() const { return touched_; }
  // SQL functions, in lower case, that were called since open().
  const std::set<std::string>& called() const { return called_; }

 private:
  struct Hooks;

  sqlite3* handle_ = nullptr;
  std::int64_t max_steps_ = 0;
  std::int64_t steps_ = 0;
  Stop stop_ = Stop::none;
  std::string refused_;
  std::set<std::string> touched_;
  std::set<std::string> called_;
};

// Column `index` of the current row; empty where it is NULL.
std::string_view text_column(sqlite3_stmt* statement, int index);

}  // namespace retort::compiler::verify
