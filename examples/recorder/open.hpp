// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Opens the database and brings it to the head of the chain that this program was built with.
#pragma once

#include <retort/sqlite.hpp>

namespace recorder {

// `url` may be null or empty: then the chain's own DEFAULT_URL is taken, and its folder is made.
// On failure says why in one line on stderr and returns false; the database is then as it was.
bool open_and_upgrade(retort::sqlite::Database& database, const retort::Chain& chain,
                      const char* url);

}  // namespace recorder
