// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Who holds the lock of a SQLite file.
#pragma once

#include <string>

namespace retort::sqlite {

// "pid 4711 (recorder), running for 35 s"; empty where the system does not tell.
std::string find_holder(const char* database_file);

}  // namespace retort::sqlite
