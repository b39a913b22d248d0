// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Chain to compiled chain: what each engine will be sent. A section that is an engine's own SQL
// passes through; one that is portable becomes that engine's SQL here.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "chain/chain.hpp"
#include "diag/diagnostics.hpp"
#include "retort/chain.hpp"

namespace retort::compiler::lower {

// The form of portable tables on SQLite. full: STRICT, and a CHECK at each column whose type allows
// less than its storage class. plain: the same words without either.
enum class SqliteProfile : std::uint8_t { full, plain };

struct LowerOptions {
  std::string default_url;
  SqliteProfile sqlite_profile = SqliteProfile::full;
};

// Statements are cut into chunks of at most this many bytes, at UTF-8 boundaries; no other text of
// a compiled chain (message, header text, ids) may be longer: limit-exceeded.
inline constexpr std::size_t max_chunk = std::size_t{60} << 10;

// Owns all the text and tables behind a retort::Chain. Not copyable: the view points into it.
class CompiledChain {
 public:
  struct Storage;

  CompiledChain();
  CompiledChain(CompiledChain&&) noexcept;
  CompiledChain& operator=(CompiledChain&&) noexcept;
  ~CompiledChain();

  // The struct that the runtime executes: the same that generated code holds.
  const retort::Chain& view() const;
  // Where a compiled statement stands in the source. `statement` must belong to this chain.
  source::Span span_of(const retort::Statement& statement) const;
  // The section's directive; in layouts without directives the start of its file. A point without a
  // file where the section does not exist. `script` must belong to this chain.
  source::Span span_of(const retort::Script& script) const;

 private:
  friend CompiledChain lower(const chain::Chain&, const LowerOptions&, diag::Diagnostics&);
  std::unique_ptr<Storage> storage_;
};

// `chain` must be complete. Reports statements that the runtime could not execute as they stand:
// transaction control, statements that need transaction:false, PRAGMA foreign_keys.
CompiledChain lower(const chain::Chain& chain, const LowerOptions& options,
                    diag::Diagnostics& diagnostics);

// The schema behind the first `count` revisions as statements of one engine.
std::vector<std::string> schema_sql(const chain::Chain& chain, std::size_t count,
                                    dialect::Engine engine, const LowerOptions& options,
                                    diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::lower
