// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Text in, text out; only absolute_path() asks for the working directory.
#include "driver/paths.hpp"

#include <filesystem>
#include <optional>

#include "source/file_system.hpp"

namespace retort::compiler::driver {
namespace {

// What is behind `folder` in `path`; nothing where `path` lies elsewhere. Both absolute.
std::optional<std::string> below(const std::string& path, const std::string& folder) {
  const std::string prefix = source::join(folder, "");
  if (path.compare(0, prefix.size(), prefix) != 0) return std::nullopt;
  return path.substr(prefix.size());
}

}  // namespace

std::string absolute_path(const std::string& path) {
  const std::filesystem::path given = path.empty() ? "." : path;
  return without_trailing_slash(std::filesystem::absolute(given).lexically_normal().string());
}

std::string without_trailing_slash(std::string_view path) {
  while (path.size() > 1 && path.back() == '/') path.remove_suffix(1);
  return std::string(path);
}

std::string shown_path(const std::string& path, const std::string& root,
                       const std::string& directory) {
  const std::string full = absolute_path(path);
  if (auto rest = below(full, root)) return *rest;
  const std::string folder = absolute_path(directory);
  const auto rest = below(full, folder);
  if (!rest) return std::string(source::base_name(full));
  return source::join(source::base_name(folder), *rest);
}

}  // namespace retort::compiler::driver
