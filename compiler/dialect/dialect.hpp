// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What differs between the engines, as data: no inheritance, no callbacks.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

#include "retort/chain.hpp"

namespace retort::compiler::dialect {

using retort::Engine;
using retort::engine_name;

inline constexpr std::array<Engine, 2> all_engines = {Engine::sqlite, Engine::postgres};

// "sqlite", "postgres" (and the spellings "postgresql", "sqlite3" are not accepted: one name each).
std::optional<Engine> engine_by_name(std::string_view name);

// A set of engines.
class EngineSet {
 public:
  constexpr EngineSet() = default;
  constexpr void add(Engine engine) { bits_ |= bit(engine); }
  constexpr bool has(Engine engine) const { return (bits_ & bit(engine)) != 0; }
  constexpr bool empty() const { return bits_ == 0; }
  constexpr int size() const { return ((bits_ & 1u) != 0 ? 1 : 0) + ((bits_ & 2u) != 0 ? 1 : 0); }
  friend constexpr bool operator==(EngineSet, EngineSet) = default;

 private:
  static constexpr unsigned bit(Engine engine) { return 1u << static_cast<unsigned>(engine); }
  unsigned bits_ = 0;
};

}  // namespace retort::compiler::dialect
