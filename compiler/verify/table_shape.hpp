// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: what a CREATE TABLE means, apart from the order of its columns and its
// spelling.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "verify/verify.hpp"

namespace retort::compiler::verify {

struct ColumnShape {
  std::string name;
  std::string type;
  std::string default_value;  // empty: none
  std::string collation;
  bool not_null = false;

  friend bool operator==(const ColumnShape&, const ColumnShape&) = default;
};

struct TableShape {
  std::map<std::string, ColumnShape> columns;  // by name in lower case
  // Everything else, each as a phrase: "UNIQUE (a, b)", "check (x > 0)", "STRICT".
  std::multiset<std::string> traits;
};

// Creates the table alone in a database of its own and reads it back with PRAGMAs; what they do not
// tell (CHECK, GENERATED, ON CONFLICT, DEFERRABLE) comes from the text. Nothing where SQLite does
// not take the text by itself.
std::optional<TableShape> table_shape(std::string_view name, std::string_view sql,
                                      const std::vector<SqliteFunction>& functions);

}  // namespace retort::compiler::verify
