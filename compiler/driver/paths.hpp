// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Paths as texts: absolute for depfiles, relative to a root in everything that is generated.
#pragma once

#include <string>
#include <string_view>

namespace retort::compiler::driver {

std::string absolute_path(const std::string& path);

// "migrations" of "migrations/"; "/" stays.
std::string without_trailing_slash(std::string_view path);

// The path below `root` (absolute). A file that lies elsewhere is shown below the last part of
// `directory`, its folder, so that no machine's layout gets into generated code.
std::string shown_path(const std::string& path, const std::string& root,
                       const std::string& directory);

}  // namespace retort::compiler::driver
