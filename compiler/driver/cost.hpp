// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What a statement locks and how much of a table it reads or writes.
#pragma once

#include <string>
#include <string_view>

#include "dialect/dialect.hpp"

namespace retort::compiler::driver {

struct Cost {
  std::string lock;      // "ACCESS EXCLUSIVE", or empty
  std::string work;      // "rewrites the table"
  std::string recovery;  // what to do where it fails half-way; empty: nothing is left behind
};

// `sql` is a statement as it is sent. What the table of docs/portable.md does not have gives empty
// texts.
Cost cost_of(std::string_view sql, dialect::Engine engine);

}  // namespace retort::compiler::driver
