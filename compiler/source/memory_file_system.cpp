// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The in-memory twin of the disk, for tests and fuzzers.
#include <map>

#include "source/file_system.hpp"

namespace retort::compiler::source {

FileKind MemoryFileSystem::kind(const std::string& path) {
  if (files_.count(path) != 0) return FileKind::file;
  if (directories_.count(path) != 0) return FileKind::directory;
  const std::string prefix = join(path, "");
  const auto below = files_.lower_bound(prefix);
  const bool is_parent =
      below != files_.end() && below->first.compare(0, prefix.size(), prefix) == 0;
  return is_parent ? FileKind::directory : FileKind::missing;
}

Result<std::string> MemoryFileSystem::read(const std::string& path) {
  if (const auto denied = denied_.find(path); denied != denied_.end()) {
    return {std::nullopt, denied->second};
  }
  const auto file = files_.find(path);
  if (file == files_.end()) {
    return {std::nullopt,
            kind(path) == FileKind::directory ? "Is a directory" : "No such file or directory"};
  }
  return {file->second, {}};
}

Result<std::vector<DirectoryEntry>> MemoryFileSystem::list(const std::string& path) {
  if (const auto denied = denied_.find(path); denied != denied_.end()) {
    return {std::nullopt, denied->second};
  }
  if (kind(path) != FileKind::directory) return {std::nullopt, "No such file or directory"};
  const std::string prefix = join(path, "");
  std::map<std::string, FileKind> found;
  const auto collect = [&](const std::string& name, FileKind leaf) {
    if (name.compare(0, prefix.size(), prefix) != 0) return;
    const auto slash = name.find('/', prefix.size());
    const std::string entry = name.substr(prefix.size(), slash - prefix.size());
    if (!entry.empty()) found[entry] = slash == std::string::npos ? leaf : FileKind::directory;
  };
  for (const auto& file : files_) collect(file.first, FileKind::file);
  for (const auto& directory : directories_) collect(directory.first, FileKind::directory);
  std::vector<DirectoryEntry> entries;
  for (const auto& [name, kind] : found) entries.push_back({name, kind});
  return {std::move(entries), {}};
}

std::string MemoryFileSystem::write(const std::string& path, std::string_view bytes) {
  files_[path] = std::string(bytes);
  return {};
}

std::string MemoryFileSystem::remove(const std::string& path) {
  files_.erase(path);
  return {};
}

}  // namespace retort::compiler::source
