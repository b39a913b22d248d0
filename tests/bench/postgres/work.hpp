// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What is measured on PostgreSQL: a chain of the kind that applications have, and the same applied
// by hand with libpq. Any failure ends the program.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

struct pg_conn;
struct pg_result;

namespace retort::bench {

struct Step {
  std::string id;               // "000001", …
  std::vector<std::string> up;  // statements without ';'
};

// Of five revisions two make a table, and the others add a column, rows and a view.
std::vector<Step> make_steps(std::uint32_t length);

[[noreturn]] void die(const std::string& what);

class Connection {
 public:
  explicit Connection(const std::string& url);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;
  void run(const std::string& sql);
  void run(const char* sql, const std::vector<const char*>& values);

 private:
  void finish(pg_result* result);
  pg_conn* connection_;
};

// What a careful author writes by hand: a transaction and a row per revision, and only the last
// commit waits for the disk.
void by_hand(const std::string& url, const std::vector<Step>& steps);

}  // namespace retort::bench
