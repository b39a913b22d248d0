// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// The lock of a run, polled: a waiter that blocks inside the server keeps a snapshot, and with it
// CREATE INDEX CONCURRENTLY of the holder waits for the waiter: a deadlock. So one attempt per
// call, each a transaction of its own, and the pauses are slept in the client.
#include <cstdlib>
#include <string>
#include <utility>

#include "postgres/session.hpp"
#include "postgres/wait.hpp"

namespace retort::postgres {
namespace {

using detail::value;

constexpr int oldest_server = 120000;

std::string key() { return std::to_string(lock_key); }

void on_notice(void* argument, const PGresult* result) {
  auto* const session = static_cast<detail::Session*>(argument);
  const char* text = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
  if (session->observer != nullptr && text != nullptr) session->observer->on_notice(text);
}

// What must be known before the lock is tried, in one round trip.
Status look_around(detail::Session& session) {
  const std::string sql =
      "SELECT pg_backend_pid(), pg_is_in_recovery(), current_setting('search_path'),"
      " current_setting('lock_timeout'), current_setting('statement_timeout'),"
      " current_setting('default_transaction_read_only')";
  const detail::Result row = detail::run(session, sql);
  if (!detail::succeeded(row)) return detail::failure(session, row, sql);
  if (value(row, 0, 1) == "t") {
    return {Code::read_only, "the server is a standby: connect to the primary"};
  }
  if (value(row, 0, 5) == "on") {
    return {Code::read_only, "default_transaction_read_only is on for this connection"};
  }
  // A pooler gives its clients process numbers of its own.
  session.pooled = std::atoi(PQgetvalue(row.get(), 0, 0)) != PQbackendPID(session.connection);
  session.settings.search_path = value(row, 0, 2);
  session.settings.lock_timeout = value(row, 0, 3);
  session.settings.statement_timeout = value(row, 0, 4);
  return {};
}

Status check_server(const detail::Session& session) {
  if (const int version = PQserverVersion(session.connection); version < oldest_server) {
    return {Code::wrong_engine,
            detail::join({"the server is PostgreSQL ", std::to_string(version / 10000),
                          ", the oldest that can be used is 12"})};
  }
  const char* encoding = PQparameterStatus(session.connection, "client_encoding");
  if (encoding != nullptr && std::string_view(encoding) == "UTF8") return {};
  return {Code::invalid_argument,
          detail::join({"client_encoding is ", encoding == nullptr ? "not known" : encoding,
                        ", migrations are sent as UTF8: SET client_encoding TO 'UTF8'"})};
}

Status put_back(detail::Session& session) {
  const std::string sql = detail::join(
      {"SELECT pg_catalog.pg_advisory_unlock(", key(), "), pg_catalog.set_config('search_path', ",
       detail::literal(session.settings.search_path), ", false)",
       ", pg_catalog.set_config('lock_timeout', ", detail::literal(session.settings.lock_timeout),
       ", false)", ", pg_catalog.set_config('statement_timeout', ",
       detail::literal(session.settings.statement_timeout), ", false)"});
  const detail::Result row = detail::run(session, sql);
  if (!detail::succeeded(row)) return detail::failure(session, row, sql);
  if (value(row, 0, 0) == "t") return {};
  return {Code::connection_lost,
          "the lock of this run was no longer held at its end: is a connection pooler in between?"};
}

}  // namespace

Status Database::try_lock(const Options& options) {
  detail::Session& session = *session_;
  if (Status status = check_server(session); !status.ok()) return status;
  if (session.settings.search_path.empty()) {
    if (Status status = look_around(session); !status.ok()) return status;
  }
  if (!session.pooled) {
    const std::string sql = detail::join({"SELECT pg_catalog.pg_try_advisory_lock(", key(), ")"});
    const detail::Result row = detail::run(session, sql);
    if (!detail::succeeded(row)) return detail::failure(session, row, sql);
    if (value(row, 0, 0) != "t") {
      return {Code::busy, "another upgrade holds the lock of this database"};
    }
    session.locked = true;
  }
  session.observer = options.observer;
  session.lock_wait_ms = options.lock_wait_ms;
  session.previous_receiver = PQsetNoticeReceiver(session.connection, nullptr, nullptr);
  PQsetNoticeReceiver(session.connection, on_notice, &session);
  return {};
}

// A transaction that failed must be rolled back before the server takes any other statement. The
// unlock must be seen to be true: behind a pooler that went unnoticed it has gone elsewhere. A
// pooler's connection is not ours between transactions: nothing was set on it, nothing is put back.
Status Database::unlock() {
  detail::Session& session = *session_;
  Status status = rollback();
  if (PQstatus(session.connection) == CONNECTION_OK) {
    if (session.locked) {
      Status restored = put_back(session);
      if (status.ok()) status = std::move(restored);
    }
    PQsetNoticeReceiver(session.connection, session.previous_receiver,
                        session.previous_receiver_argument);
  }
  detail::Session fresh;
  fresh.connection = session.connection;
  fresh.owned = session.owned;
  fresh.ledger_table = std::move(session.ledger_table);
  session = std::move(fresh);
  return status;
}

// A bigint key is shown in two halves: classid is the upper, objid the lower one, objsubid is 1.
std::string Database::lock_holder() {
  detail::Session& session = *session_;
  if (session.locked) return detail::oldest_transaction(session);
  const std::string sql = detail::join(
      {"SELECT 'pid ' || a.pid || coalesce(' (' || nullif(a.application_name, '') || ')', '')"
       " || coalesce(', since ' || to_char(a.xact_start AT TIME ZONE 'UTC', 'HH24:MI:SS UTC'),"
       " ', connected since ' || to_char(a.backend_start AT TIME ZONE 'UTC', 'HH24:MI:SS UTC'), '')"
       " FROM pg_catalog.pg_locks l JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid"
       " WHERE l.locktype = 'advisory' AND l.granted AND l.objsubid = 1"
       " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname ="
       " current_database()) AND (l.classid::bigint << 32 | l.objid::bigint) = ",
       key()});
  const detail::Result row = detail::run(session, sql);
  if (!detail::succeeded(row) || PQntuples(row.get()) == 0) return {};
  return std::string(value(row, 0, 0));
}

}  // namespace retort::postgres
