// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Prints a chain in one line: its name and its revisions.
#pragma once
#include <cstdio>
#include <retort/chain.hpp>
#include <string>

inline void print(const retort::Chain& chain) {
  std::printf("%s:", std::string(chain.name).c_str());
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    std::printf(" %s", std::string(chain.revisions[i].id).c_str());
  }
  std::printf("\n");
}
