// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The fresh folder in which one case runs.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "case_file.hpp"
#include "process.hpp"

namespace retort::cases {

class Sandbox {
 public:
  // `keep` leaves the folder behind.
  explicit Sandbox(bool keep);
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;
  ~Sandbox();

  const std::filesystem::path& directory() const { return directory_; }
  // Does what a mark of the user says (file … env). Throws std::filesystem::filesystem_error.
  void apply(const Mark& mark);
  ProcessResult run(const std::string& tool, const std::vector<std::string>& arguments) const;
  // The content of a file, with the folder's name replaced; nothing where there is none.
  std::optional<std::string> content(const std::string& path) const;

 private:
  std::string without_directory(std::string text) const;

  std::filesystem::path directory_;
  std::vector<std::string> variables_;
  bool modes_changed_ = false;
  bool keep_;
};

}  // namespace retort::cases
