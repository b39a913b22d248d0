// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// SQLite's result codes as Status.
#pragma once

#include "retort/status.hpp"

struct sqlite3;

namespace retort::sqlite {

// The Status for the connection's last error, with SQLite's own message.
Status last_error(sqlite3* connection);

// The byte in the text of the last prepared statement that the last error is about; negative:
// unknown.
int error_offset(sqlite3* connection) noexcept;

}  // namespace retort::sqlite
