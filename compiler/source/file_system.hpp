// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The seam between the compiler and the disk. RealFileSystem is the disk; MemoryFileSystem is its
// twin for tests and fuzzers. Both record nothing: who needs a list of what was read (the depfile)
// wraps one in a RecordingFileSystem.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace retort::compiler::source {

enum class FileKind { missing, file, directory, other };

struct DirectoryEntry {
  std::string name;
  FileKind kind = FileKind::missing;
};

// A value, or the reason why there is none in the system's words ("Permission denied").
template <class T>
struct Result {
  std::optional<T> value;
  std::string error;

  explicit operator bool() const { return value.has_value(); }
};

class FileSystem {
 public:
  FileSystem() = default;
  FileSystem(const FileSystem&) = delete;
  FileSystem& operator=(const FileSystem&) = delete;
  virtual ~FileSystem() = default;

  virtual FileKind kind(const std::string& path) = 0;
  // Files above max_file_size give the error "file is larger than 64 MiB" without being read.
  virtual Result<std::string> read(const std::string& path) = 0;
  // Entries sorted by name as bytes, without "." and "..".
  virtual Result<std::vector<DirectoryEntry>> list(const std::string& path) = 0;
  // Writes a temporary file beside `path`, then renames it: a reader sees the old or the new bytes.
  // Missing parent folders are made. Returns the reason on failure, empty on success.
  virtual std::string write(const std::string& path, std::string_view bytes) = 0;
  // Removing what is not there is success.
  virtual std::string remove(const std::string& path) = 0;
};

class RealFileSystem final : public FileSystem {
 public:
  FileKind kind(const std::string& path) override;
  Result<std::string> read(const std::string& path) override;
  Result<std::vector<DirectoryEntry>> list(const std::string& path) override;
  std::string write(const std::string& path, std::string_view bytes) override;
  std::string remove(const std::string& path) override;
};

class MemoryFileSystem final : public FileSystem {
 public:
  // Folders exist by having a file below them, or by make_directory().
  void put(const std::string& path, std::string bytes) { files_[path] = std::move(bytes); }
  void make_directory(const std::string& path) { directories_[path] = true; }
  // From now on reading `path` fails with `reason`.
  void deny(const std::string& path, std::string reason) { denied_[path] = std::move(reason); }

  FileKind kind(const std::string& path) override;
  Result<std::string> read(const std::string& path) override;
  Result<std::vector<DirectoryEntry>> list(const std::string& path) override;
  std::string write(const std::string& path, std::string_view bytes) override;
  std::string remove(const std::string& path) override;

 private:
  std::map<std::string, std::string> files_;
  std::map<std::string, bool> directories_;
  std::map<std::string, std::string> denied_;
};

// Passes every call on and remembers each file read and each directory listed: what a depfile
// needs.
class RecordingFileSystem final : public FileSystem {
 public:
  explicit RecordingFileSystem(FileSystem& inner) : inner_(inner) {}

  FileKind kind(const std::string& path) override { return inner_.kind(path); }
  Result<std::string> read(const std::string& path) override;
  Result<std::vector<DirectoryEntry>> list(const std::string& path) override;
  std::string write(const std::string& path, std::string_view bytes) override {
    return inner_.write(path, bytes);
  }
  std::string remove(const std::string& path) override { return inner_.remove(path); }

  // Only paths that existed when they were read, in order, each once.
  const std::vector<std::string>& seen() const { return seen_; }

 private:
  void remember(const std::string& path);

  FileSystem& inner_;
  std::vector<std::string> seen_;
  std::set<std::string> known_;
};

// "a/b" from "a" and "b"; `name` alone where `directory` is empty or name is absolute.
std::string join(std::string_view directory, std::string_view name);
// The part behind the last '/', and the part before it ("" where there is none).
std::string_view base_name(std::string_view path);
std::string_view directory_name(std::string_view path);

}  // namespace retort::compiler::source
