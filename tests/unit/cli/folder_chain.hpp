// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain compiled from texts in memory, and one command line over it.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "diag/render.hpp"
#include "lower/lower.hpp"
#include "retort/cli.hpp"

namespace retort::test {

using Files = std::map<std::string, std::string>;

// One table per revision, each the parent of the next.
inline Files table_files(const std::vector<std::string>& ids) {
  Files files;
  std::string parent;
  for (const std::string& id : ids) {
    files[id + ".sql"] = "-- Make " + id + "\n-- Revision ID: " + id + "\n-- Revises: " + parent +
                         "\n\n-- migrate:up\nCREATE TABLE t_" + id +
                         " (x text DEFAULT 'it''s');\n" + "INSERT INTO t_" + id + " (x) VALUES ('" +
                         id + "');\n\n-- migrate:down\n" + "DROP TABLE t_" + id + ";\n";
    parent = id;
  }
  return files;
}

class FolderChain {
 public:
  explicit FolderChain(const std::vector<std::string>& ids, const std::string& default_url = {})
      : FolderChain(table_files(ids), {Engine::sqlite}, default_url) {}

  FolderChain(const Files& texts, const std::vector<Engine>& engines,
              const std::string& default_url = {}, const std::string& layout = "retort") {
    compiler::source::MemoryFileSystem files;
    for (const auto& [name, text] : texts) files.put("migrations/" + name, text);
    compiler::chain::LoadOptions options;
    options.name = "app";
    options.engines = engines;
    options.layout = layout;
    chain_ = compiler::chain::load(options, files, sources_, diagnostics_);
    compiled_ = compiler::lower::lower(chain_, {default_url}, diagnostics_);
    EXPECT_EQ(compiler::diag::render_gnu(diagnostics_, sources_), "");
  }

  const Chain& view() const { return compiled_.view(); }

 private:
  // A warning that every chain of layout alembic-sql gets.
  static compiler::diag::WarningOptions without_alembic_python() {
    compiler::diag::WarningOptions options;
    EXPECT_EQ(options.add("-Wno-alembic-python"), "");
    return options;
  }

  compiler::source::SourceFiles sources_;
  compiler::diag::Diagnostics diagnostics_{without_alembic_python()};
  compiler::chain::Chain chain_;
  compiler::lower::CompiledChain compiled_;
};

struct CliOutcome {
  int code = -1;
  std::string out, err;
};

inline CliOutcome run_cli(const Chain& chain, std::vector<std::string> words,
                          const cli::Setup& setup = {}) {
  words.insert(words.begin(), "/opt/bin/app-migrate");
  std::vector<char*> argv;
  for (std::string& word : words) argv.push_back(word.data());
  ::testing::internal::CaptureStdout();
  ::testing::internal::CaptureStderr();
  CliOutcome outcome;
  outcome.code = cli::run(static_cast<int>(argv.size()), argv.data(), chain, setup);
  outcome.out = ::testing::internal::GetCapturedStdout();
  outcome.err = ::testing::internal::GetCapturedStderr();
  return outcome;
}

// A database file that is gone afterwards.
class TemporaryFile {
 public:
  explicit TemporaryFile(const std::string& suffix = {}) {
    const auto* info = ::testing::UnitTest::GetInstance()->current_test_info();
    path_ = std::filesystem::path(::testing::TempDir()) /
            (std::string("retort_cli_") + info->name() + suffix);
    clean();
  }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;
  ~TemporaryFile() { clean(); }

  std::string path() const { return path_.string(); }
  std::string url() const { return "--url=sqlite:" + path_.string(); }

 private:
  void clean() {
    for (const char* suffix : {"", "-journal", "-wal", "-shm"}) {
      std::filesystem::remove(path_.string() + suffix);
    }
  }
  std::filesystem::path path_;
};

}  // namespace retort::test
