// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Chain to compiled chain: what each engine will be sent. In one-engine chains every section is that
// engine's own SQL and passes through; portable sections are compiled here (later).
#pragma once

#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "chain/chain.hpp"
#include "diag/diagnostics.hpp"
#include "retort/chain.hpp"

namespace retort::compiler::lower {

struct LowerOptions {
  std::string default_url;
};

// Owns all the text and tables behind a retort::Chain. Not copyable: the view points into it.
class CompiledChain {
 public:
  CompiledChain();
  CompiledChain(CompiledChain&&) noexcept;
  CompiledChain& operator=(CompiledChain&&) noexcept;
  ~CompiledChain();

  // The struct that the runtime executes: the same that generated code holds.
  const retort::Chain& view() const;
  // Where a compiled statement stands in the source. `statement` must belong to this chain.
  source::Span span_of(const retort::Statement& statement) const;

 private:
  friend CompiledChain lower(const chain::Chain&, const LowerOptions&, diag::Diagnostics&);
  struct Storage;
  std::unique_ptr<Storage> storage_;
};

// `chain` must be complete. Reports statements that the runtime could not execute as they stand:
// transaction control, statements that need transaction:false, PRAGMA foreign_keys.
CompiledChain lower(const chain::Chain& chain, const LowerOptions& options,
                    diag::Diagnostics& diagnostics);

}  // namespace retort::compiler::lower
