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

constexpr const char* last_row = "chain = $1 ORDER BY seq DESC LIMIT 1";
constexpr const char* of_revision = "chain = $1 AND revision = $2";

}  // namespace

Ledger::Ledger(Database& database, const Chain& chain)
    : database_(database), chain_(chain), traits_(database.traits()) {}

void Ledger::on_row(const Row& row) {
  LedgerRow& entry = found_.emplace_back();
  entry.seq = row.integer(0);
  entry.revision = row.text(1);
  entry.progress = to_progress(!row.is_null(4), row.integer(4));
  // Rows nearly always stand in chain order; only where they do not is a search needed.
  if (expected_ >= chain_.revision_count || chain_.revisions[expected_].id != entry.revision) {
    expected_ = find_revision(chain_, entry.revision);
  }
  entry.index = expected_;
  if (expected_ == base_index) return;
  const Body& body = *find_body(chain_.revisions[expected_++], traits_.engine);
  entry.same_digest = row.text(2) == body.digest;
  entry.same_content = row.text(3) == body.content_hash;
}

// `pattern` holds the table's name and, where it has a second '%', `rest`.
Status Ledger::query(const char* pattern, std::string_view rest, const Value* values,
                     std::uint32_t count, RowSink* sink) {
  return database_.query(format(pattern, traits_.ledger_table, rest), values, count, sink);
}

Status Ledger::select(const char* condition, std::string_view chain, std::string_view revision) {
  found_.clear();
  const Value values[] = {chain, revision};
  return query("SELECT seq, revision, digest, content_hash, progress FROM % WHERE %", condition,
               values, revision.empty() ? 1 : 2, this);
}

Status Ledger::change(const char* pattern, std::string_view revision) {
  const Value values[] = {chain_.name, revision};
  return query(pattern, {}, values, revision.empty() ? 1 : 2, nullptr);
}

Status Ledger::at_head(bool& result) {
  result = chain_.revision_count == 0;
  if (result) return {};
  expected_ = chain_.revision_count - 1;
  Status status = select(last_row, chain_.name, {});
  // On an SQL error, most likely there is no ledger yet; if there is one and it cannot be read,
  // read() says so.
  if (status.code() == Code::sql_error) return {};
  if (found_.empty()) return status;
  const LedgerRow& last = found_[0];
  result = last.index == chain_.revision_count - 1 && last.same_digest && !last.progress.running;
  return status;
}

Status Ledger::read() {
  rows_.clear();
  Status status = database_.has_ledger(exists_);
  refresh_traits();
  if (!status.ok() || !exists_) return status;
  expected_ = 0;
  status = select("chain = $1 ORDER BY seq", chain_.name, {});
  rows_.swap(found_);
  if (status.code() == Code::sql_error) {
    return fail(Code::bad_ledger, "cannot read the table %: %", traits_.ledger_table,
                status.message())
        .native(status.native_code(), status.sqlstate());
  }
  return status;
}

Status Ledger::is_unchanged(bool& result) {
  result = rows_.empty();
  bool exists = exists_;
  if (!exists) {
    if (Status status = database_.has_ledger(exists); !status.ok() || !exists) return status;
  }
  Status status = select(last_row, chain_.name, {});
  if (found_.empty() || rows_.empty()) {
    result = found_.empty() && rows_.empty();
    return status;
  }
  const LedgerRow& now = found_[0];
  const LedgerRow& then = rows_.back();
  result = now.seq == then.seq && now.revision == then.revision &&
           now.same_digest == then.same_digest && now.progress.running == then.progress.running;
  return status;
}

Status Ledger::create() {
  if (exists_) return {};
  Status status =
      query("CREATE TABLE IF NOT EXISTS %%", traits_.ledger_columns, nullptr, 0, nullptr);
  exists_ = status.ok();
  return status;
}

Status Ledger::insert(std::int64_t seq, const Revision& revision, std::string_view applied_by,
                      std::int64_t duration_us, const Progress& progress) {
  LedgerRow& row = rows_.emplace_back();
  row.seq = seq;
  row.index = static_cast<std::uint32_t>(&revision - chain_.revisions);
  row.same_digest = row.same_content = true;
  row.progress = progress;
  row.revision = revision.id;

  const Body& body = *find_body(revision, traits_.engine);
  Value values[11] = {chain_.name,     seq, revision.id, body.digest, body.content_hash,
                      revision.message};
  if (duration_us >= 0) values[6] = duration_us;
  values[7] = applied_by.empty() ? "retort" : applied_by;
  values[8] = to_value(progress);
  const bool has_down = body.down.present && !body.irreversible;
  const StoredDown down = has_down ? encode_down(body.down) : StoredDown();
  if (has_down) {
    values[9] = std::string_view(down.plan);
    values[10] = std::string_view(down.sql);
  }
  return query(
      "INSERT INTO % (chain, seq, revision, digest, content_hash, message, duration_us,"
      " applied_by, progress, down_plan, down_sql)"
      " VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      {}, values, 11, nullptr);
}

Status Ledger::remove(std::string_view revision) {
  if (!rows_.empty() && rows_.back().revision == revision) rows_.pop_back();
  return change("DELETE FROM % WHERE chain = $1 AND revision = $2", revision);
}

Status Ledger::remove_all() {
  rows_.clear();
  return change("DELETE FROM % WHERE chain = $1", {});
}

Status Ledger::set_progress(std::string_view revision, const Progress& progress,
                            std::int64_t duration_us) {
  if (!rows_.empty() && rows_.back().revision == revision) rows_.back().progress = progress;
  const Value values[] = {to_value(progress), duration_us, chain_.name, revision};
  return query("UPDATE % SET progress = $1, duration_us = $2 WHERE chain = $3 AND revision = $4",
               {}, values, 4, nullptr);
}

Status Ledger::get_progress(std::string_view revision, bool& found, Progress& progress) {
  Status status = select(of_revision, chain_.name, revision);
  found = !found_.empty();
  if (found) progress = found_[0].progress;
  return status;
}

Status Ledger::is_applied(const Dependency& dependency, bool& result) {
  result = false;
  if (!exists_) return {};
  Status status = select(of_revision, dependency.chain, dependency.revision);
  result = !found_.empty() && !found_[0].progress.running;
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
  Status status =
      query("SELECT down_sql, down_plan FROM % WHERE %", of_revision, values, 2, &reader);
  has_down = reader.found;
  if (status.ok() && !reader.readable) {
    return fail(Code::bad_ledger,
                "the ledger's down SQL of revision '%' does not fit its down_plan", revision);
  }
  return status;
}

}  // namespace retort::detail
