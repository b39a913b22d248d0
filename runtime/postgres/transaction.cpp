// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Transactions, and what must be put back with their end.
#include <string>

#include "postgres/session.hpp"

namespace retort::postgres {
namespace {

// COMMIT of a transaction that failed answers "ROLLBACK" and is no error.
bool committed(const detail::Result& result) {
  return std::string_view(PQcmdStatus(result.get())) == "COMMIT";
}

void ended(detail::Session& session) {
  session.in_transaction = false;
  session.keeps_search_path = false;
  session.lock_timeout_ms = -1;
  session.statement_timeout_ms = -1;
}

}  // namespace

Status Database::begin(bool /*foreign_keys_off*/) {
  detail::Session& session = *session_;
  if (!session.pooled) {
    Status status = detail::run_checked(session, "BEGIN");
    session.in_transaction = status.ok();
    return status;
  }
  const std::string sql = detail::join(
      {"BEGIN; SELECT pg_catalog.pg_try_advisory_xact_lock(", std::to_string(lock_key), ")"});
  const detail::Result row = detail::run(session, sql);
  if (!detail::succeeded(row)) return detail::failure(session, row, sql);
  session.in_transaction = true;
  if (detail::value(row, 0, 0) == "t") return {};
  Status status = rollback();
  if (!status.ok()) return status;
  return {Code::busy, "another upgrade holds the lock of this database"};
}

// Deferred constraints are checked by COMMIT itself; asking here gives the error its revision.
Status Database::check() { return detail::run_checked(*session_, "SET CONSTRAINTS ALL IMMEDIATE"); }

Status Database::commit(bool durable) {
  detail::Session& session = *session_;
  // In one message: a revision may have changed search_path, and a commit that another one of this
  // run follows need not wait for the disk.
  std::string sql;
  if (!session.keeps_search_path) {
    sql = detail::join({"SELECT pg_catalog.set_config('search_path', ",
                        detail::literal(session.settings.search_path), ", false);"});
  }
  if (!durable) sql.append("SET LOCAL synchronous_commit = off;");
  sql.append("COMMIT");
  const detail::Result result = detail::run(session, sql);
  if (detail::succeeded(result) && committed(result)) {
    ended(session);
    return {};
  }
  if (detail::succeeded(result)) {
    ended(session);
    return {Code::sql_error, "the server rolled the transaction back instead of committing it"};
  }
  Status status = detail::failure(session, result, sql);
  if (status.code() != Code::connection_lost) return status;
  return Status(Code::in_doubt,
                detail::join({"the connection was lost during COMMIT: ", status.message(),
                              "; the next run finds out whether it was committed"}))
      .native(0, status.sqlstate());
}

Status Database::rollback() {
  detail::Session& session = *session_;
  ended(session);
  const PGTransactionStatusType state = PQtransactionStatus(session.connection);
  if (state == PQTRANS_IDLE || state == PQTRANS_UNKNOWN) return {};
  return detail::run_checked(session, "ROLLBACK");
}

}  // namespace retort::postgres
