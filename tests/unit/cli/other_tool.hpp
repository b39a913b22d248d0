// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A folder and a database of either engine, in which another tool works first and then ours. The
// parameter is the engine's name.
#pragma once

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <utility>

#include "postgres_server.hpp"

namespace retort::test {

class OtherTool : public ::testing::TestWithParam<const char*> {
 protected:
  // `name`: of the folder. `options`: what tells retort where the chain is, and how it is laid out.
  OtherTool(const std::string& name, std::string options)
      : sqlite_(std::string(GetParam()) == "sqlite"), options_(std::move(options)) {
    unsetenv("DATABASE_URL");
    folder_ = std::filesystem::path(::testing::TempDir()) /
              ("retort_" + name + "_" + std::to_string(getpid()));
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    if (!sqlite_) database_ = std::make_unique<TestDatabase>();
    url_ = sqlite_ ? "sqlite:app.db" : database_->url();
  }
  ~OtherTool() override { std::filesystem::remove_all(folder_); }

  void write(const std::string& name, const std::string& text) {
    std::filesystem::create_directories((folder_ / name).parent_path());
    std::ofstream(folder_ / name) << text;
  }
  ShellOutcome in_folder(const std::string& command) {
    return shell("cd '" + folder_.string() + "' && " + command);
  }
  ShellOutcome retort(const std::string& words) {
    return in_folder("'" RETORT_TOOL "' " + words + " " + options_ + " --name app --engine " +
                     GetParam() + " --url '" + url_ + "'");
  }
  std::string sql(const std::string& text) {
    if (database_ != nullptr) return database_->sql(text);
    std::string value = in_folder("sqlite3 app.db \"" + text + "\"").output;
    if (!value.empty() && value.back() == '\n') value.pop_back();
    return value;
  }

  bool sqlite_;
  std::string options_;
  std::filesystem::path folder_;
  std::string url_;
  std::unique_ptr<TestDatabase> database_;
};

}  // namespace retort::test
