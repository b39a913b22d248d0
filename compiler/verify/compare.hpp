// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: two catalogues, compared by what they mean.
#pragma once

#include <string>
#include <vector>

#include "verify/catalogue.hpp"

namespace retort::compiler::verify {

struct Difference {
  enum class What { missing, extra, changed };
  What what = What::changed;
  std::string object;  // "index 'x'", "column 't.c'"
  std::string name;    // its bare name, in lower case
  std::string table;   // of a column: its table, in lower case
  std::string detail;  // of a change: "has default 1 instead of none"
  std::string repair;  // SQL that makes it equal, on one line; may be empty
};

// What must be done to `actual` to have `expected`. Empty where the two mean the same: the order of
// objects and of columns, spelling, case and quotes do not count.
std::vector<Difference> compare(const Catalogue& expected, const Catalogue& actual,
                                const std::vector<SqliteFunction>& functions);

}  // namespace retort::compiler::verify
