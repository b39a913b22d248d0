// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// All that a program has to do to upgrade itself: open, upgrade, look at the status. The rest of
// this file is talk: what it says while it works and why it stops.
#include "open.hpp"

#include <cstdio>
#include <filesystem>
#include <retort/progress.hpp>
#include <string>

namespace recorder {
namespace {

constexpr std::string_view default_folder = "data";

// The URL is not repeated: it may hold a password, and the message names the file.
bool fail(const retort::Status& status) {
  std::fprintf(stderr, "recorder: %s\n", status.to_string().c_str());
  return false;
}

}  // namespace

bool open_and_upgrade(retort::sqlite::Database& database, const retort::Chain& chain,
                      const char* url) {
  std::string_view target = url == nullptr ? "" : url;
  if (target.empty()) {
    target = chain.default_url;
    std::error_code ignored;  // what went wrong shows when the file is opened
    std::filesystem::create_directories(default_folder, ignored);
  }
  if (const retort::Status status = database.open(target); !status.ok()) {
    return fail(status);
  }
  retort::ProgressBar progress;  // a bar on a terminal, a line per revision elsewhere
  retort::Options options;
  options.observer = &progress;
  options.applied_by = "recorder";
  const retort::Status status = retort::upgrade(database, chain, options);
  progress.finish();
  return status.ok() || fail(status);
}

}  // namespace recorder
