// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "driver/depfile.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace retort::compiler::driver {
namespace {

using ::testing::ElementsAreArray;

TEST(Depfile, TargetThenInputs) {
  EXPECT_EQ(render_depfile("/b/app.stamp", {"/s/migrations", "/s/migrations/1.sql"}),
            "/b/app.stamp: \\\n  /s/migrations \\\n  /s/migrations/1.sql\n");
  EXPECT_EQ(render_depfile("/b/app.stamp", {}), "/b/app.stamp:\n");
}

TEST(Depfile, EscapesWhatMakeAndNinjaRead) {
  EXPECT_EQ(render_depfile("/a b/x", {"/a b/c#d", "/e$f", "/g\\h", "/i\\ j"}),
            "/a\\ b/x: \\\n  /a\\ b/c\\#d \\\n  /e$$f \\\n  /g\\h \\\n  /i\\\\\\ j\n");
}

TEST(Depfile, ReadsBackWhatItWrote) {
  const std::vector<std::string> inputs = {
      "/plain",        "/with blank/and  two", "/hash#/x", "/dollar$/$$", "/back\\slash",
      "/back\\ blank", "/two\\\\ more",        "/ünïcode", "/tab\there"};
  EXPECT_THAT(read_depfile(render_depfile("/the target", inputs)), ElementsAreArray(inputs));
}

TEST(Depfile, TakesAnyBytes) {
  EXPECT_TRUE(read_depfile("").empty());
  EXPECT_TRUE(read_depfile("\\").empty());
  EXPECT_TRUE(read_depfile("x:").empty());
  EXPECT_EQ(read_depfile("x: $").size(), 1u);
}

}  // namespace
}  // namespace retort::compiler::driver
