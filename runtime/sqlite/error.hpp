// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// SQLite's result codes as Status.
#pragma once

#include <string_view>

#include "retort/status.hpp"

struct sqlite3;

namespace retort::sqlite {

// The Status for the connection's last error. `context` stands before the engine's message, with ":
// " between them, unless it is empty.
Status last_error(sqlite3* connection, std::string_view context = {});

// The byte in the text of the last prepared statement that the last error is about; negative:
// unknown.
int error_offset(sqlite3* connection) noexcept;

}  // namespace retort::sqlite
