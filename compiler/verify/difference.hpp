// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: one object that is not as it was, and what would make it so again.
#pragma once

#include <string>

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

}  // namespace retort::compiler::verify
