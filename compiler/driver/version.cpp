// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The build's definitions as text.
#include "driver/version.hpp"

#include <sqlite3.h>

#include "retort/chain.hpp"

namespace retort::compiler::driver {

std::string version() { return RETORT_VERSION; }

std::string version_text() {
  return "retort " + version() + " (generated-abi " + std::to_string(RETORT_GENERATED_ABI) +
         ")\nproof: SQLite " + sqlite3_libversion() + "\n";
}

}  // namespace retort::compiler::driver
