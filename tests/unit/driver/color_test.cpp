// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "driver/color.hpp"

#include <gtest/gtest.h>

namespace retort::compiler::driver {
namespace {

TEST(Color, OptionWinsOverEverything) {
  EXPECT_TRUE(decide_color(ColorMode::always, "1", "0", "dumb", false));
  EXPECT_FALSE(decide_color(ColorMode::never, nullptr, "1", "xterm", true));
}

TEST(Color, NoColorWinsOverForce) {
  EXPECT_FALSE(decide_color(ColorMode::automatic, "1", "1", "xterm", true));
  EXPECT_TRUE(decide_color(ColorMode::automatic, "", "1", "xterm", false))
      << "empty does not count";
}

TEST(Color, ForceCountsUnlessEmptyOrZero) {
  EXPECT_TRUE(decide_color(ColorMode::automatic, nullptr, "1", "dumb", false));
  EXPECT_FALSE(decide_color(ColorMode::automatic, nullptr, "0", "xterm", false));
  EXPECT_FALSE(decide_color(ColorMode::automatic, nullptr, "", "xterm", false));
}

TEST(Color, ElseTheTerminalDecides) {
  EXPECT_TRUE(decide_color(ColorMode::automatic, nullptr, nullptr, "xterm", true));
  EXPECT_TRUE(decide_color(ColorMode::automatic, nullptr, nullptr, nullptr, true));
  EXPECT_FALSE(decide_color(ColorMode::automatic, nullptr, nullptr, "xterm", false));
  EXPECT_FALSE(decide_color(ColorMode::automatic, nullptr, nullptr, "dumb", true));
}

}  // namespace
}  // namespace retort::compiler::driver
