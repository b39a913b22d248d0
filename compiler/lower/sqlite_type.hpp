// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: a portable column type as SQLite has it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "lower/lower.hpp"
#include "schema/type.hpp"

namespace retort::compiler::lower {

struct SqliteType {
  std::string word;     // INTEGER, REAL, TEXT, BLOB, with a collation where the type needs one
  std::string check;    // over the column, or empty
  std::string refused;  // why the type has no SQLite form, or empty
  std::string help;     // then the way out
};

// `column` is the column's name as SQL; `values` are those of an enumeration.
SqliteType sqlite_type(const schema::Type& type, schema::Storage storage, std::string_view column,
                       const std::vector<std::string>& values);

}  // namespace retort::compiler::lower
