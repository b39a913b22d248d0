// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// An attempt that may be busy in, its last Status out. Polls with growing pauses, tells the
// observer about once a second.
#include "src/wait.hpp"

#include <chrono>

#if defined(_WIN32)
#include <thread>
#else
#include <poll.h>
#endif

#include "src/text.hpp"

namespace retort::detail {
namespace {

constexpr std::int64_t longest_pause_ms = 40;
constexpr std::int64_t report_every_ms = 1000;

void pause(std::int64_t ms) {
#if defined(_WIN32)
  std::this_thread::sleep_for(std::chrono::milliseconds(ms));
#else
  // Of nothing, for a time: shorter than sleep_for(), and a signal only ends the pause early.
  poll(nullptr, 0, static_cast<int>(ms));
#endif
}

Status still_busy(Database& database, const Status& last, std::int64_t waited_ms) {
  const std::string holder = database.lock_holder();
  return fail(Code::busy, "the database is locked by %; waited % ms",
              holder.empty() ? "another connection" : holder.c_str(), waited_ms)
      .native(last.native_code(), last.sqlstate());
}

}  // namespace

std::int64_t now_us() noexcept {
  return std::chrono::duration_cast<std::chrono::microseconds>(
             std::chrono::steady_clock::now().time_since_epoch())
      .count();
}

Status wait_while_busy(Database& database, const Options& options, Status (*attempt)(void*),
                       void* context) {
  Status status = attempt(context);
  if (status.code() != Code::busy) return status;
  const std::int64_t begin = now_us();
  std::int64_t pause_ms = 1;
  std::int64_t next_report_ms = report_every_ms;
  for (;;) {
    const std::int64_t waited_ms = (now_us() - begin) / 1000;
    if (waited_ms >= options.lock_wait_ms) return still_busy(database, status, waited_ms);
    if (options.observer != nullptr && waited_ms >= next_report_ms) {
      next_report_ms += report_every_ms;
      options.observer->on_wait(database.lock_holder(), waited_ms);
    }
    const std::int64_t left_ms = options.lock_wait_ms - waited_ms;
    pause(pause_ms < left_ms ? pause_ms : left_ms);
    if (pause_ms < longest_pause_ms) pause_ms *= 2;
    status = attempt(context);
    if (status.code() != Code::busy) return status;
  }
}

}  // namespace retort::detail
