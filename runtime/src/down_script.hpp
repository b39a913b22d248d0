// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The down section as the ledger keeps it: readable SQL in one column, and in another the options
// and byte lengths by which a program that has no SQL parser takes it apart again.
// docs/ledger-format.md has the format.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "retort/chain.hpp"

namespace retort::detail {

struct StoredDown {
  std::string sql;
  std::string plan;
};

StoredDown encode_down(const Script& down);

// A script that owns what it points at. Not copyable and not movable, because it points into
// itself.
class LedgerScript {
 public:
  LedgerScript() = default;
  LedgerScript(const LedgerScript&) = delete;
  LedgerScript& operator=(const LedgerScript&) = delete;

  // False where `plan` does not fit `sql`: then the ledger was written by something else.
  bool decode(std::string_view sql, std::string_view plan);

  const Script& script() const noexcept { return script_; }
  const std::string& sql() const noexcept { return sql_; }

  std::string revision;  // whose it is
  std::string before;    // what was applied before it; empty: nothing

 private:
  bool cut(std::string_view lengths);

  std::string sql_;
  std::vector<std::string_view> chunks_;
  std::vector<Statement> statements_;
  Script script_{};
};

}  // namespace retort::detail
