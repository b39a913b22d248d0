// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
#include <dlfcn.h>

#include <app/migrations.hpp>

#include "print.hpp"

const retort::Chain& in_static_chain();
const retort::Chain& in_shared_chain();
const retort::Chain& aliased_chain();

int main() {
  print(app::migrations::chain());
  print(in_static_chain());
  print(in_shared_chain());
  print(aliased_chain());
  void* module = dlopen(MODULE, RTLD_NOW);
  if (module == nullptr) {
    std::puts(dlerror());
    return 1;
  }
  using Function = const retort::Chain* (*)();
  print(*reinterpret_cast<Function>(dlsym(module, "module_chain"))());
}
