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

bool is_disk_full(sqlite3* connection, int primary) noexcept {
  if (primary == SQLITE_FULL) return true;
  if (primary != SQLITE_IOERR) return false;
  // SQLite knows ENOSPC of a write only; a quota, or a file that cannot grow, is an I/O error to
  // it.
  const int error = sqlite3_system_errno(connection);
#ifdef EDQUOT
  if (error == EDQUOT) return true;
#endif
  return error == ENOSPC;
}

Code code_of(sqlite3* connection, int primary) noexcept {
  switch (primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return Code::busy;
    case SQLITE_READONLY:
      return Code::read_only;
    case SQLITE_NOTADB:
      return Code::not_a_database;
    case SQLITE_CANTOPEN:
      return Code::cannot_open;
    case SQLITE_NOMEM:
      return Code::out_of_memory;
    case SQLITE_INTERRUPT:  // sqlite3_interrupt(), by the program
      return Code::interrupted;
    default:
      return is_disk_full(connection, primary) ? Code::disk_full : Code::sql_error;
  }
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
