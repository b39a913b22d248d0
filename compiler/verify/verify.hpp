// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The proof: the compiled chain runs on an in-memory SQLite inside the compiler, or on a PostgreSQL
// server, every revision up, down, up, and the catalogue is compared after each.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "diag/diagnostics.hpp"
#include "lower/lower.hpp"

namespace retort::compiler::verify {

struct SqliteFunction {
  std::string name;
  int arguments = 0;  // -1: any number
};

// What one revision may cost in SQLite's own instructions: some ten seconds, and generous, as no
// migration of an empty database comes near.
inline constexpr std::int64_t default_max_steps = 300'000'000;

struct VerifyOptions {
  std::vector<SqliteFunction> sqlite_functions;  // stubbed: return NULL
  std::int64_t max_steps = default_max_steps;
};

// True when the chain is proved. Failures are diagnostics at the statement's place: sql-error,
// down-fails, down-differs, up-differs, foreign-key-violation, verify-failed.
// A revision without down is brought up only, and the proof goes on with it.
bool verify_sqlite(const lower::CompiledChain& chain, const VerifyOptions& options,
                   diag::Diagnostics& diagnostics);

// The same on a PostgreSQL server that was started for this and is thrown away: `conninfo` is its
// superuser's. Only where retort is built with the PostgreSQL driver.
bool verify_postgres(const lower::CompiledChain& chain, const std::string& conninfo,
                     diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::verify
