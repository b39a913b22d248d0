// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A folder per engine is one chain: what it holds for each.
#include <cstdio>
#include <folders/migrations.hpp>
#include <string>

static_assert(folders::migrations::head == "1");

int main() {
  const retort::Revision& revision = folders::migrations::chain().revisions[0];
  for (const retort::Engine engine : {retort::Engine::sqlite, retort::Engine::postgres}) {
    const retort::Body* body = retort::find_body(revision, engine);
    if (body == nullptr) return 1;
    std::printf("%s: %s\n", std::string(body->up.file).c_str(),
                std::string(body->up.statements[0].chunks[0]).c_str());
  }
}
