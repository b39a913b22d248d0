// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What this program does with its database once it is at head: plain prepared statements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

struct sqlite3;

namespace recorder {

struct Segment {
  double begin = 0;  // seconds
  double end = 0;
  std::string speaker;
  std::string role;
  std::string text;
};

struct Summary {
  std::string id;
  std::string title;
  std::string status;
  int segments = 0;
  double seconds = 0;
};

struct Hit {
  std::string title;
  double begin = 0;
  std::string speaker;
  std::string text;
};

// Uses the connection, does not own it. Every function throws std::runtime_error on an SQL error.
class Store {
 public:
  explicit Store(sqlite3* connection);

  bool has(std::string_view id) const;
  // Adds a transcript and its segments, or nothing at all.
  void add(std::string_view id, std::string_view title, std::string_view lang,
           const std::vector<Segment>& segments);
  std::vector<Summary> list() const;
  std::vector<Segment> segments(std::string_view id) const;
  // Segments that contain all the words; accents do not matter. Best first.
  std::vector<Hit> search(std::string_view words) const;
  // A new identifier, made by SQLite.
  std::string new_id() const;

 private:
  void run(const char* sql) const;

  sqlite3* connection_;
};

}  // namespace recorder
