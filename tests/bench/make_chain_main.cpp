// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// retort_make_chain N DIR [UP PROOF]: writes a chain of N revisions into the folder DIR, and two
// scripts for the sqlite3 shell: all up sections, and up, down, up of each revision.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>

#include "make_chain.hpp"

namespace {

bool write(const std::filesystem::path& path, const std::string& text) {
  std::ofstream file(path, std::ios::binary);
  file << text;
  return static_cast<bool>(file.flush());
}

}  // namespace

int main(int argc, char** argv) {
  const long length = argc >= 3 ? std::strtol(argv[1], nullptr, 10) : 0;
  if (length <= 0 || length > 999'999 || argc == 4 || argc > 5) {
    std::cerr << "usage: retort_make_chain N DIR [UP PROOF]\n";
    return 2;
  }
  const std::filesystem::path folder = argv[2];
  std::filesystem::create_directories(folder);
  const auto chain = retort::bench::make_chain(static_cast<std::uint32_t>(length));
  std::string parent;
  for (const auto& revision : chain) {
    const std::string text = retort::bench::as_file(revision, parent);
    if (!write(folder / (revision.id + "_step.sql"), text)) {
      std::cerr << "cannot write into " << folder << "\n";
      return 1;
    }
    parent = revision.id;
  }
  if (argc < 5) return 0;
  const bool written = write(argv[3], retort::bench::as_up_script(chain)) &&
                       write(argv[4], retort::bench::as_proof_script(chain));
  return written ? 0 : 1;
}
