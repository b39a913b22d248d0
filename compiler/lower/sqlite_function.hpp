// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: functions of portable SQL on SQLite.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace retort::compiler::lower {

struct Argument {
  std::string text;     // as SQLite gets it
  std::string literal;  // the value of a literal: 'day' is day, 3 is 3; else empty
};

struct FunctionText {
  std::string text;     // empty: see `refused`
  std::string refused;  // "function 'md5' has no SQLite form"
  std::string help;
};

// `name` in lower case.
FunctionText sqlite_function(std::string_view name, const std::vector<Argument>& arguments);

// now() and the functions that are another name or moment of it; SQLite has one clock.
bool is_clock(std::string_view name);

// The clock and random values, as SQLite expressions.
extern const std::string_view sqlite_now;
extern const std::string_view sqlite_uuid;

}  // namespace retort::compiler::lower
