// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// stamp(): makes the ledger say that exactly a target and its ancestors are applied, running
// nothing.
#include <utility>

#include "retort/migrate.hpp"
#include "src/plan.hpp"
#include "src/wait.hpp"

namespace retort {
namespace {

using detail::Ledger;
using detail::LedgerRow;

class Stamp {
 public:
  Stamp(Database& database, const Chain& chain, std::string_view target, const Options& options,
        bool purge)
      : database_(database),
        chain_(chain),
        target_(target),
        options_(options),
        purge_(purge),
        ledger_(database, chain) {}

  Status execute() {
    if (Status status = database_.check_idle(); !status.ok()) return status;
    Status status =
        detail::wait_while_busy(database_, options_, [&] { return database_.try_lock(options_); });
    if (!status.ok()) return status;
    status = transaction();
    Status unlocked = database_.unlock();
    return status.ok() ? std::move(unlocked) : std::move(status);
  }

 private:
  Status transaction() {
    Status status =
        detail::wait_while_busy(database_, options_, [&] { return database_.begin(false); });
    if (!status.ok()) return status;
    status = rewrite();
    if (status.ok()) {
      status = detail::wait_while_busy(database_, options_, [&] { return database_.commit(true); });
    }
    if (status.ok()) return status;
    Status rollback = database_.rollback();
    return status;
  }

  Status rewrite() {
    if (Status status = ledger_.read(); !status.ok()) return status;
    if (!purge_) {
      if (Status status = check_known(ledger_, chain_); !status.ok()) return status;
    }
    const Standing standing = standing_of(ledger_, chain_);
    std::uint32_t index = base_index;
    if (Status status = resolve(chain_, target_, &standing, index); !status.ok()) return status;
    if (Status status = ledger_.create(); !status.ok()) return status;
    if (purge_) {
      if (Status status = ledger_.remove_all(); !status.ok()) return status;
    }
    return write(detail::mark_ancestors(chain_, index));
  }

  Status write(const detail::Marks& wanted) {
    std::vector<std::int64_t> seq(chain_.revision_count, 0);
    detail::Marks kept(chain_.revision_count, '\0');
    const std::vector<LedgerRow> before = ledger_.rows();
    for (const LedgerRow& row : before) {
      // A row that already says it is left alone: it knows when the revision was really applied.
      // Any other goes, but a revision keeps its place in the order.
      seq[row.index] = row.seq;
      kept[row.index] = wanted[row.index] != 0 && row.same_digest && !row.progress.running;
      if (kept[row.index] != 0) continue;
      if (Status status = ledger_.remove(row.revision); !status.ok()) return status;
    }
    std::int64_t next = before.empty() ? 1 : before.back().seq + 1;
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
      if (wanted[i] == 0 || kept[i] != 0) continue;
      const std::int64_t place = seq[i] != 0 ? seq[i] : next++;
      Status status =
          ledger_.insert(place, chain_.revisions[i], options_.applied_by, -1, detail::Progress());
      if (!status.ok()) return status;
    }
    return {};
  }

  Database& database_;
  const Chain& chain_;
  const std::string_view target_;
  const Options& options_;
  const bool purge_;
  Ledger ledger_;
};

}  // namespace

Status stamp(Database& database, const Chain& chain, std::string_view target,
             const Options& options, bool purge) {
  if (Status status = detail::check_chain(chain, database.traits()); !status.ok()) return status;
  return Stamp(database, chain, target, options, purge).execute();
}

}  // namespace retort
