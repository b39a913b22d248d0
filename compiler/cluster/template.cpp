// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Folders copied and renamed: what is there under its final name is complete, and several processes
// at once do no harm.
#include "cluster/template.hpp"

#include <unistd.h>

#include <filesystem>
#include <system_error>

namespace retort::compiler::cluster {
namespace fs = std::filesystem;
namespace {

// Raised whenever what initdb is told changes.
constexpr const char* kind = "1";

std::string place_of(const std::string& directory, const std::string& version) {
  return directory + "/initdb-" + version + "-" + kind;
}

bool give(const fs::path& path, uid_t uid, gid_t gid) {
  if (uid == 0) return true;
  bool given = lchown(path.c_str(), uid, gid) == 0;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(path, error)) {
    given = given && lchown(entry.path().c_str(), uid, gid) == 0;
  }
  return given && !error;
}

}  // namespace

bool copy_template(const std::string& directory, const std::string& version,
                   const std::string& data, uid_t uid, gid_t gid) {
  const std::string place = place_of(directory, version);
  std::error_code error;
  if (!fs::exists(place + "/PG_VERSION", error)) return false;
  fs::copy(place, data, fs::copy_options::recursive, error);
  if (!error) fs::permissions(data, fs::perms::owner_all, error);
  if (!error && give(data, uid, gid)) return true;
  fs::remove_all(data, error);
  return false;
}

void keep_template(const std::string& directory, const std::string& version,
                   const std::string& data) {
  const std::string place = place_of(directory, version);
  const std::string temporary = place + "." + std::to_string(getpid());
  std::error_code error;
  fs::create_directories(directory, error);
  if (!error) fs::copy(data, temporary, fs::copy_options::recursive, error);
  if (!error) fs::rename(temporary, place, error);
  if (error) fs::remove_all(temporary, error);
}

}  // namespace retort::compiler::cluster
