// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The ledger table as statements: one chain's rows in, rows out. The SQL is the same for every
// engine; the table's name and its column types come from the driver.
#include "src/ledger.hpp"

#include <utility>

#include "src/down_script.hpp"
#include "src/text.hpp"

namespace retort::detail {
namespace {

template <class Function>
class Sink final : public RowSink {
 public:
  explicit Sink(Function function) : function_(std::move(function)) {}
  void on_row(const Row& row) override { function_(row); }

 private:
  Function function_;
};

Progress read_progress(const Row& row, std::uint32_t column) {
  Progress progress;
  progress.running = !row.is_null(column);
  const std::int64_t value = row.integer(column);
  progress.down = value < 0;
  progress.done = static_cast<std::uint32_t>(value < 0 ? -1 - value : value);
  return progress;
}

Value to_value(const Progress& progress) {
  if (!progress.running) return {};
  const std::int64_t done = progress.done;
  return progress.down ? -1 - done : done;
}

constexpr std::string_view of_revision = " WHERE chain = $1 AND revision = $2";
constexpr std::string_view last_row = " WHERE chain = $1 ORDER BY seq DESC LIMIT 1";

}  // namespace

Ledger::Ledger(Database& database, const Chain& chain)
    : database_(database), chain_(chain), traits_(database.traits()) {}

Status Ledger::query(std::string_view head, std::string_view tail,
                     std::initializer_list<Value> values, RowSink* sink) {
  const std::string sql = concat({head, traits_.ledger_table, tail});
  return database_.query(sql, values.begin(), static_cast<std::uint32_t>(values.size()), sink);
}

Status Ledger::at_head(bool& result) {
  result = chain_.revision_count == 0;
  if (result) return {};
  const Revision& head = chain_.revisions[chain_.revision_count - 1];
  const Body* body = find_body(head, traits_.engine);
  Sink sink([&](const Row& row) {
    result = row.text(0) == head.id && row.text(1) == body->digest && row.is_null(2);
  });
  Status status = query("SELECT revision, digest, progress FROM ", last_row, {chain_.name}, &sink);
  if (status.code() != Code::sql_error) return status;
  // Most likely there is no ledger yet. If there is one and it cannot be read, read() says so.
  return {};
}

Status Ledger::read() {
  rows_.clear();
  Status looked = database_.has_ledger(exists_);
  traits_ = database_.traits();  // where the ledger is, some drivers know only now
  if (!looked.ok() || !exists_) return looked;
  bool complete = true;
  std::uint32_t expected = 0;
  Sink sink([&](const Row& row) {
    LedgerRow entry;
    entry.seq = row.integer(0);
    entry.revision = row.text(1);
    entry.digest = row.text(2);
    entry.content_hash = row.text(3);
    entry.progress = read_progress(row, 4);
    complete = complete && !entry.revision.empty();
    // Rows nearly always stand in chain order; only where they do not is a search needed.
    if (expected >= chain_.revision_count || chain_.revisions[expected].id != entry.revision) {
      expected = find_revision(chain_, entry.revision);
    }
    entry.index = expected;
    if (expected != base_index) ++expected;
    rows_.push_back(std::move(entry));
  });
  Status status = query("SELECT seq, revision, digest, content_hash, progress FROM ",
                        " WHERE chain = $1 ORDER BY seq", {chain_.name}, &sink);
  if (status.code() == Code::sql_error) {
    return Status(Code::bad_ledger,
                  concat({"cannot read the table ", traits_.ledger_table, ": ", status.message()}))
        .native(status.native_code(), status.sqlstate());
  }
  if (status.ok() && !complete) {
    return {Code::bad_ledger,
            concat({"the table ", traits_.ledger_table, " holds a row without a revision"})};
  }
  return status;
}

Status Ledger::is_unchanged(bool& result) {
  result = rows_.empty();
  bool exists = exists_;
  if (!exists) {
    if (Status status = database_.has_ledger(exists); !status.ok() || !exists) return status;
  }
  Sink sink([&](const Row& row) {
    if (rows_.empty()) {
      result = false;
      return;
    }
    const LedgerRow& last = rows_.back();
    const Progress progress = read_progress(row, 3);
    result = row.integer(0) == last.seq && row.text(1) == last.revision &&
             row.text(2) == last.digest && progress.running == last.progress.running;
  });
  return query("SELECT seq, revision, digest, progress FROM ", last_row, {chain_.name}, &sink);
}

Status Ledger::create() {
  if (exists_) return {};
  Status status = query("CREATE TABLE IF NOT EXISTS ", traits_.ledger_columns, {});
  exists_ = status.ok();
  return status;
}

Status Ledger::insert(const NewRow& row) {
  if (insert_sql_.empty()) {
    insert_sql_ = concat({"INSERT INTO ", traits_.ledger_table,
                          " (chain, seq, revision, digest, content_hash, message, duration_us,"
                          " applied_by, progress, down_plan, down_sql)"
                          " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)"});
  }
  StoredDown down;
  const bool has_down = row.body->down.present && !row.body->irreversible;
  if (has_down) down = encode_down(row.body->down);
  const Value values[] = {
      chain_.name,
      row.seq,
      row.revision->id,
      row.body->digest,
      row.body->content_hash,
      row.revision->message,
      row.duration_us < 0 ? Value() : Value(row.duration_us),
      row.applied_by,
      to_value(row.progress),
      has_down ? Value(std::string_view(down.plan)) : Value(),
      has_down ? Value(std::string_view(down.sql)) : Value(),
  };
  Status status = database_.query(insert_sql_, values, sizeof values / sizeof *values, nullptr);
  if (!status.ok()) return status;
  LedgerRow entry;
  entry.seq = row.seq;
  entry.revision = row.revision->id;
  entry.digest = row.body->digest;
  entry.content_hash = row.body->content_hash;
  entry.progress = row.progress;
  entry.index = static_cast<std::uint32_t>(row.revision - chain_.revisions);
  rows_.push_back(std::move(entry));
  return status;
}

Status Ledger::remove(std::string_view revision) {
  Status status = query("DELETE FROM ", of_revision, {chain_.name, revision});
  if (!status.ok()) return status;
  for (auto row = rows_.begin(); row != rows_.end(); ++row) {
    if (row->revision != revision) continue;
    rows_.erase(row);
    break;
  }
  return status;
}

Status Ledger::remove_all() {
  rows_.clear();
  return query("DELETE FROM ", " WHERE chain = $1", {chain_.name});
}

Status Ledger::set_progress(std::string_view revision, const Progress& progress,
                            std::int64_t duration_us) {
  for (LedgerRow& row : rows_) {
    if (row.revision == revision) row.progress = progress;
  }
  return query("UPDATE ", " SET progress = $1, duration_us = $2 WHERE chain = $3 AND revision = $4",
               {to_value(progress), duration_us, chain_.name, revision});
}

Status Ledger::get_progress(std::string_view revision, bool& found, Progress& progress) {
  found = false;
  Sink sink([&](const Row& row) {
    found = true;
    progress = read_progress(row, 0);
  });
  return query("SELECT progress FROM ", of_revision, {chain_.name, revision}, &sink);
}

Status Ledger::is_applied(const Dependency& dependency, bool& result) {
  result = false;
  if (!exists_) return {};
  Sink sink([&](const Row& row) { result = row.is_null(0); });
  return query("SELECT progress FROM ", of_revision, {dependency.chain, dependency.revision},
               &sink);
}

Status Ledger::load_down(std::string_view revision, LedgerScript& script, bool& has_down) {
  has_down = false;
  bool readable = true;
  Sink sink([&](const Row& row) {
    has_down = !row.is_null(0);
    if (has_down) readable = script.decode(row.text(0), row.text(1));
  });
  Status status =
      query("SELECT down_sql, down_plan FROM ", of_revision, {chain_.name, revision}, &sink);
  if (status.ok() && !readable) {
    return {Code::bad_ledger, concat({"the ledger's down SQL of revision '", revision,
                                      "' does not fit its down_plan"})};
  }
  return status;
}

}  // namespace retort::detail
