// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include "chain/glob.hpp"

#include <gtest/gtest.h>

#include <string>

namespace retort::compiler::chain {
namespace {

TEST(Glob, plain_text_fits_itself) {
  EXPECT_TRUE(glob_match("", ""));
  EXPECT_TRUE(glob_match("a/b.sql", "a/b.sql"));
  EXPECT_FALSE(glob_match("a", "ab"));
  EXPECT_FALSE(glob_match("ab", "a"));
  EXPECT_FALSE(glob_match("", "a"));
}

TEST(Glob, a_star_stays_in_its_folder) {
  EXPECT_TRUE(glob_match("*.sql", "x.sql"));
  EXPECT_TRUE(glob_match("*.sql", ".sql"));
  EXPECT_FALSE(glob_match("*.sql", "a/x.sql"));
  EXPECT_TRUE(glob_match("a/*/x.sql", "a/b/x.sql"));
  EXPECT_FALSE(glob_match("a/*/x.sql", "a/b/c/x.sql"));
  EXPECT_TRUE(glob_match("a*b*c", "a--b--b--c"));
}

TEST(Glob, a_question_mark_is_one_byte_but_a_slash) {
  EXPECT_TRUE(glob_match("000?.sql", "0001.sql"));
  EXPECT_FALSE(glob_match("000?.sql", "000.sql"));
  EXPECT_FALSE(glob_match("a?b", "a/b"));
}

TEST(Glob, two_stars_cross_folders) {
  EXPECT_TRUE(glob_match("**", "a/b/c"));
  EXPECT_TRUE(glob_match("a/**", "a/b/c"));
  EXPECT_FALSE(glob_match("a/**", "ab"));
  EXPECT_TRUE(glob_match("**/x.sql", "x.sql"));
  EXPECT_TRUE(glob_match("**/x.sql", "a/b/x.sql"));
  EXPECT_FALSE(glob_match("**/x.sql", "a/yx.sql"));
  EXPECT_FALSE(glob_match("**/x.sql", "yx.sql"));
  EXPECT_TRUE(glob_match("a/**/b", "a/b"));
  EXPECT_TRUE(glob_match("a/**/b", "a/x/y/b"));
  EXPECT_FALSE(glob_match("a/**/b", "a/xb"));
}

TEST(Glob, hostile_patterns_do_not_explode) {
  std::string pattern;
  for (int i = 0; i < 500; ++i) pattern += "*a";
  EXPECT_FALSE(glob_match(pattern + "b", std::string(2000, 'a')));
  EXPECT_TRUE(glob_match(pattern, std::string(2000, 'a')));
}

}  // namespace
}  // namespace retort::compiler::chain
