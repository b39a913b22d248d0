// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The functions a program calls to bring its database to the chain's head.
//
// None of them throws, starts a thread, writes to a stream or keeps a static. Memory: no allocation
// is proportional to the length of the chain when there is nothing to do.
//
// REV, wherever a target is named, is Alembic's: an id, a unique prefix of one, "head", "base",
// "+2",
// "-1" (from where the database stands), "id+2", "id-1", "label@head".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "retort/chain.hpp"
#include "retort/database.hpp"
#include "retort/observer.hpp"
#include "retort/status.hpp"

namespace retort {

enum class TransactionMode : std::uint8_t {
  automatic,     // SQLite: all pending revisions in one transaction; PostgreSQL: one per revision
  all,           // everything in one transaction; an error where a revision is transaction:false
  per_revision,  // each revision commits with its ledger row
};

struct Options {
  std::string_view target = "head";       // of upgrade()
  std::int64_t lock_wait_ms = 10'000;     // how long to wait for another process; 0: not at all
  std::int64_t statement_timeout_ms = 0;  // 0: none; a section's own option wins
  std::int64_t lock_timeout_ms = 0;       // 0: none; PostgreSQL only
  TransactionMode transaction_mode = TransactionMode::automatic;
  Observer* observer = nullptr;  // not owned
  std::string_view applied_by;   // for the ledger; default: "retort"
};

// Applies what is missing up to options.target.
// At the target it costs one read of one row, takes no lock and writes nothing.
// Transaction effect: see Options::transaction_mode. On an error everything since the last commit
// is rolled back, foreign_keys and timeouts are restored and no lock is left behind.
Status upgrade(Database& database, const Chain& chain, const Options& options = {});

// Reverts down to `target` ("-1", a revision, "base"): everything behind it in chain order.
// Revisions of a newer program that the chain does not know are reverted with the down SQL that the
// ledger keeps.
Status downgrade(Database& database, const Chain& chain, std::string_view target,
                 const Options& options = {});

// What the ledger says, compared with the chain. Never writes, takes no lock.
struct Inspection {
  Status status;  // whether the ledger could be read
  bool has_ledger = false;
  bool at_head = false;
  std::vector<std::string> current;      // applied revisions that no applied one revises, in order
  std::vector<std::string> applied;      // of this chain, in the order they were applied
  std::vector<const Revision*> pending;  // in chain order
  std::vector<std::string> unknown;      // applied, but not in the chain: a newer program was here
  std::vector<std::string> changed;      // applied with another digest
  std::string in_progress;               // a transaction:false revision that stopped half-way
};
Inspection inspect(Database& database, const Chain& chain);

// Records without running: afterwards exactly the target and its ancestors are applied. Not for
// ledgers that hold unknown revisions, unless `purge` is set, which forgets this chain's rows
// first.
Status stamp(Database& database, const Chain& chain, std::string_view target,
             const Options& options = {}, bool purge = false);

// The steps and statements that upgrade() (or downgrade(), where the target lies below) would run.
// Reads the ledger, never writes.
struct PlannedStep {
  Direction direction = Direction::upgrade;
  std::string id;
  std::string message;
  const Revision* revision = nullptr;  // null where the down SQL comes from the ledger
  const Script* script = nullptr;      // into the chain; null with `revision`
  std::string ledger_sql;              // the down SQL from the ledger, where revision is null
};
struct Plan {
  Status status;
  std::vector<PlannedStep> steps;
};
Plan plan(Database& database, const Chain& chain, std::string_view target);
// The same where the direction is known, e.g. for what only downgrade() may do: leave the revisions
// of a newer program.
Plan plan(Database& database, const Chain& chain, std::string_view target, Direction direction);

}  // namespace retort
