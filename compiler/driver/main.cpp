// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The program: the real disk and the real streams around run().
#include <iostream>
#include <string>
#include <vector>

#include "cli/url.hpp"
#include "driver/verbs.hpp"

int main(int argc, char** argv) {
  using namespace retort::compiler;
  std::ios::sync_with_stdio(false);
  source::RealFileSystem files;
  const std::vector<std::string> words(argv + (argc > 0 ? 1 : 0), argv + argc);
  retort::cli::hide_passwords(argc, argv);
  const int code = driver::run(words, {files, std::cout, std::cerr});
  std::cout.flush();
  // Data that could not be written is a failure, whatever the verb thought of itself.
  return code == 0 && !std::cout ? driver::exit_failed : code;
}
