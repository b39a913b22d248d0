// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The ledger table as statements: one chain's rows in, rows out. The SQL is the same for every
// engine; the table's name and its column types come from the driver.
#include "src/ledger.hpp"

#include "src/down_script.hpp"
#include "src/text.hpp"

namespace retort::detail {
namespace {

Progress to_progress(bool running, std::int64_t value) {
  Progress progress;
  progress.running = running;
  progress.down = value < 0;
  progress.done = static_cast<std::uint32_t>(value < 0 ? -1 - value : value);
  return progress;
}

Value to_value(const Progress& progress) {
  if (!progress.running) return {};
  const std::int64_t done = progress.done;
  return progress.down ? -1 - done : done;
}

class RowReader final : public RowSink {
 public:
  explicit RowReader(std::vector<LedgerRow>& rows) noexcept : rows_(rows) {}

  void on_row(const Row& row) override {
    LedgerRow& entry = rows_.emplace_back();
    entry.seq = row.integer(0);
    entry.revision = row.text(1);
    entry.digest = row.text(2);
    entry.content_hash = row.text(3);
    entry.progress = to_progress(!row.is_null(4), row.integer(4));
  }

 private:
  std::vector<LedgerRow>& rows_;
};

constexpr const char* last_row = "chain = $1 ORDER BY seq DESC LIMIT 1";
constexpr const char* of_revision = "chain = $1 AND revision = $2";

}  // namespace

Ledger::Ledger(Database& database, const Chain& chain)
    : database_(database), chain_(chain), traits_(database.traits()) {}

Status Ledger::select(const char* condition, std::initializer_list<Value> values,
                      std::vector<LedgerRow>& rows) {
  rows.clear();
  RowReader reader(rows);
  return database_.query(
      format("SELECT seq, revision, digest, content_hash, progress FROM % WHERE %",
             traits_.ledger_table, condition),
      values.begin(), static_cast<std::uint32_t>(values.size()), &reader);
}

Status Ledger::change(const char* pattern, std::initializer_list<Value> values) {
  return database_.query(format(pattern, traits_.ledger_table), values.begin(),
                         static_cast<std::uint32_t>(values.size()), nullptr);
}

Status Ledger::at_head(bool& result) {
  result = chain_.revision_count == 0;
  if (result) return {};
  std::vector<LedgerRow> last;
  Status status = select(last_row, {chain_.name}, last);
  // On an SQL error, most likely there is no ledger yet; if there is one and it cannot be read,
  // read() says so.
  if (status.code() == Code::sql_error) return {};
  const Revision& head = chain_.revisions[chain_.revision_count - 1];
  result = !last.empty() && last[0].revision == head.id && !last[0].progress.running &&
           last[0].digest == find_body(head, traits_.engine)->digest;
  return status;
}

Status Ledger::read() {
  rows_.clear();
  Status status = database_.has_ledger(exists_);
  traits_ = database_.traits();  // where the ledger is, some drivers know only now
  if (!status.ok() || !exists_) return status;
  status = select("chain = $1 ORDER BY seq", {chain_.name}, rows_);
  if (status.code() == Code::sql_error) {
    return fail(Code::bad_ledger, "cannot read the table %: %", traits_.ledger_table,
                status.message())
        .native(status.native_code(), status.sqlstate());
  }
  std::uint32_t expected = 0;
  for (LedgerRow& row : rows_) {
    if (row.revision.empty()) {
      return fail(Code::bad_ledger, "the table % holds a row without a revision",
                  traits_.ledger_table);
    }
    // Rows nearly always stand in chain order; only where they do not is a search needed.
    if (expected >= chain_.revision_count || chain_.revisions[expected].id != row.revision) {
      expected = find_revision(chain_, row.revision);
    }
    row.index = expected;
    if (expected != base_index) ++expected;
  }
  return status;
}

Status Ledger::is_unchanged(bool& result) {
  result = rows_.empty();
  bool exists = exists_;
  if (!exists) {
    if (Status status = database_.has_ledger(exists); !status.ok() || !exists) return status;
  }
  std::vector<LedgerRow> last;
  Status status = select(last_row, {chain_.name}, last);
  if (!last.empty()) {
    result = !rows_.empty() && last[0].seq == rows_.back().seq &&
             last[0].revision == rows_.back().revision && last[0].digest == rows_.back().digest &&
             last[0].progress.running == rows_.back().progress.running;
  } else {
    result = rows_.empty();
  }
  return status;
}

Status Ledger::create() {
  if (exists_) return {};
  Status status = database_.query(
      format("CREATE TABLE IF NOT EXISTS %%", traits_.ledger_table, traits_.ledger_columns),
      nullptr, 0, nullptr);
  exists_ = status.ok();
  return status;
}

Status Ledger::insert(const NewRow& row) {
  if (insert_sql_.empty()) {
    insert_sql_ = format(
        "INSERT INTO % (chain, seq, revision, digest, content_hash, message, duration_us,"
        " applied_by, progress, down_plan, down_sql)"
        " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        traits_.ledger_table);
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
  LedgerRow& entry = rows_.emplace_back();
  entry.seq = row.seq;
  entry.revision = row.revision->id;
  entry.digest = row.body->digest;
  entry.content_hash = row.body->content_hash;
  entry.progress = row.progress;
  entry.index = static_cast<std::uint32_t>(row.revision - chain_.revisions);
  return database_.query(insert_sql_, values, sizeof values / sizeof *values, nullptr);
}

Status Ledger::remove(std::string_view revision) {
  for (auto row = rows_.begin(); row != rows_.end(); ++row) {
    if (row->revision != revision) continue;
    rows_.erase(row);
    break;
  }
  return change("DELETE FROM % WHERE chain = $1 AND revision = $2", {chain_.name, revision});
}

Status Ledger::remove_all() {
  rows_.clear();
  return change("DELETE FROM % WHERE chain = $1", {chain_.name});
}

Status Ledger::set_progress(std::string_view revision, const Progress& progress,
                            std::int64_t duration_us) {
  for (LedgerRow& row : rows_) {
    if (row.revision == revision) row.progress = progress;
  }
  return change("UPDATE % SET progress = $1, duration_us = $2 WHERE chain = $3 AND revision = $4",
                {to_value(progress), duration_us, chain_.name, revision});
}

Status Ledger::get_progress(std::string_view revision, bool& found, Progress& progress) {
  std::vector<LedgerRow> row;
  Status status = select(of_revision, {chain_.name, revision}, row);
  found = !row.empty();
  if (found) progress = row[0].progress;
  return status;
}

Status Ledger::is_applied(const Dependency& dependency, bool& result) {
  result = false;
  if (!exists_) return {};
  std::vector<LedgerRow> row;
  Status status = select(of_revision, {dependency.chain, dependency.revision}, row);
  result = !row.empty() && !row[0].progress.running;
  return status;
}

Status Ledger::load_down(std::string_view revision, LedgerScript& script, bool& has_down) {
  class Reader final : public RowSink {
   public:
    explicit Reader(LedgerScript& target) noexcept : target_(target) {}
    void on_row(const Row& row) override {
      found = !row.is_null(0);
      readable = !found || target_.decode(row.text(0), row.text(1));
    }
    bool found = false;
    bool readable = true;

   private:
    LedgerScript& target_;
  } reader(script);
  const Value values[] = {chain_.name, revision};
  Status status = database_.query(
      format("SELECT down_sql, down_plan FROM % WHERE %", traits_.ledger_table, of_revision),
      values, 2, &reader);
  has_down = reader.found;
  if (status.ok() && !reader.readable) {
    return fail(Code::bad_ledger,
                "the ledger's down SQL of revision '%' does not fit its down_plan", revision);
  }
  return status;
}

}  // namespace retort::detail
