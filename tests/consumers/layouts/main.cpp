// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <folders/migrations.hpp>
#include <nested/migrations.hpp>
#include <plan/migrations.hpp>

#include "print.hpp"

int main() {
  print(folders::migrations::chain());
  print(plan::migrations::chain());
  print(nested::migrations::chain());
  const retort::Script& up = nested::migrations::chain().revisions[0].bodies[0].up;
  std::printf("%s\n", std::string(up.statements[0].chunks[0]).c_str());
}
