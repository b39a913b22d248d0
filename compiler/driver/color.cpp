// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The environment in, yes or no out.
#include "driver/color.hpp"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace retort::compiler::driver {
namespace {

std::string_view value_of(const char* text) { return text == nullptr ? "" : text; }

}  // namespace

bool decide_color(ColorMode mode, const char* no_color, const char* force, const char* term,
                  bool is_terminal) {
  if (mode != ColorMode::automatic) return mode == ColorMode::always;
  if (!value_of(no_color).empty()) return false;
  if (!value_of(force).empty() && value_of(force) != "0") return true;
  return is_terminal && value_of(term) != "dumb";
}

bool use_color(ColorMode mode) {
  return decide_color(mode, std::getenv("NO_COLOR"), std::getenv("CLICOLOR_FORCE"),
                      std::getenv("TERM"), isatty(STDERR_FILENO) != 0);
}

}  // namespace retort::compiler::driver
