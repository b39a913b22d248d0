// SPDX-License-Identifier: BSL-1.0
// SPDX-FileCopyrightText: The retort authors
//
// A connection whose last call failed in, a Status out: the kind, SQLite's own code and message.
#include "sqlite/error.hpp"

#include <sqlite3.h>

#include <cerrno>

// Since SQLite 3.38. Programs may meet an older library than the one they were built with: where
// the linker can, the function may be absent.
#if defined(__ELF__) && defined(__GNUC__)
extern "C" __attribute__((weak)) int sqlite3_error_offset(sqlite3*);
#define RETORT_WEAK_ERROR_OFFSET 1
#endif

namespace retort::sqlite {
namespace {

// SQLite knows ENOSPC of a write only; a quota, or a file that cannot grow, is an I/O error to it.
bool is_disk_full(sqlite3* connection) noexcept {
  const int error = sqlite3_system_errno(connection);
#ifdef EDQUOT
  if (error == EDQUOT) return true;
#endif
  return error == ENOSPC;
}

struct Pair {
  signed char primary;
  Code code;
};

constexpr Pair codes[] = {
    {SQLITE_BUSY, Code::busy},
    {SQLITE_LOCKED, Code::busy},
    {SQLITE_NOMEM, Code::out_of_memory},
    {SQLITE_READONLY, Code::read_only},
    {SQLITE_INTERRUPT, Code::interrupted},  // sqlite3_interrupt(), by the program
    {SQLITE_FULL, Code::disk_full},
    {SQLITE_CANTOPEN, Code::cannot_open},
    {SQLITE_NOTADB, Code::not_a_database},
};

Code code_of(sqlite3* connection, int primary) noexcept {
  if (primary == SQLITE_IOERR && is_disk_full(connection)) return Code::disk_full;
  for (const Pair& pair : codes) {
    if (pair.primary == primary) return pair.code;
  }
  return Code::sql_error;
}

}  // namespace

Status last_error(sqlite3* connection) {
  const int extended = sqlite3_extended_errcode(connection);
  return Status(code_of(connection, extended & 0xff), sqlite3_errmsg(connection)).native(extended);
}

int error_offset(sqlite3* connection) noexcept {
#if defined(RETORT_WEAK_ERROR_OFFSET)
  return sqlite3_error_offset == nullptr ? -1 : sqlite3_error_offset(connection);
#elif SQLITE_VERSION_NUMBER >= 3038000
  return sqlite3_error_offset(connection);
#else
  (void)connection;
  return -1;
#endif
}

}  // namespace retort::sqlite
