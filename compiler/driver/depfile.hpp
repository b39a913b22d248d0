// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The dependency file that Ninja and Make read: "target: input input …".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace retort::compiler::driver {

// Blanks, '#' and '$' are escaped as both tools (and CMake between them) understand it.
std::string render_depfile(const std::string& target, const std::vector<std::string>& inputs);

// The inputs of a depfile that render_depfile() wrote.
std::vector<std::string> read_depfile(std::string_view text);

}  // namespace retort::compiler::driver
