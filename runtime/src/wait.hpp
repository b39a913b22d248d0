// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// Waiting for another process: what is busy is tried again and again, for a bounded time, never
// with a blocking call.
#pragma once

#include "retort/migrate.hpp"

namespace retort::detail {

// Calls `attempt(context)` until it returns something else than Code::busy or options.lock_wait_ms
// have passed; then the message says who holds the lock.
Status wait_while_busy(Database& database, const Options& options, Status (*attempt)(void*),
                       void* context);

template <class Attempt>
Status wait_while_busy(Database& database, const Options& options, Attempt attempt) {
  return wait_while_busy(
      database, options, [](void* context) { return (*static_cast<Attempt*>(context))(); },
      &attempt);
}

std::int64_t now_us() noexcept;  // monotonic

}  // namespace retort::detail
