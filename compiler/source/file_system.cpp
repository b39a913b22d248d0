// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The disk as a FileSystem, and what is common to every FileSystem.
#include "source/file_system.hpp"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

#include "source/source_file.hpp"

namespace retort::compiler::source {
namespace fs = std::filesystem;
namespace {

FileKind kind_of(const fs::file_status& status) {
  switch (status.type()) {
    case fs::file_type::regular:
      return FileKind::file;
    case fs::file_type::directory:
      return FileKind::directory;
    case fs::file_type::not_found:
      return FileKind::missing;
    default:
      return FileKind::other;
  }
}

std::string last_error() { return std::generic_category().message(errno); }

}  // namespace

FileKind RealFileSystem::kind(const std::string& path) {
  std::error_code error;
  return kind_of(fs::status(path, error));
}

Result<std::string> RealFileSystem::read(const std::string& path) {
  std::error_code error;
  const auto status = fs::status(path, error);
  if (kind_of(status) == FileKind::directory) return {std::nullopt, "Is a directory"};
  const auto size = kind_of(status) == FileKind::file ? fs::file_size(path, error) : 0;
  if (size > max_file_size) return {std::nullopt, "file is larger than 64 MiB"};
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  if (!in) return {std::nullopt, last_error()};
  std::string bytes(static_cast<std::size_t>(size), '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(size));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return {std::nullopt, last_error()};
  return {std::move(bytes), {}};
}

Result<std::vector<DirectoryEntry>> RealFileSystem::list(const std::string& path) {
  std::error_code error;
  fs::directory_iterator it(path, error);
  if (error) return {std::nullopt, error.message()};
  std::vector<DirectoryEntry> entries;
  for (; it != fs::directory_iterator(); it.increment(error)) {
    if (error) return {std::nullopt, error.message()};
    std::error_code ignored;  // a dangling link is FileKind::missing, not a failure of the listing
    entries.push_back({it->path().filename().string(), kind_of(it->status(ignored))});
  }
  std::sort(entries.begin(), entries.end(),
            [](const auto& a, const auto& b) { return a.name < b.name; });
  return {std::move(entries), {}};
}

std::string RealFileSystem::write(const std::string& path, std::string_view bytes) {
  std::error_code error;
  const auto parent = fs::path(path).parent_path();
  if (!parent.empty()) fs::create_directories(parent, error);
  if (error) return error.message();
  const std::string temporary = path + ".tmp";
  {
    errno = 0;
    std::ofstream out(temporary, std::ios::binary | std::ios::trunc);
    out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    out.flush();
    if (!out) {
      std::string reason = last_error();
      fs::remove(temporary, error);
      return reason;
    }
  }
  fs::rename(temporary, path, error);
  if (!error) return {};
  std::string reason = error.message();
  fs::remove(temporary, error);
  return reason;
}

std::string RealFileSystem::remove(const std::string& path) {
  std::error_code error;
  fs::remove(path, error);
  return error ? error.message() : std::string();
}

void RecordingFileSystem::remember(const std::string& path) {
  if (known_.insert(path).second) seen_.push_back(path);
}

Result<std::string> RecordingFileSystem::read(const std::string& path) {
  auto result = inner_.read(path);
  if (result || inner_.kind(path) != FileKind::missing) remember(path);
  return result;
}

Result<std::vector<DirectoryEntry>> RecordingFileSystem::list(const std::string& path) {
  auto result = inner_.list(path);
  if (result) remember(path);
  return result;
}

std::string join(std::string_view directory, std::string_view name) {
  if (directory.empty() || (!name.empty() && name.front() == '/')) return std::string(name);
  std::string path(directory);
  if (path.back() != '/') path.push_back('/');
  return path.append(name);
}

std::string_view base_name(std::string_view path) {
  const auto slash = path.rfind('/');
  return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view directory_name(std::string_view path) {
  const auto slash = path.rfind('/');
  if (slash == std::string_view::npos) return {};
  return slash == 0 ? path.substr(0, 1) : path.substr(0, slash);
}

}  // namespace retort::compiler::source
