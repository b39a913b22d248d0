// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What a program may write to name a SQLite file.
#pragma once

#include <string>
#include <string_view>

#include "retort/status.hpp"

namespace retort::sqlite {

// A path or URL to the name that SQLite opens.
Status to_file_name(std::string_view path_or_url, std::string& file);

}  // namespace retort::sqlite
