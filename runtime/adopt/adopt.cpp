// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// adopt(): what another tool applied becomes rows of our ledger. Everything is read again inside
// the transaction that writes, under the lock of a run: another process may have adopted meanwhile.
#include "retort/adopt.hpp"

#include <utility>

#include "adopt/match.hpp"
#include "adopt/sqitch_registry.hpp"
#include "src/text.hpp"
#include "src/wait.hpp"

namespace retort {
namespace {

using detail::Marks;
using detail::Reading;

struct Candidate {
  ForeignLedger ledger;
  Marks marks;
};

Status find_candidates(Database& database, const Chain& chain, std::string_view table,
                       std::vector<Candidate>& candidates) {
  std::vector<Reading> readings;
  Status status = detail::read_foreign_ledgers(database, table, readings);
  if (!status.ok()) return status;
  for (const Reading& reading : readings) {
    Candidate& candidate = candidates.emplace_back();
    candidate.ledger = detail::match(reading, chain, candidate.marks);
  }
  return status;
}

// Rows where our ledger holds a revision of the chain, or, in the second, nothing at all: then the
// chain was reverted to its base, and the other tool's table is old.
constexpr const char* has_chain = "SELECT 1 FROM % WHERE chain = $1 LIMIT 1";
constexpr const char* has_chain_or_nothing =
    "SELECT 1 WHERE EXISTS (SELECT 1 FROM % WHERE chain = $1) OR NOT EXISTS (SELECT 1 FROM %)";

Status knows_chain(Database& database, const Chain& chain, const char* pattern, bool& result) {
  class Sink final : public RowSink {
   public:
    bool seen = false;
    void on_row(const Row&) override { seen = true; }
  } sink;
  Status status = database.has_ledger(result);
  if (!status.ok() || !result) return status;
  const Value name = chain.name;
  const std::string_view table = database.traits().ledger_table;
  status = database.query(detail::format(pattern, table, table), &name, 1, &sink);
  result = sink.seen;
  return status;
}

// The one that can be meant: a tool that applied nothing is none where another one did, and of
// several the only one that fits the chain is taken.
void keep_likely(std::vector<Candidate>& candidates) {
  const auto keep = [&candidates](bool (*good)(const ForeignLedger&)) {
    std::size_t count = 0;
    for (const Candidate& candidate : candidates) count += good(candidate.ledger) ? 1 : 0;
    if (count == 0 || count == candidates.size()) return;
    std::size_t kept = 0;
    for (Candidate& candidate : candidates) {
      if (good(candidate.ledger)) std::swap(candidates[kept++], candidate);
    }
    candidates.resize(kept);
  };
  keep([](const ForeignLedger& ledger) { return !ledger.empty; });
  keep([](const ForeignLedger& ledger) { return ledger.problems.empty(); });
}

std::string list_of(const std::vector<Candidate>& candidates) {
  std::string list;
  for (const Candidate& candidate : candidates) {
    list += (list.empty() ? "" : ", ") + candidate.ledger.table;
  }
  return list;
}

class Adopter {
 public:
  Adopter(Database& database, const Chain& chain, const AdoptOptions& options, Adoption& adoption)
      : database_(database),
        chain_(chain),
        options_(options),
        adoption_(adoption),
        ledger_(database, chain) {}

  Status execute() {
    if (Status status = database_.check_idle(); !status.ok()) return status;
    bool known = false;
    Status status = knows_chain(database_, chain_, has_chain, known);
    if (!status.ok() || known) return status;
    detail::SqitchRegistry registry(database_);
    if (status = registry.attach(); !status.ok()) return status;
    Marks marks;
    if (status = choose(adoption_.ledger, marks); !status.ok()) return status;
    if (adoption_.ledger.applied.empty()) return {};
    if (status = compare_schema(); !status.ok()) return status;
    status = detail::wait_while_busy(database_, options_.run,
                                     [&] { return database_.try_lock(options_.run); });
    if (!status.ok()) return status;
    status = transaction();
    Status unlocked = database_.unlock();
    return status.ok() ? std::move(unlocked) : std::move(status);
  }

 private:
  Status transaction() {
    Status status =
        detail::wait_while_busy(database_, options_.run, [&] { return database_.begin(false); });
    if (!status.ok()) return status;
    status = read_and_write();
    if (status.ok()) {
      status =
          detail::wait_while_busy(database_, options_.run, [&] { return database_.commit(true); });
    }
    if (status.ok()) return status;
    adoption_.done = false;
    Status rollback = database_.rollback();
    return status;
  }

  // The ledger to take over from, or none. An error where it cannot be taken.
  Status choose(ForeignLedger& ledger, Marks& marks) {
    std::vector<Candidate> candidates;
    Status status = find_candidates(database_, chain_, options_.table, candidates);
    if (!status.ok()) return status;
    if (candidates.empty()) {
      if (options_.table.empty()) return {};
      return detail::fail(Code::invalid_argument, "there is no table %", options_.table);
    }
    keep_likely(candidates);
    if (candidates.size() > 1) {
      return detail::fail(Code::invalid_argument, "several tools were here: %",
                          list_of(candidates));
    }
    ledger = std::move(candidates[0].ledger);
    marks = std::move(candidates[0].marks);
    if (ledger.problems.empty()) return {};
    return detail::fail(Code::bad_ledger, "what % says is no state of the chain '%'", ledger.table,
                        chain_.name);
  }

  Status compare_schema() {
    if (!options_.compare_schema) return {};
    adoption_.schema = check_schema(database_, chain_, adoption_.ledger.applied, options_.schema);
    if (!adoption_.schema.status.ok()) return adoption_.schema.status;
    if (!adoption_.schema.compared || adoption_.schema.differences.empty()) return {};
    return detail::fail(Code::bad_ledger,
                        "the database does not have the schema that the chain '%' has there",
                        chain_.name);
  }

  Status read_and_write() {
    if (Status status = ledger_.read(); !status.ok()) return status;
    if (!ledger_.rows().empty()) return {};
    ForeignLedger ledger;
    Marks marks;
    if (Status status = choose(ledger, marks); !status.ok()) return status;
    if (ledger.applied == adoption_.ledger.applied) return write(marks);
    return detail::fail(Code::busy, "% was changed meanwhile; try again", ledger.table);
  }

  Status write(const Marks& marks) {
    if (Status status = ledger_.create(); !status.ok()) return status;
    std::string by(options_.run.applied_by);
    by += by.empty() ? "adopted from " : ", adopted from ";
    by += adoption_.ledger.table;
    std::int64_t seq = ledger_.next_seq();
    for (std::uint32_t i = 0; i < chain_.revision_count; ++i) {
      if (marks[i] == '\0') continue;
      Status status = ledger_.insert(seq++, chain_.revisions[i], by, -1, detail::Progress());
      if (!status.ok()) return status;
      adoption_.done = true;
    }
    return {};
  }

  Database& database_;
  const Chain& chain_;
  const AdoptOptions& options_;
  Adoption& adoption_;
  detail::Ledger ledger_;
};

}  // namespace

Status find_foreign_ledgers(Database& database, const Chain& chain,
                            std::vector<ForeignLedger>& result, std::string_view table) {
  result.clear();
  detail::SqitchRegistry registry(database);
  Status status = registry.attach();
  std::vector<Candidate> candidates;
  if (status.ok()) status = find_candidates(database, chain, table, candidates);
  for (Candidate& candidate : candidates) result.push_back(std::move(candidate.ledger));
  return status;
}

Status adopt(Database& database, const Chain& chain, const AdoptOptions& options,
             Adoption& adoption) {
  adoption = Adoption();
  if (Status status = detail::check_chain(chain, database.traits()); !status.ok()) return status;
  return Adopter(database, chain, options, adoption).execute();
}

Status needs_adoption(Database& database, const Chain& chain, std::vector<ForeignLedger>& found) {
  found.clear();
  if (Status status = detail::check_chain(chain, database.traits()); !status.ok()) return status;
  bool known = false;
  Status status = knows_chain(database, chain, has_chain_or_nothing, known);
  if (!status.ok() || known) return status;
  status = find_foreign_ledgers(database, chain, found);
  std::size_t kept = 0;
  for (ForeignLedger& ledger_found : found) {
    if (!ledger_found.empty) std::swap(found[kept++], ledger_found);
  }
  found.resize(kept);
  return status;
}

}  // namespace retort
