// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Tables and look-ups of dialect.hpp.
#include "dialect/dialect.hpp"

namespace retort::compiler::dialect {

std::optional<Engine> engine_by_name(std::string_view name) {
  for (const Engine engine : all_engines) {
    if (engine_name(engine) == name) return engine;
  }
  return std::nullopt;
}

}  // namespace retort::compiler::dialect
