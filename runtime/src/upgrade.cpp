// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// upgrade(): the one read at the head, and a run where that does not settle it.
#include "retort/migrate.hpp"
#include "src/run.hpp"
#include "src/wait.hpp"

namespace retort {

Status upgrade(Database& database, const Chain& chain, const Options& options) {
  const Traits traits = database.traits();
  if (Status status = detail::check_chain(chain, traits); !status.ok()) return status;
  if (options.target == "head" || options.target == "heads") {
    detail::Ledger ledger(database, chain);
    bool at_head = false;
    Status status =
        detail::wait_while_busy(database, options, [&] { return ledger.at_head(at_head); });
    if (!status.ok() || at_head) return status;
  }
  return detail::Run(database, chain, options, detail::plan_upgrade, options.target,
                     Direction::upgrade)
      .execute();
}

}  // namespace retort
