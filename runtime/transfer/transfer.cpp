// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The order of a transfer: preconditions, upgrade, examine, one transaction. What each step does is
// in the files beside this one.
#include "retort/transfer.hpp"

#include <algorithm>
#include <utility>

#include "transfer/rows.hpp"
#include "transfer/source.hpp"
#include "transfer/target_transaction.hpp"

namespace retort {
namespace transfer_detail {
namespace {

// One read transaction over all passes, so that they see the same rows.
class Snapshot {
 public:
  explicit Snapshot(sqlite3* connection) : connection_(connection) {}
  Snapshot(const Snapshot&) = delete;
  Snapshot& operator=(const Snapshot&) = delete;
  ~Snapshot() {
    if (open_) (void)run("COMMIT");
  }

  Status begin() {
    Status status = run("BEGIN");
    open_ = status.ok();
    return status;
  }

 private:
  Status run(const char* sql) {
    SourceRows rows;
    Status status = rows.open(connection_, sql);
    bool more = false;
    return status.ok() ? rows.next(more) : std::move(status);
  }

  sqlite3* connection_;
  bool open_ = false;
};

Status check_integrity(sqlite3* source, TransferReport& report) {
  SourceRows rows;
  bool more = false;
  Status status = rows.open(source, "PRAGMA integrity_check(1)");
  if (status.ok()) status = rows.next(more);
  if (!status.ok()) return status;
  if (more && rows.text(0) != "ok") {
    return {Code::verify_failed, "the source is damaged: " + rows.text(0)};
  }
  status = rows.open(source, "SELECT \"table\", rowid, parent FROM pragma_foreign_key_check");
  while (status.ok() && (status = rows.next(more), status.ok() && more)) {
    const bool has_rowid = rows.value(1).type != SourceValue::Type::null;
    add_problem(report, {rows.text(0), "", has_rowid, has_rowid ? rows.integer(1) : 0,
                         "its row in " + rows.text(2) + " is missing"});
  }
  return status;
}

// The one revision at which the source stands.
Status source_revision(sqlite::Database& source, const Chain& chain, std::string& revision) {
  const Inspection found = inspect(source, chain);
  if (!found.status.ok()) return found.status;
  if (!found.has_ledger || found.applied.empty()) {
    return {Code::invalid_argument,
            "the source has no ledger of this chain: upgrade it first, or stamp it"};
  }
  if (!found.unknown.empty()) {
    return {Code::newer_database,
            "the source holds revision '" + found.unknown.front() + "', which this chain lacks"};
  }
  if (!found.changed.empty()) {
    return {Code::changed_revision,
            "revision '" + found.changed.front() + "' of the source is not the one of this chain"};
  }
  if (!found.in_progress.empty() || found.current.size() != 1) {
    return {Code::invalid_argument, "the source stands between revisions: upgrade it first"};
  }
  revision = found.current.front();
  return {};
}

// Brings the target to `revision`; `fresh` where it held nothing of the chain before.
Status prepare_target(postgres::Database& target, const Chain& chain, const std::string& revision,
                      const TransferOptions& options, bool& fresh) {
  const Inspection before = inspect(target, chain);
  if (!before.status.ok()) return before.status;
  fresh = before.applied.empty();
  const bool there = before.current.size() == 1 && before.current.front() == revision;
  if (options.dry_run && !there) {
    return {Code::invalid_argument, "a dry run needs a target at revision '" + revision +
                                        "', the source's: upgrade it first"};
  }
  if (there) return {};
  Options upgrade_options;
  upgrade_options.target = revision;
  upgrade_options.lock_wait_ms = options.lock_wait_ms;
  upgrade_options.observer = options.upgrade_observer;
  upgrade_options.applied_by = options.applied_by;
  if (Status status = upgrade(target, chain, upgrade_options); !status.ok()) return status;
  const Inspection after = inspect(target, chain);
  if (!after.status.ok()) return after.status;
  if (after.current.size() == 1 && after.current.front() == revision) return {};
  return {Code::invalid_argument, "the target is ahead of the source, which stands at '" +
                                      revision + "': upgrade the source"};
}

Status check_empty(PGconn* target, const Target& tables) {
  std::string full;
  for (const Table& table : tables.tables) {
    const postgres::detail::Result result(
        PQexec(target, ("SELECT 1 FROM " + table.quoted + " LIMIT 1").c_str()));
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
      return failure(target, result.get(), table.name);
    }
    if (PQntuples(result.get()) > 0) full += (full.empty() ? "" : ", ") + table.name;
  }
  if (full.empty()) return {};
  return {Code::invalid_argument, "the target already holds rows, in " + full +
                                      "; they are deleted only where that is asked for (replace)"};
}

Status examine_all(sqlite3* source, Target& target, const TransferOptions& options,
                   TransferReport& report) {
  Place place{0, static_cast<std::uint32_t>(target.tables.size()), options.observer};
  for (Table& table : target.tables) {
    TransferredTable result;
    result.name = table.name;
    result.rows = table.rows;
    Status status = examine(source, table, place, report, result);
    if (!status.ok()) return status;
    report.tables.push_back(std::move(result));
    ++place.index;
  }
  if (report.problem_count == 0) return {};
  std::string text = report.problem_count == 1
                         ? "one thing does not fit: "
                         : std::to_string(report.problem_count) + " things do not fit, the first: ";
  return {Code::verify_failed, text + report.problems.front().to_string()};
}

Status copy_all(sqlite3* source, PGconn* connection, const Target& target,
                const TransferOptions& options) {
  Place place{0, static_cast<std::uint32_t>(target.tables.size()), options.observer};
  std::vector<TableSums> sums(target.tables.size());
  for (; place.index < place.count; ++place.index) {
    Status status = copy(source, connection, target.tables[place.index], place, sums[place.index]);
    if (!status.ok()) return status;
  }
  for (place.index = 0; place.index < place.count; ++place.index) {
    const Table& table = target.tables[place.index];
    if (options.observer != nullptr) {
      options.observer->on_rows(TransferObserver::Phase::verify, table.name, place.index,
                                place.count, 0, table.rows);
    }
    if (Status status = compare(connection, table, sums[place.index]); !status.ok()) return status;
  }
  return {};
}

Status move_rows(sqlite3* source, postgres::Database& target, const Target& tables,
                 const Chain& chain, const std::string& revision, const TransferOptions& options) {
  TargetTransaction transaction(target.handle(), tables);
  Status status = transaction.begin(options.lock_wait_ms);
  // Between the upgrade and the lock somebody else may have gone on.
  if (status.ok()) status = transaction.check_revision(chain.name, revision);
  if (status.ok()) status = transaction.empty_tables();
  if (status.ok()) status = copy_all(source, target.handle(), tables, options);
  if (status.ok()) status = transaction.set_sequences(source);
  if (status.ok()) status = transaction.restore();
  if (status.ok()) status = transaction.commit();
  return status;
}

}  // namespace
}  // namespace transfer_detail

std::string TransferProblem::to_string() const {
  std::string result = table;
  if (!column.empty()) result += "." + column;
  if (has_rowid) result += ", rowid " + std::to_string(rowid);
  return result + ": " + text;
}

Status transfer(sqlite::Database& source, postgres::Database& target, const Chain& chain,
                const TransferOptions& options, TransferReport& report) {
  namespace detail = transfer_detail;
  report = {};
  Status status = source.check_idle();
  if (status.ok()) status = target.check_idle();
  if (status.ok()) status = detail::source_revision(source, chain, report.revision);
  bool fresh = false;
  if (status.ok()) {
    status = detail::prepare_target(target, chain, report.revision, options, fresh);
  }
  detail::Target tables;
  if (status.ok()) status = detail::read_target(target.handle(), tables);
  if (!status.ok()) return status;

  detail::Snapshot snapshot(source.handle());
  status = snapshot.begin();
  if (status.ok()) status = detail::check_integrity(source.handle(), report);
  if (status.ok()) status = detail::match_source(source.handle(), options.exclude, tables, report);
  // Rows that the chain's own migrations have just inserted are not the program's.
  if (status.ok() && !fresh && !options.replace && !options.dry_run) {
    status = detail::check_empty(target.handle(), tables);
  }
  if (status.ok()) status = detail::examine_all(source.handle(), tables, options, report);
  if (!status.ok() || options.dry_run) return status;
  status = detail::move_rows(source.handle(), target, tables, chain, report.revision, options);
  if (status.ok()) detail::analyze(target.handle(), tables);
  return status;
}

}  // namespace retort
