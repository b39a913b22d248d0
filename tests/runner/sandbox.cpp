// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The folder in which a case runs. In: marks. Out: files on the disk, and the tool's answers with
// everything taken out that differs from run to run.
#include "sandbox.hpp"

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <optional>
#include <sstream>
#include <system_error>

namespace retort::cases {
namespace fs = std::filesystem;
namespace {

fs::path make_directory() {
  std::string pattern = (fs::canonical(fs::temp_directory_path()) / "retort-case-XXXXXX").string();
  if (mkdtemp(pattern.data()) == nullptr) {
    throw fs::filesystem_error("mkdtemp", pattern, std::error_code(errno, std::system_category()));
  }
  return pattern;
}

void write(const fs::path& path, const std::string& bytes) {
  std::ofstream stream(path, std::ios::binary | std::ios::trunc);
  stream << bytes;
  stream.close();
  if (!stream) {
    throw fs::filesystem_error("write", path, std::make_error_code(std::errc::io_error));
  }
}

// Variables of the sanitizers and of coverage reach the tool; nothing else does.
void add_instrumentation(std::vector<std::string>& environment) {
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS", "LSAN_OPTIONS",
                           "LLVM_PROFILE_FILE", "GCOV_PREFIX", "LD_LIBRARY_PATH"}) {
    if (const char* value = std::getenv(name))
      environment.push_back(std::string(name) + "=" + value);
  }
}

}  // namespace

Sandbox::Sandbox(bool keep) : directory_(make_directory()), keep_(keep) {}

Sandbox::~Sandbox() {
  if (keep_) {
    std::cerr << "kept: " << directory_.string() << "\n";
    return;
  }
  std::error_code ignored;
  if (modes_changed_) {
    const auto skip = fs::directory_options::skip_permission_denied;
    for (const auto& entry : fs::recursive_directory_iterator(directory_, skip, ignored)) {
      if (entry.is_symlink()) continue;
      fs::permissions(entry.path(), fs::perms::owner_all, fs::perm_options::add, ignored);
    }
  }
  fs::remove_all(directory_, ignored);
}

void Sandbox::apply(const Mark& mark) {
  const auto path = [&](std::size_t index) { return directory_ / mark.words[index]; };
  switch (mark.verb) {
    case Verb::file:
      fs::create_directories(path(0).parent_path());
      write(path(0), mark.content);
      break;
    case Verb::folder:
      fs::create_directories(path(0));
      break;
    case Verb::remove:
      if (fs::remove_all(path(0)) == 0) {
        throw fs::filesystem_error("remove", path(0),
                                   std::make_error_code(std::errc::no_such_file_or_directory));
      }
      break;
    case Verb::rename:
      fs::rename(path(0), path(1));
      break;
    case Verb::link:
      fs::create_directories(path(0).parent_path());
      fs::create_symlink(mark.words[1], path(0));
      break;
    case Verb::mode:
      fs::permissions(path(1), static_cast<fs::perms>(std::stoul(mark.words[0], nullptr, 8)));
      modes_changed_ = true;
      break;
    case Verb::size:
      fs::create_directories(path(0).parent_path());
      write(path(0), "");
      fs::resize_file(path(0), std::stoull(mark.words[1]));
      break;
    case Verb::env:
      variables_.push_back(mark.words[0]);
      break;
    default:
      break;  // a step or an expectation: not the user's doing
  }
}

ProcessResult Sandbox::run(const std::string& tool,
                           const std::vector<std::string>& arguments) const {
  ProcessOptions options;
  options.directory = directory_.string();
  options.obey_permissions = modes_changed_;
  const char* search = std::getenv("PATH");
  // The case's own come first: the first of two equal names wins.
  auto& environment = options.environment = variables_;
  environment.insert(environment.end(),
                     {std::string("PATH=") + (search != nullptr ? search : "/usr/bin:/bin"),
                      "HOME=" + directory_.string(), "LC_ALL=C.UTF-8", "TZ=UTC", "NO_COLOR=1"});
  add_instrumentation(environment);
  ProcessResult result = run_process(tool, arguments, options);
  result.out = without_directory(std::move(result.out));
  result.err = without_directory(std::move(result.err));
  return result;
}

std::optional<std::string> Sandbox::content(const std::string& path) const {
  std::ifstream stream(directory_ / path, std::ios::binary);
  if (!stream || !fs::is_regular_file(directory_ / path)) return std::nullopt;
  std::ostringstream text;
  text << stream.rdbuf();
  return without_directory(text.str());
}

std::string Sandbox::without_directory(std::string text) const {
  const std::string name = directory_.string();
  for (std::size_t at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
    text.replace(at, name.size(), "<dir>");
  }
  return text;
}

}  // namespace retort::cases
