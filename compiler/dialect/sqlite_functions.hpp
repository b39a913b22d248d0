// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// In which release SQLite got a function.
#pragma once

#include <optional>
#include <string_view>

namespace retort::compiler::dialect {

// "3.48" for "if"; nothing where the name is not one of SQLite's own that came after 3.37, the
// oldest release that retort supports. Case does not count.
std::optional<std::string_view> sqlite_function_since(std::string_view name);

// Whether release `version` ("3.48") is newer than `number`, as sqlite3_libversion_number() counts.
bool newer_than_sqlite(std::string_view version, int number);

}  // namespace retort::compiler::dialect
