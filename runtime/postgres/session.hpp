// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// What the files of this driver share: the connection with the state of a run, results, errors.
#pragma once

#include <libpq-fe.h>

#include <cstdint>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include "retort/observer.hpp"
#include "retort/postgres.hpp"

namespace retort::postgres::detail {

struct ClearResult {
  void operator()(PGresult* result) const noexcept { PQclear(result); }
};
using Result = std::unique_ptr<PGresult, ClearResult>;

// The settings that a run changes and puts back.
struct Settings {
  std::string search_path;
  std::string lock_timeout;
  std::string statement_timeout;
};

struct Session {
  PGconn* connection = nullptr;
  bool owned = false;

  // The ledger's qualified and quoted name; its unquoted, unqualified name until it is looked for.
  std::string ledger_table = "retort_ledger";

  // Of the current run, from try_lock() to unlock().
  Observer* observer = nullptr;
  std::int64_t lock_wait_ms = 0;
  PQnoticeReceiver previous_receiver = nullptr;
  void* previous_receiver_argument = nullptr;
  Settings settings;    // as the run found them
  bool locked = false;  // the session's advisory lock is ours
  bool pooled = false;  // the lock is taken by begin()
  bool in_transaction = false;
  // The next statement was sent by an earlier run, which never heard of its outcome.
  bool may_be_done = false;
  // A statement of a transaction:false section shares this transaction with the note of it: what
  // it sets stays until the section ends.
  bool keeps_search_path = false;
  // The timeouts in force, so that they are sent only where they change;
  // -1: the session's own. Inside a transaction they are local to it.
  std::int64_t lock_timeout_ms = -1;
  std::int64_t statement_timeout_ms = -1;
};

// A simple query, possibly of several statements; the last result, or the first that failed.
Result run(Session& session, const std::string& sql);
bool succeeded(const Result& result) noexcept;

// The failure as a Status: connection_lost where the connection is gone, else sql_error, busy for
// lock_not_available, with SQLSTATE, DETAIL and HINT in the message. `offset` receives where in the
// statement's bytes the server points to, or -1.
Status failure(const Session& session, const Result& result, std::string_view sql,
               std::int64_t* offset = nullptr);
// The failure to connect, without anything that was in `url`.
Status connect_failure(PGconn* connection);

// As run() for one that must succeed.
Status run_checked(Session& session, const std::string& sql);

// 'text' with quotes doubled, as a literal where standard_conforming_strings is on.
std::string literal(std::string_view text);

std::string join(std::initializer_list<std::string_view> parts);
std::string_view value(const Result& result, int row, int column) noexcept;

}  // namespace retort::postgres::detail
