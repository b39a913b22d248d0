# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# retort::libsqlite3: SQLite for retort::sqlite, whatever this CMake calls it. SQLite::SQLite3 is
# deprecated from CMake 4.3 on, SQLite3::SQLite3 is not known before; the exported targets may name
# neither. Used by our build and by the installed package.
find_package(SQLite3 3.37 QUIET)
if(SQLite3_FOUND AND NOT TARGET retort::libsqlite3)
  add_library(retort::libsqlite3 INTERFACE IMPORTED)
  if(TARGET SQLite3::SQLite3)
    target_link_libraries(retort::libsqlite3 INTERFACE SQLite3::SQLite3)
  else()
    target_link_libraries(retort::libsqlite3 INTERFACE SQLite::SQLite3)
  endif()
endif()
