// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Taking over from another migration tool: what its ledger says becomes what ours says. Link
// retort::adopt; the command line does it with `upgrade --adopt` and `stamp --adopt`.
//
// Recognised by their tables and columns: Alembic, goose, golang-migrate, dbmate, Rails, Ecto,
// Lightweight, sqlx, diesel, Flyway, refinery, Atlas, Prisma, Sqitch, EF Core, GRDB, and PRAGMA
// user_version on SQLite; of Liquibase, Django, Drizzle, pgroll and Room only that they were here.
// The other tool's table is read and never changed.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "retort/migrate.hpp"
#include "retort/schema_check.hpp"

namespace retort {

// What another tool wrote into the database, matched with a chain.
struct ForeignLedger {
  std::string tool;   // "Alembic"; empty: nobody's that is known
  std::string table;  // "alembic_version", "PRAGMA user_version"
  std::string at;  // where it stands: "at 'a1b2'", "3 applied, the last is '7'", "nothing applied"
  bool empty = false;  // the tool was here and has applied nothing
  // The chain's revisions that it applied, in chain order.
  std::vector<std::string> applied;
  // Why this is no state of the chain, one line each: failed and unknown migrations, holes. Where
  // there are any, `applied` is no use.
  std::vector<std::string> problems;
};

// Reads, never writes, takes no lock. `table` names one that is not called as its tool calls it;
// otherwise the usual names are looked for. The result is empty where no other tool was here.
Status find_foreign_ledgers(Database& database, const Chain& chain,
                            std::vector<ForeignLedger>& result, std::string_view table = {});

struct AdoptOptions {
  Options run;             // lock_wait_ms and applied_by count
  std::string_view table;  // as for find_foreign_ledgers()
  // Before anything is written, the live schema is compared with what the chain makes up to there.
  bool compare_schema = true;
  SchemaCheckOptions schema;  // on SQLite without a scratch database nothing is compared
};

struct Adoption {
  ForeignLedger ledger;  // the one that was taken, or the one with the problems
  bool done = false;     // false: there was nothing to take over
  SchemaCheck schema;    // where it was compared, or why it was not
};

// Writes into the ledger what the other tool applied, in one transaction and under the lock of
// upgrade(). Where the ledger already knows the chain, nothing is done. Code::bad_ledger: what was
// found is no state of the chain, see Adoption::ledger.problems, or the schema is another one, see
// Adoption::schema; Code::invalid_argument: several tools were here, or `table` is none. After an
// error nothing is written.
Status adopt(Database& database, const Chain& chain, const AdoptOptions& options,
             Adoption& adoption);

// Whether another tool may have been here and ours was not: the ledger holds no revision of the
// chain, and a foreign one is not empty. Costs one query where the ledger is there.
Status needs_adoption(Database& database, const Chain& chain, std::vector<ForeignLedger>& found);

}  // namespace retort
