// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Normalisation and positions of SourceFile.
#include "source/source_file.hpp"

#include <gmock/gmock.h>

namespace retort::compiler::source {
namespace {

SourceFile file(std::string_view bytes) { return SourceFile(1, "a.sql", bytes); }

TEST(SourceFile, BomAndCrlfAreGone) {
  EXPECT_EQ(file("\xEF\xBB\xBFselect 1;\r\nselect 2;\r\n").text(), "select 1;\nselect 2;\n");
}

TEST(SourceFile, LoneCarriageReturnStays) { EXPECT_EQ(file("a\rb\r\nc\r").text(), "a\rb\nc\r"); }

TEST(SourceFile, ColumnsCountCodePointsAndTabsAsOne) {
  const SourceFile f = file("a\n\t\xC3\xA9\xE2\x82\xACx\n");
  const Position x = f.position(static_cast<std::uint32_t>(f.text().find('x')));
  EXPECT_EQ(x.line, 2u);
  EXPECT_EQ(x.column, 4u);
}

TEST(SourceFile, PositionsAtLineStartsAndBeyondTheEnd) {
  const SourceFile f = file("ab\ncd");
  EXPECT_EQ(f.position(0).line, 1u);
  EXPECT_EQ(f.position(2).column, 3u);  // the newline belongs to its line
  EXPECT_EQ(f.position(3).line, 2u);
  EXPECT_EQ(f.position(3).column, 1u);
  EXPECT_EQ(f.position(99).column, 3u);
}

TEST(SourceFile, EmptyTextHasOneLine) {
  const SourceFile f = file("");
  EXPECT_EQ(f.position(0).line, 1u);
  EXPECT_EQ(f.position(0).column, 1u);
  EXPECT_EQ(f.line(1), "");
  EXPECT_EQ(f.line(2), "");
  EXPECT_EQ(f.line(0), "");
}

TEST(SourceFile, LinesAndSlices) {
  const SourceFile f = file("one\ntwo\n\nfour");
  EXPECT_EQ(f.line(2), "two");
  EXPECT_EQ(f.line(3), "");
  EXPECT_EQ(f.line(4), "four");
  EXPECT_EQ(f.slice({1, 4, 7}), "two");
  EXPECT_EQ(f.slice({1, 9, 4}), "");
  EXPECT_EQ(f.slice({1, 50, 60}), "");
}

TEST(SourceFiles, IdsCountFromOneAndReferencesStay) {
  SourceFiles files;
  const SourceFile& first = files.add("a", "1");
  for (int i = 0; i < 100; ++i) files.add("x", "y");
  EXPECT_EQ(first.id(), 1u);
  EXPECT_EQ(files.get(1).text(), "1");
  EXPECT_EQ(&files.get(1), &first);
  EXPECT_EQ(files.size(), 101u);
}

}  // namespace
}  // namespace retort::compiler::source
