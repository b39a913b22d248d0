# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Whether the PostgreSQL driver is built. ON demands libpq, OFF leaves the driver out; where nobody
# has said either, it is built if libpq is there, and it is said if not: a program for SQLite alone
# must not need libpq to build. Decided anew by each configure step, so that installing libpq is enough.
include_guard(GLOBAL)

if(NOT DEFINED RETORT_WITH_POSTGRES)
  find_package(PostgreSQL QUIET)
  set(RETORT_WITH_POSTGRES "${PostgreSQL_FOUND}")
  if(NOT PostgreSQL_FOUND)
    message(NOTICE "retort: no PostgreSQL driver, because libpq was not found (Debian: libpq-dev); "
      "-DRETORT_WITH_POSTGRES=OFF says that this is meant")
    set_property(GLOBAL PROPERTY _RETORT_MISSING_postgres
      "libpq was not found (Debian: libpq-dev)")
  endif()
endif()
if(RETORT_WITH_POSTGRES)
  find_package(PostgreSQL REQUIRED)
endif()
