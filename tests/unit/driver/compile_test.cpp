// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The discipline of `compile` towards build systems: which files exist when, with which time.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>

#include "driver/depfile.hpp"
#include "run.hpp"

namespace retort::test {
namespace {

namespace fs = std::filesystem;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class Compile : public ::testing::Test {
 protected:
  Compile() {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    root_ = fs::path(::testing::TempDir()) / (std::string("retort compile ") + info->name());
    fs::remove_all(root_);
    fs::create_directories(root_ / "migrations");
    put("0001_a.sql", migration("a1", ""));
    put("0002_b.sql", migration("b2", "a1"));
  }
  ~Compile() override { fs::remove_all(root_); }

  void put(const std::string& name, const std::string& text) {
    std::ofstream(root_ / "migrations" / name, std::ios::binary) << text;
  }

  Outcome compile(std::vector<std::string> more = {}) {
    std::vector<std::string> words = {"compile",
                                      (root_ / "migrations").string(),
                                      "--name=app",
                                      "--root=" + root_.string(),
                                      "--output-dir=" + (root_ / "out").string(),
                                      "--color=never"};
    words.insert(words.end(), more.begin(), more.end());
    compiler::source::RealFileSystem disk;
    return run_tool(disk, words);
  }

  fs::path out(const std::string& name) const { return root_ / "out" / name; }
  std::string text(const fs::path& path) const {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  // Makes a file look older, so that a new time shows.
  void age(const fs::path& path) {
    fs::last_write_time(path, fs::last_write_time(path) - std::chrono::hours(1));
  }

  fs::path root_;
  const std::vector<std::string> outputs_ = {"app.cpp", "app.json", "app.d",
                                             "include/app/migrations.hpp"};
};

TEST_F(Compile, SucceedsInSilence) {
  const Outcome outcome = compile();
  EXPECT_EQ(outcome.code, 0);
  EXPECT_EQ(outcome.out, "");
  EXPECT_EQ(outcome.err, "");
  EXPECT_THAT(text(out("app.cpp")), HasSubstr("migrations/0002_b.sql"));
  EXPECT_THAT(text(out("app.cpp")), ::testing::Not(HasSubstr(root_.string())));
}

TEST_F(Compile, VerboseSaysWhatWasDone) {
  EXPECT_EQ(compile({"-v"}).out, "app: 2 revisions, head b2, 4 files written\n");
  EXPECT_EQ(compile({"-v"}).out, "app: 2 revisions, head b2, 0 files written\n");
}

TEST_F(Compile, AllFilesOfARunHaveOneTime) {
  ASSERT_EQ(compile().code, 0);
  for (const std::string& name : outputs_) {
    EXPECT_EQ(fs::last_write_time(out(name)), fs::last_write_time(out("app.stamp"))) << name;
  }
  EXPECT_FALSE(fs::exists(out("app.stamp.tmp")));
}

TEST_F(Compile, WhatDoesNotChangeIsNotTouched) {
  ASSERT_EQ(compile().code, 0);
  for (const std::string& name : outputs_) age(out(name));
  age(out("app.stamp"));
  const auto before = fs::last_write_time(out("app.cpp"));
  ASSERT_EQ(compile().code, 0);
  for (const std::string& name : outputs_)
    EXPECT_EQ(fs::last_write_time(out(name)), before) << name;
  EXPECT_GT(fs::last_write_time(out("app.stamp")), before);
}

TEST_F(Compile, TheStampIsNoYoungerThanWhatWasRead) {
  ASSERT_EQ(compile().code, 0);
  // An edit during the run has a time behind the start of the run, whenever the outputs are
  // written.
  const auto stamp = fs::last_write_time(out("app.stamp"));
  put("0003_c.sql", migration("c3", "b2"));
  EXPECT_GE(fs::last_write_time(root_ / "migrations" / "0003_c.sql"), stamp);
}

TEST_F(Compile, FailureLeavesNoStaleCode) {
  ASSERT_EQ(compile().code, 0);
  put("0002_b.sql", migration("b2", "nowhere"));
  const Outcome first = compile();
  EXPECT_EQ(first.code, 1);
  EXPECT_THAT(first.err,
              HasSubstr((root_ / "migrations" / "0002_b.sql").string() + ":4:13: error: "));
  EXPECT_FALSE(fs::exists(out("app.stamp")));
  EXPECT_FALSE(fs::exists(out("app.stamp.tmp")));
  EXPECT_FALSE(fs::exists(out("app.cpp")));
  EXPECT_TRUE(fs::exists(out("include/app/migrations.hpp")));
  EXPECT_EQ(compile().err, first.err);
  put("0002_b.sql", migration("b2", "a1"));
  EXPECT_EQ(compile().code, 0);
  EXPECT_TRUE(fs::exists(out("app.stamp")));
  EXPECT_TRUE(fs::exists(out("app.cpp")));
}

TEST_F(Compile, AVanishedFolderFailsEachTime) {
  ASSERT_EQ(compile().code, 0);
  fs::rename(root_ / "migrations", root_ / "away");
  for (int i = 0; i < 2; ++i) {
    const Outcome outcome = compile();
    EXPECT_EQ(outcome.code, 1);
    EXPECT_THAT(outcome.err,
                HasSubstr((root_ / "migrations").string() + ":1:1: error: cannot read "));
  }
  fs::rename(root_ / "away", root_ / "migrations");
  EXPECT_EQ(compile().code, 0);
}

TEST_F(Compile, DepfileListsEverythingReadAndScanned) {
  const std::string folder = (root_ / "migrations").string();
  ASSERT_EQ(compile().code, 0);
  EXPECT_THAT(compiler::driver::read_depfile(text(out("app.d"))),
              ElementsAre(folder, folder + "/0001_a.sql", folder + "/0002_b.sql"));
  EXPECT_THAT(text(out("app.d")), HasSubstr("retort\\ compile\\ Depfile"));

  std::ofstream(root_ / "app.lock") << "";
  ASSERT_EQ(compile({"--lock-file=" + (root_ / "app.lock").string()}).code, 0);
  EXPECT_THAT(compiler::driver::read_depfile(text(out("app.d"))),
              ElementsAre((root_ / "app.lock").string(), folder, folder + "/0001_a.sql",
                          folder + "/0002_b.sql"));
}

TEST_F(Compile, TheFolderStandsInForAnAbsentLock) {
  const std::string folder = (root_ / "migrations").string();
  ASSERT_EQ(compile({"--lock-file=" + (root_ / "app.lock").string()}).code, 0);
  EXPECT_THAT(compiler::driver::read_depfile(text(out("app.d"))),
              ElementsAre(root_.string(), folder, folder + "/0001_a.sql", folder + "/0002_b.sql"));
}

TEST_F(Compile, AnInputThatIsGoneAsksForAConfigure) {
  const std::string forget = "--forget-file=" + out("app.forget").string();
  put("0003_c.sql", migration("c3", "b2"));
  ASSERT_EQ(compile({forget}).code, 0);
  EXPECT_FALSE(fs::exists(out("app.forget")));
  fs::remove(root_ / "migrations" / "0003_c.sql");
  ASSERT_EQ(compile({forget}).code, 0);
  EXPECT_EQ(text(out("app.forget")), (root_ / "migrations" / "0003_c.sql").string() + "\n");
  age(out("app.forget"));
  const auto before = fs::last_write_time(out("app.forget"));
  ASSERT_EQ(compile({forget}).code, 0);
  EXPECT_EQ(fs::last_write_time(out("app.forget")), before) << "nothing is gone any more";
}

TEST_F(Compile, SarifIsWrittenOnFailureToo) {
  const std::string sarif = "--sarif=" + (root_ / "out" / "app.sarif").string();
  ASSERT_EQ(compile({sarif}).code, 0);
  EXPECT_EQ(fs::last_write_time(out("app.sarif")), fs::last_write_time(out("app.stamp")));
  put("0002_b.sql", migration("b2", "nowhere"));
  ASSERT_EQ(compile({sarif}).code, 1);
  EXPECT_THAT(text(out("app.sarif")), HasSubstr("\"uri\": \"migrations/0002_b.sql\""));
  EXPECT_THAT(text(out("app.sarif")), HasSubstr("unknown-revision"));
}

TEST_F(Compile, OtherChainsAreReadFromTheirManifests) {
  ASSERT_EQ(compile().code, 0);
  const std::string manifest = out("app.json").string();
  fs::create_directories(root_ / "other");
  const auto other = [&](const std::string& revision) {
    std::ofstream(root_ / "other" / "1.sql")
        << "-- x\n-- Revision ID: o1\n-- Revises:\n-- Depends on: app@" << revision
        << "\n\n-- migrate:up\nCREATE TABLE o (x int);\n\n-- migrate:down\nDROP TABLE o;\n";
    compiler::source::RealFileSystem disk;
    return run_tool(disk,
                    {"compile", (root_ / "other").string(), "--name=other", "--color=never",
                     "--output-dir=" + (root_ / "out2").string(), "--depends-on=" + manifest});
  };
  EXPECT_EQ(other("b2").err, "");
  EXPECT_THAT(compiler::driver::read_depfile(text(root_ / "out2" / "other.d")),
              ::testing::Contains(manifest));
  EXPECT_EQ(other("zz").code, 1);
  fs::remove(manifest);
  EXPECT_THAT(other("b2").err, HasSubstr(manifest + ":1:1: error: cannot read "));
}

TEST_F(Compile, AnOutputThatCannotBeWrittenFails) {
  std::ofstream(root_ / "out") << "a file where the folder should be";
  const Outcome outcome = compile();
  EXPECT_EQ(outcome.code, 1);
  EXPECT_THAT(outcome.err, HasSubstr("error: cannot write "));
}

}  // namespace
}  // namespace retort::test
