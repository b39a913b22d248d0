// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What happens to the target around the copy. All of it is transactional in PostgreSQL, foreign
// keys and triggers too: whatever fails, the target is as it was.
#include "transfer/target_transaction.hpp"

#include <chrono>
#include <thread>

#include "src/identifier.hpp"
#include "transfer/source.hpp"

namespace retort::transfer_detail {

using postgres::detail::Result;

TargetTransaction::~TargetTransaction() {
  if (open_) const Result ignored(PQexec(connection_, "ROLLBACK"));
}

Status TargetTransaction::run(const std::string& sql, std::string_view what) {
  const Result result(PQexec(connection_, sql.c_str()));
  const ExecStatusType status = PQresultStatus(result.get());
  if (status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK) return {};
  return failure(connection_, result.get(), what);
}

Status TargetTransaction::begin(std::int64_t lock_wait_ms) {
  Status status = run("BEGIN", "BEGIN");
  open_ = status.ok();
  if (!status.ok()) return status;
  status =
      run("SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL timezone = 'UTC';"
          " SET LOCAL client_encoding = 'UTF8'; SET LOCAL statement_timeout = 0;"
          " SET LOCAL bytea_output = 'hex'",
          "settings");
  if (!status.ok()) return status;
  const std::string sql =
      "SELECT pg_try_advisory_xact_lock(" + std::to_string(postgres::lock_key) + ")";
  constexpr std::int64_t pause_ms = 50;
  for (std::int64_t waited = 0;; waited += pause_ms) {
    const Result result(PQexec(connection_, sql.c_str()));
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
      return failure(connection_, result.get(), "the target");
    }
    if (postgres::detail::value(result, 0, 0) == "t") return {};
    if (waited >= lock_wait_ms) return {Code::busy, "somebody else is migrating the target"};
    std::this_thread::sleep_for(std::chrono::milliseconds(pause_ms));
  }
}

Status TargetTransaction::check_revision(std::string_view chain, const std::string& revision) {
  const std::string name(chain);
  const char* const values[] = {name.c_str()};
  const std::string sql =
      "SELECT revision FROM " + target_.ledger + " WHERE chain = $1 ORDER BY seq DESC LIMIT 1";
  const Result result(
      PQexecParams(connection_, sql.c_str(), 1, nullptr, values, nullptr, nullptr, 0));
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
    return failure(connection_, result.get(), "the target");
  }
  if (PQntuples(result.get()) == 1 && postgres::detail::value(result, 0, 0) == revision) return {};
  return {Code::busy, "somebody else has migrated the target since: run the transfer again"};
}

Status TargetTransaction::read_triggers() {
  const char* const values[] = {target_.schema.c_str()};
  const Result result(PQexecParams(
      connection_,
      "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), quote_ident(t.tgname),"
      " t.tgenabled FROM pg_catalog.pg_trigger t JOIN pg_catalog.pg_class c ON c.oid = t.tgrelid"
      " JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace"
      " WHERE n.nspname = $1 AND NOT t.tgisinternal AND t.tgenabled <> 'D' AND c.relkind IN ('r', "
      "'p')",
      1, nullptr, values, nullptr, nullptr, 0));
  if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) {
    return failure(connection_, result.get(), "the target");
  }
  for (int row = 0; row < PQntuples(result.get()); ++row) {
    triggers_.push_back({PQgetvalue(result.get(), row, 0), PQgetvalue(result.get(), row, 1),
                         *PQgetvalue(result.get(), row, 2)});
  }
  return {};
}

Status TargetTransaction::empty_tables() {
  if (Status status = read_triggers(); !status.ok()) return status;
  for (const ForeignKey& key : target_.foreign_keys) {
    Status status = run("ALTER TABLE " + key.table + " DROP CONSTRAINT " + key.name, key.table);
    if (!status.ok()) return status;
  }
  for (const Trigger& trigger : triggers_) {
    Status status =
        run("ALTER TABLE " + trigger.table + " DISABLE TRIGGER " + trigger.name, trigger.table);
    if (!status.ok()) return status;
  }
  if (target_.tables.empty()) return {};
  std::string sql = "TRUNCATE";
  for (const Table& table : target_.tables) {
    sql += (&table == &target_.tables.front() ? " " : ", ") + table.quoted;
  }
  return run(sql, "TRUNCATE");
}

Status TargetTransaction::set_sequences(sqlite3* source) {
  SourceRows rows;
  bool more = false;
  // The table exists once a database has had an AUTOINCREMENT column.
  Status status = rows.open(source,
                            "SELECT count(*) FROM sqlite_schema"
                            " WHERE name = 'sqlite_sequence'");
  if (status.ok()) status = rows.next(more);
  if (!status.ok()) return status;
  const bool counted = rows.integer(0) > 0;
  for (const Table& table : target_.tables) {
    std::int64_t handed_out = 0;
    if (counted) {
      status = rows.open(source, "SELECT max(seq) FROM sqlite_sequence WHERE name = " +
                                     postgres::detail::literal(table.name));
      if (status.ok()) status = rows.next(more);
      if (!status.ok()) return status;
      handed_out = rows.integer(0);
    }
    for (const Column& column : table.columns) {
      if (column.sequence.empty() || column.source_column < 0) continue;
      const std::string largest = "greatest(max(" + detail::quoted_identifier(column.name) + "), " +
                                  std::to_string(handed_out) + ")";
      status = run("SELECT setval(" + postgres::detail::literal(column.sequence) + ", greatest(" +
                       largest + ", 1), " + largest + " > 0) FROM " + table.quoted,
                   column.sequence);
      if (!status.ok()) return status;
    }
  }
  return {};
}

Status TargetTransaction::restore() {
  for (const Trigger& trigger : triggers_) {
    const char* const how = trigger.enabled == 'A'   ? " ENABLE ALWAYS TRIGGER "
                            : trigger.enabled == 'R' ? " ENABLE REPLICA TRIGGER "
                                                     : " ENABLE TRIGGER ";
    Status status = run("ALTER TABLE " + trigger.table + how + trigger.name, trigger.table);
    if (!status.ok()) return status;
  }
  for (const ForeignKey& key : target_.foreign_keys) {
    Status status =
        run("ALTER TABLE " + key.table + " ADD CONSTRAINT " + key.name + " " + key.definition,
            key.table);
    if (status.ok() && !key.comment.empty()) {
      status = run("COMMENT ON CONSTRAINT " + key.name + " ON " + key.table + " IS " +
                       postgres::detail::literal(key.comment),
                   key.table);
    }
    if (!status.ok()) return status;
  }
  return {};
}

Status TargetTransaction::commit() {
  open_ = false;
  Status status = run("COMMIT", "COMMIT");
  if (status.code() == Code::connection_lost) {
    return {Code::in_doubt, "the connection broke during COMMIT: look whether the rows are there"};
  }
  return status;
}

void analyze(PGconn* connection, const Target& target) {
  for (const Table& table : target.tables) {
    const Result ignored(PQexec(connection, ("ANALYZE " + table.quoted).c_str()));
  }
}

}  // namespace retort::transfer_detail
