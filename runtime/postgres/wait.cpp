// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A lock timeout makes a migration leave the queue, in which everybody else would stand behind it,
// and try again. The pauses grow and are random in part, so that two who are in each other's way do
// not come back at the same time.
#include "postgres/wait.hpp"

#include <chrono>

#if defined(_WIN32)
#include <thread>
#else
#include <poll.h>
#endif

namespace retort::postgres::detail {
namespace {

constexpr std::int64_t first_pause_ms = 25;
constexpr std::int64_t longest_pause_ms = 1000;
constexpr std::int64_t report_every_ms = 1000;

std::int64_t now_ns() noexcept {
  return std::chrono::duration_cast<std::chrono::nanoseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

std::int64_t now_ms() noexcept { return now_ns() / 1'000'000; }

void pause(std::int64_t ms) {
#if defined(_WIN32)
  std::this_thread::sleep_for(std::chrono::milliseconds(ms));
#else
  poll(nullptr, 0, static_cast<int>(ms));
#endif
}

// From half to all of `ms`. The clock's last digits are random enough for that.
std::int64_t jittered(std::int64_t ms) noexcept {
  const std::int64_t half = ms / 2;
  return ms - half + (now_ns() / 64) % (half + 1);
}

}  // namespace

Tries::Tries(Session& session) noexcept
    : session_(session),
      began_ms_(now_ms()),
      next_report_ms_(report_every_ms),
      pause_ms_(first_pause_ms) {}

bool Tries::again(Status& status) {
  ++count_;
  const std::int64_t waited_ms = now_ms() - began_ms_;
  const std::int64_t left_ms = session_.lock_wait_ms - waited_ms;
  const std::string holder = oldest_transaction(session_);
  if (left_ms <= 0) {
    status =
        Status(Code::busy,
               join({status.message(), "; tried ", std::to_string(count_), " times in ",
                     std::to_string(waited_ms), " ms",
                     holder.empty() ? "" : "; the oldest other transaction is that of ", holder}))
            .native(0, std::string(status.sqlstate()));
    return false;
  }
  if (session_.observer != nullptr && waited_ms >= next_report_ms_) {
    next_report_ms_ = waited_ms + report_every_ms;
    session_.observer->on_wait(holder, waited_ms);
  }
  const std::int64_t wanted_ms = jittered(pause_ms_);
  pause(wanted_ms < left_ms ? wanted_ms : left_ms);
  if (pause_ms_ < longest_pause_ms) pause_ms_ *= 2;
  return true;
}

std::string oldest_transaction(Session& session) {
  static constexpr const char* sql =
      "SELECT 'pid ' || a.pid || coalesce(' (' || nullif(a.application_name, '') || ')', '')"
      " || coalesce(', in a transaction since '"
      " || to_char(a.xact_start AT TIME ZONE 'UTC', 'HH24:MI:SS UTC'), '')"
      " FROM pg_catalog.pg_stat_activity a WHERE a.pid <> pg_backend_pid() AND EXISTS"
      " (SELECT FROM pg_catalog.pg_locks l WHERE l.pid = a.pid AND l.granted"
      " AND l.locktype = 'relation' AND l.relation >= 16384 AND l.database ="
      " (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database()))"
      " ORDER BY a.xact_start LIMIT 1";
  const Result row = run(session, sql);
  if (!succeeded(row) || PQntuples(row.get()) == 0) return {};
  return std::string(value(row, 0, 0));
}

}  // namespace retort::postgres::detail
