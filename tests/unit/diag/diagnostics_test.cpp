// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Collecting, waiving, sorting.
#include "diag/diagnostics.hpp"

#include <gmock/gmock.h>

namespace retort::compiler::diag {
namespace {

TEST(Diagnostics, ArgumentsFillTheText) {
  Diagnostics diagnostics;
  diagnostics.report(Kind::cannot_read, {1, 0, 0}, {"a.sql", "Permission {0} denied"});
  EXPECT_EQ(diagnostics.sorted()[0]->text, "cannot read 'a.sql': Permission {0} denied");
}

TEST(Diagnostics, SortedByPlaceAndEachOnce) {
  Diagnostics diagnostics;
  diagnostics.report(Kind::unknown_revision, {2, 5, 6}, {"b"});
  diagnostics.report(Kind::unknown_revision, {1, 9, 10}, {"c"});
  diagnostics.report(Kind::unknown_revision, {1, 2, 3}, {"a"});
  diagnostics.report(Kind::unknown_revision, {1, 2, 3}, {"a"});
  const auto sorted = diagnostics.sorted();
  ASSERT_EQ(sorted.size(), 3u);
  EXPECT_EQ(sorted[0]->text, "unknown parent 'a'");
  EXPECT_EQ(sorted[1]->text, "unknown parent 'c'");
  EXPECT_EQ(sorted[2]->text, "unknown parent 'b'");
  EXPECT_EQ(diagnostics.error_count(), 3u);
}

TEST(Diagnostics, AFlagThatIsOffLeavesNoTrace) {
  WarningOptions options;
  ASSERT_EQ(options.add("-Wno-missing-down"), "");
  Diagnostics diagnostics(options);
  diagnostics.report(Kind::missing_down, {1, 0, 1}, {"a", "sqlite"}).help("x").note({1, 0, 0}, "y");
  EXPECT_TRUE(diagnostics.sorted().empty());
}

TEST(Diagnostics, WaiverCoversItsRangeOnly) {
  Diagnostics diagnostics;
  diagnostics.add_waiver({{1, 0, 5}, {1, 10, 20}, "missing-down", "tiny table", false});
  diagnostics.report(Kind::missing_down, {1, 12, 13}, {"a", "sqlite"});
  diagnostics.report(Kind::missing_down, {1, 30, 31}, {"b", "sqlite"});
  const auto sorted = diagnostics.sorted();
  ASSERT_EQ(sorted.size(), 2u);
  EXPECT_EQ(sorted[0]->waived, "tiny table");
  EXPECT_EQ(sorted[1]->waived, "");
  EXPECT_EQ(diagnostics.warning_count(), 1u);
  diagnostics.report_unused_waivers();
  EXPECT_EQ(diagnostics.sorted().size(), 2u);
}

TEST(Diagnostics, WaiverNeverCoversAHardError) {
  Diagnostics diagnostics;
  diagnostics.add_waiver({{1, 0, 5}, {1, 0, 99}, "multiple-heads", "because", false});
  diagnostics.report(Kind::multiple_heads, {1, 12, 13}, {"text"});
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST(Diagnostics, AWaiverOfAFlagThatIsOffIsUsedAllTheSame) {
  WarningOptions options;
  ASSERT_EQ(options.add("-Wno-missing-down"), "");
  Diagnostics diagnostics(options);
  diagnostics.add_waiver({{1, 0, 5}, {1, 10, 20}, "missing-down", "tiny table", false});
  diagnostics.report(Kind::missing_down, {1, 12, 13}, {"a", "sqlite"});
  diagnostics.report_unused_waivers();
  EXPECT_TRUE(diagnostics.sorted().empty());
}

TEST(Diagnostics, UnusedWaiverIsReported) {
  Diagnostics diagnostics;
  diagnostics.add_waiver({{1, 0, 5}, {1, 10, 20}, "missing-down", "reason", false});
  diagnostics.report_unused_waivers();
  ASSERT_EQ(diagnostics.sorted().size(), 1u);
  EXPECT_EQ(diagnostics.sorted()[0]->text, "this waiver of 'missing-down' waives nothing");
}

}  // namespace
}  // namespace retort::compiler::diag
