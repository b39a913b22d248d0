// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the library: what SQLite's PRAGMAs leave out of a table, from its CREATE TABLE.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "retort/catalogue.hpp"

namespace retort::catalogue::detail {

struct ColumnText {
  std::string name;  // in lower case
  std::string collation;
  std::string generated;  // "as (a + b) stored"
};

struct TableText {
  std::vector<ColumnText> columns;  // those that have something to tell
  // CHECKs with their names; ON CONFLICT and DEFERRABLE as phrases without one.
  std::vector<Object> constraints;
  bool autoincrement = false;
};

TableText read_table_text(std::string_view sql);

// A constraint named by its definition.
Object unnamed_constraint(std::string definition);

}  // namespace retort::catalogue::detail
