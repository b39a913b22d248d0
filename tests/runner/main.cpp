// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// retort_case_runner --tool PATH [--update] [--keep] CASE…
// Runs case files against the tool; exit 0 when all hold, 1 when one does not, 2 on wrong usage.
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include "run_case.hpp"

namespace {

int usage() {
  std::cerr << "usage: retort_case_runner --tool PATH [--update] [--keep] CASE...\n";
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  retort::cases::RunOptions options;
  std::vector<std::string> paths;
  for (int i = 1; i < argc; ++i) {
    const std::string word = argv[i];
    if (word == "--tool" && i + 1 < argc) {
      options.tool = std::filesystem::absolute(argv[++i]).string();
    } else if (word == "--update") {
      options.update = true;
    } else if (word == "--keep") {
      options.keep = true;
    } else if (word.starts_with("--")) {
      return usage();
    } else {
      paths.push_back(word);
    }
  }
  if (options.tool.empty() || paths.empty()) return usage();

  int status = 0;
  for (const std::string& path : paths) {
    retort::cases::CaseOutcome outcome;
    try {
      outcome = retort::cases::run_case(path, options);
    } catch (const std::exception& error) {
      outcome.failure = std::string(error.what()) + "\n";
    }
    if (outcome.rewritten) std::cout << path << ": rewritten\n";
    if (outcome.failure.empty()) continue;
    std::cout << path << ": " << outcome.failure;
    status = 1;
  }
  return status;
}
