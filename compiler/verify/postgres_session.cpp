// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Prepares a fresh cluster for SQL that anybody may have written, and connects to it.
#include "verify/postgres_session.hpp"

#include "retort/migrate.hpp"

namespace retort::compiler::verify {
namespace {

// Whoever may create roles can, before PostgreSQL 16, grant himself the predefined roles that run
// programs and touch files. Without their rows in pg_authid there is nothing to grant.
constexpr const char* no_escape =
    "DELETE FROM pg_catalog.pg_authid WHERE rolname IN ('pg_execute_server_program',"
    " 'pg_write_server_files', 'pg_read_server_files')";

constexpr const char* preparation[] = {
    "CREATE ROLE retort LOGIN CREATEDB CREATEROLE",
    no_escape,
    "ALTER DATABASE postgres OWNER TO retort",
    "ALTER SCHEMA public OWNER TO retort",
};

}  // namespace

Status PostgresSession::open(const std::string& conninfo) {
  {
    retort::postgres::Database superuser;
    Status status = superuser.open(conninfo);
    for (const char* sql : preparation) {
      if (status.ok()) status = superuser.query(sql, nullptr, 0, nullptr);
    }
    const std::string timeout =
        "ALTER ROLE retort SET statement_timeout = '" + std::to_string(statement_seconds) + "s'";
    if (status.ok()) status = superuser.query(timeout, nullptr, 0, nullptr);
    if (!status.ok()) return status;
  }
  // The last word wins.
  Status status = database_.open(conninfo + " user=retort");
  if (status.ok()) status = database_.try_lock(Options());
  return status.ok() ? create_ledger() : status;
}

// Empty: the driver keeps notes there of statements that run outside of a transaction.
Status PostgresSession::create_ledger() {
  const Traits traits = database_.traits();
  const std::string sql =
      "CREATE TABLE " + std::string(traits.ledger_table) + std::string(traits.ledger_columns);
  Status status = database_.query(sql, nullptr, 0, nullptr);
  bool found = false;
  return status.ok() ? database_.has_ledger(found) : status;
}

Status PostgresSession::close() {
  Status status = database_.unlock();
  database_.close();
  return status;
}

}  // namespace retort::compiler::verify
