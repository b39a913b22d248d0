// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A chain compiled for looking at it: `sql`, `schema`, `explain`.
#pragma once

#include <optional>

#include "driver/session.hpp"

namespace retort::compiler::driver {

struct Compiled {
  chain::Chain chain;
  lower::CompiledChain sections;
  std::uint32_t revision = 0;            // the one that was asked for
  std::vector<dialect::Engine> engines;  // those to show
};

// Nothing where an error was reported. Where one engine is named and the folder is written for
// several, the chain is compiled for all of them and that one is shown.
std::optional<Compiled> compile_for_reading(Session& session);

}  // namespace retort::compiler::driver
