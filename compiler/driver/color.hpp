// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Whether diagnostics are coloured: --color, then NO_COLOR, then CLICOLOR_FORCE, then the terminal.
#pragma once

#include "driver/options.hpp"

namespace retort::compiler::driver {

bool use_color(ColorMode mode);

// The rule without the process around it: the variables' values (null: not set).
bool decide_color(ColorMode mode, const char* no_color, const char* force, const char* term,
                  bool is_terminal);

}  // namespace retort::compiler::driver
