// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Prints the chain: one line for each revision, its id and its file.
#include <app/migrations.hpp>
#include <cstdio>
#include <string>

int main() {
  const retort::Chain& chain = app::migrations::chain();
  for (std::uint32_t i = 0; i < chain.revision_count; ++i) {
    const retort::Revision& revision = chain.revisions[i];
    std::printf("%s %s\n", std::string(revision.id).c_str(), std::string(revision.path).c_str());
  }
}
