// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Private to the room: from a folder, or a list of names, to the text of the migration files.
#pragma once

#include <string>
#include <vector>

#include "chain/chain.hpp"
#include "chain/layouts.hpp"

namespace retort::compiler::chain {

inline constexpr std::size_t max_entries = 200'000;  // files and folders looked at
inline constexpr std::size_t max_directory_depth = 32;

struct Collected {
  struct Item {
    std::string path;  // as shown
    std::string relative_path;
    const source::SourceFile* text = nullptr;
  };
  std::vector<Item> items;  // sorted by relative path
  std::vector<Companion> companions;
  bool unreadable = false;  // something was there that could not be read
};

Collected collect(const LoadOptions& options, const Layout& layout, source::FileSystem& files,
                  source::SourceFiles& sources, diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::chain
