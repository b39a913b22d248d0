// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The release and the generated ABI, as the build knows them.
#pragma once

#include <string>

namespace retort::compiler::driver {

std::string version();       // "0.1.0"
std::string version_text();  // what --version prints; the first line is for machines

}  // namespace retort::compiler::driver
