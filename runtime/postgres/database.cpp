// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Opening, lending and closing a connection; where the ledger is.
#include "retort/postgres.hpp"

#include <utility>

#include "postgres/session.hpp"
#include "src/identifier.hpp"

namespace retort::postgres {
namespace {

// The columns of docs/ledger-format.md; applied_at is UTC in ISO form, as on SQLite.
constexpr std::string_view columns =
    " (chain text NOT NULL, seq bigint NOT NULL, revision text NOT NULL, digest text NOT NULL,"
    " content_hash text NOT NULL, message text NOT NULL,"
    " applied_at text NOT NULL DEFAULT to_char(clock_timestamp() AT TIME ZONE 'UTC',"
    " 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"'),"
    " duration_us bigint, applied_by text NOT NULL, progress bigint, down_plan text, down_sql text,"
    " PRIMARY KEY (chain, seq), UNIQUE (chain, revision))";

// "postgresql+psycopg://…" is how SQLAlchemy writes "postgresql://…".
std::string without_driver(std::string_view url) {
  const std::size_t scheme_end = url.find("://");
  const std::size_t plus = url.substr(0, scheme_end).find('+');
  if (scheme_end == std::string_view::npos || plus == std::string_view::npos) {
    return std::string(url);
  }
  std::string result(url.substr(0, plus));
  if (result == "postgres" || result == "postgresql") return result.append(url.substr(scheme_end));
  return std::string(url);
}

bool is_connection_string(std::string_view text) {
  return text.substr(0, 11) == "postgres://" || text.substr(0, 13) == "postgresql://" ||
         text.find('=') != std::string_view::npos;
}

struct FreeOptions {
  void operator()(PQconninfoOption* options) const noexcept { PQconninfoFree(options); }
};

// libpq's own message for a malformed string repeats the string, password and all: it is not shown.
Status check_syntax(const std::string& conninfo) {
  if (!is_connection_string(conninfo)) {
    return {Code::invalid_argument, "not a PostgreSQL URL or connection string"};
  }
  char* message = nullptr;
  const std::unique_ptr<PQconninfoOption, FreeOptions> options(
      PQconninfoParse(conninfo.c_str(), &message));
  PQfreemem(message);
  if (options != nullptr) return {};
  return {Code::invalid_argument,
          "malformed connection string; special characters in a URL's user or password must be "
          "percent-encoded"};
}

}  // namespace

Database::Database() noexcept = default;
Database::Database(Database&&) noexcept = default;

Database& Database::operator=(Database&& other) noexcept {
  if (this != &other) {
    close();
    session_ = std::move(other.session_);
  }
  return *this;
}

Database::Database(pg_conn* connection) : session_(std::make_unique<detail::Session>()) {
  session_->connection = connection;
}

Database::~Database() { close(); }

Status Database::open(std::string_view url) {
  close();
  const std::string conninfo = without_driver(url);
  if (Status status = check_syntax(conninfo); !status.ok()) return status;
  // The first entry is expanded as a connection string; later ones stand for what it leaves open.
  const char* const keywords[] = {"fallback_application_name", "dbname", "client_encoding",
                                  nullptr};
  const char* const values[] = {"retort", conninfo.c_str(), "UTF8", nullptr};
  PGconn* const connection = PQconnectdbParams(keywords, values, 1);
  if (PQstatus(connection) != CONNECTION_OK) {
    Status status = detail::connect_failure(connection);
    PQfinish(connection);
    return status;
  }
  session_ = std::make_unique<detail::Session>();
  session_->connection = connection;
  session_->owned = true;
  return {};
}

void Database::close() noexcept {
  if (session_ != nullptr && session_->owned) PQfinish(session_->connection);
  session_.reset();
}

pg_conn* Database::handle() const noexcept {
  return session_ == nullptr ? nullptr : session_->connection;
}

Traits Database::traits() const noexcept {
  Traits traits;
  traits.engine = Engine::postgres;
  traits.one_transaction = false;
  traits.lock_survives_commit = session_ == nullptr || !session_->pooled;
  traits.ledger_columns = columns;
  if (session_ != nullptr) traits.ledger_table = session_->ledger_table;
  return traits;
}

Status Database::check_idle() {
  if (session_ == nullptr || session_->connection == nullptr) {
    return {Code::not_open, "no connection is open"};
  }
  switch (PQtransactionStatus(session_->connection)) {
    case PQTRANS_IDLE:
      return {};
    case PQTRANS_ACTIVE:
      return {Code::busy, "a statement of the caller is still running"};
    case PQTRANS_INTRANS:
    case PQTRANS_INERROR:
      return {Code::open_transaction, "the connection is inside a transaction of the caller"};
    case PQTRANS_UNKNOWN:
      break;
  }
  return {Code::connection_lost, "the connection to the server is lost"};
}

// Where search_path finds a ledger it is taken, else it will be made in current_schema().
Status Database::has_ledger(bool& result) {
  if (!session_->in_transaction) {
    if (Status status = check_idle(); !status.ok()) return status;
  }
  static constexpr const char* sql =
      "SELECT n.nspname, c.oid IS NOT NULL FROM (SELECT to_regclass('retort_ledger') AS oid) r"
      " LEFT JOIN pg_catalog.pg_class c ON c.oid = r.oid"
      " LEFT JOIN pg_catalog.pg_namespace n ON n.nspname ="
      " coalesce((SELECT nspname FROM pg_catalog.pg_namespace WHERE oid = c.relnamespace),"
      " current_schema())";
  const detail::Result found = detail::run(*session_, sql);
  if (!detail::succeeded(found)) return detail::failure(*session_, found, sql);
  if (PQntuples(found.get()) != 1 || PQgetisnull(found.get(), 0, 0) != 0) {
    return {Code::invalid_argument,
            "search_path names no schema that exists: there is no place for the ledger"};
  }
  result = detail::value(found, 0, 1) == "t";
  session_->ledger_table = detail::join(
      {retort::detail::quoted_identifier(detail::value(found, 0, 0)), ".retort_ledger"});
  return {};
}

}  // namespace retort::postgres
