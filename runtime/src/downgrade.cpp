// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// downgrade(): a run in the other direction.
#include "retort/migrate.hpp"
#include "src/run.hpp"

namespace retort {

Status downgrade(Database& database, const Chain& chain, std::string_view target,
                 const Options& options) {
  if (Status status = detail::check_chain(chain, database.traits()); !status.ok()) return status;
  return detail::Run(database, chain, options, detail::plan_downgrade, target, Direction::downgrade)
      .execute();
}

}  // namespace retort
