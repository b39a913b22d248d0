// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "driver/paths.hpp"

#include <gtest/gtest.h>

namespace retort::compiler::driver {
namespace {

TEST(Paths, AreShownBelowTheRoot) {
  EXPECT_EQ(shown_path("/src/db/migrations/1.sql", "/src", "/src/db/migrations"),
            "db/migrations/1.sql");
  EXPECT_EQ(shown_path("/src/db/./migrations/../m/1.sql", "/src", "/src"), "db/m/1.sql");
}

TEST(Paths, OutsideOfTheRootTheFolderIsKept) {
  EXPECT_EQ(shown_path("/elsewhere/sql/sub/1.sql", "/src", "/elsewhere/sql"), "sql/sub/1.sql");
  EXPECT_EQ(shown_path("/elsewhere/1.sql", "/src", "/src/migrations"), "1.sql");
  EXPECT_EQ(shown_path("/source/1.sql", "/src", "/source"), "source/1.sql") << "no half names";
}

TEST(Paths, TrailingSlashes) {
  EXPECT_EQ(without_trailing_slash("migrations//"), "migrations");
  EXPECT_EQ(without_trailing_slash("/"), "/");
  EXPECT_EQ(absolute_path("/a/b/../c/"), "/a/c");
  EXPECT_EQ(absolute_path(""), absolute_path("."));
}

}  // namespace
}  // namespace retort::compiler::driver
