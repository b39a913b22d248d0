// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// One set of expectations for the disk and its in-memory twin.
#include "source/file_system.hpp"

#include <gmock/gmock.h>

#include <cstdlib>
#include <filesystem>

namespace retort::compiler::source {
namespace {

using testing::ElementsAre;

class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string name = testing::TempDir() + "retort-fs-XXXXXX";
    path_ = mkdtemp(name.data()) == nullptr ? std::string() : name;
  }
  ~TemporaryDirectory() { std::filesystem::remove_all(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::vector<std::string> names(const std::vector<DirectoryEntry>& entries) {
  std::vector<std::string> result;
  for (const auto& entry : entries) result.push_back(entry.name);
  return result;
}

void expect_common_behaviour(FileSystem& fs, const std::string& root) {
  EXPECT_EQ(fs.write(join(root, "b.sql"), "two"), "");
  EXPECT_EQ(fs.write(join(root, "a.sql"), "one"), "");
  EXPECT_EQ(fs.write(join(root, "sub/c.sql"), "three"), "");
  EXPECT_EQ(fs.write(join(root, "a.sql"), "uno"), "");

  EXPECT_EQ(fs.kind(root), FileKind::directory);
  EXPECT_EQ(fs.kind(join(root, "a.sql")), FileKind::file);
  EXPECT_EQ(fs.kind(join(root, "sub")), FileKind::directory);
  EXPECT_EQ(fs.kind(join(root, "none")), FileKind::missing);

  EXPECT_EQ(fs.read(join(root, "a.sql")).value, "uno");
  EXPECT_EQ(fs.read(join(root, "none")).error, "No such file or directory");
  EXPECT_EQ(fs.read(root).error, "Is a directory");
  const auto listed = fs.list(root);
  ASSERT_TRUE(listed);
  EXPECT_THAT(names(*listed.value), ElementsAre("a.sql", "b.sql", "sub"));
  EXPECT_EQ(fs.list(join(root, "none")).error, "No such file or directory");

  EXPECT_EQ(fs.remove(join(root, "b.sql")), "");
  EXPECT_EQ(fs.remove(join(root, "b.sql")), "");
  EXPECT_EQ(fs.kind(join(root, "b.sql")), FileKind::missing);
}

TEST(FileSystem, Disk) {
  const TemporaryDirectory root;
  ASSERT_FALSE(root.path().empty());
  RealFileSystem fs;
  expect_common_behaviour(fs, root.path());
}

TEST(FileSystem, Memory) {
  MemoryFileSystem fs;
  fs.make_directory("root");
  expect_common_behaviour(fs, "root");
}

TEST(FileSystem, WriteLeavesNoTemporaryFileBehind) {
  const TemporaryDirectory root;
  RealFileSystem fs;
  // The target is a folder: the rename fails after the temporary file was written.
  std::filesystem::create_directory(join(root.path(), "taken"));
  std::filesystem::create_directory(join(root.path(), "taken/inside"));
  EXPECT_NE(fs.write(join(root.path(), "taken"), "x"), "");
  const auto listed = fs.list(root.path());
  ASSERT_TRUE(listed);
  EXPECT_THAT(names(*listed.value), ElementsAre("taken"));
}

TEST(FileSystem, MemoryDenies) {
  MemoryFileSystem fs;
  fs.put("m/a.sql", "x");
  fs.deny("m/a.sql", "Permission denied");
  EXPECT_EQ(fs.read("m/a.sql").error, "Permission denied");
}

TEST(FileSystem, RecordingRemembersWhatExisted) {
  MemoryFileSystem inner;
  inner.put("m/a.sql", "x");
  RecordingFileSystem fs(inner);
  (void)fs.list("m");
  (void)fs.read("m/a.sql");
  (void)fs.read("m/a.sql");
  (void)fs.read("m/retort.lock");
  EXPECT_THAT(fs.seen(), ElementsAre("m", "m/a.sql"));
}

TEST(Paths, JoinBaseAndDirectory) {
  EXPECT_EQ(join("a", "b"), "a/b");
  EXPECT_EQ(join("a/", "b"), "a/b");
  EXPECT_EQ(join("", "b"), "b");
  EXPECT_EQ(join("a", "/b"), "/b");
  EXPECT_EQ(base_name("a/b.sql"), "b.sql");
  EXPECT_EQ(base_name("b.sql"), "b.sql");
  EXPECT_EQ(directory_name("a/b.sql"), "a");
  EXPECT_EQ(directory_name("/b.sql"), "/");
  EXPECT_EQ(directory_name("b.sql"), "");
}

}  // namespace
}  // namespace retort::compiler::source
