# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# One case = one change in the folder of migrations, a build, what ran in it, what the program then
# says of itself, and a build that has nothing to do.

macro(begin_case)
  step(${ARGV})
  clear_logs()
endmacro()

# What must hold after the change: how often tool, compiler (on generated code) and linker run.
macro(rebuild tool cxx link)
  build(build)
  expect_runs(${tool} ${cxx} ${link})
  program_is_the_folder()
  settle()
  build_does_nothing(build)
endmacro()

# The makefiles of CMake 3.23 to 3.31 do not forget inputs that are gone: there the build behind a
# removal configures once.
macro(settle)
  clear_logs()
  if(NOT "${forgets}" STREQUAL "")
    build(build)
    expect_runs("${forgets}" 0 0)
  endif()
  set(forgets "")
endmacro()

# Compares what the program prints with the migrations in the folder. The ids sort in chain order.
function(program_is_the_folder)
  file(GLOB_RECURSE files "${CONSUMER_WORK}/migrations/*.sql")
  set(lines "")
  foreach(file IN LISTS files)
    file(STRINGS "${file}" id REGEX "^-- Revision ID: ")
    string(REPLACE "-- Revision ID: " "" id "${id}")
    cmake_path(RELATIVE_PATH file BASE_DIRECTORY "${CONSUMER_WORK}")
    list(APPEND lines "${id} ${file}\n")
  endforeach()
  list(SORT lines)
  string(JOIN "" expected ${lines})
  program_prints(build app "${expected}")
endfunction()

# A build that fails, says `text`, fails again with the same errors, and leaves nothing stale.
macro(fails_twice text)
  build(FAILS build)
  output_has("${text}")
  string(REGEX MATCHALL "[^\n]*: (error|note): [^\n]*" first_errors "${output}")
  build(FAILS build)
  string(REGEX MATCHALL "[^\n]*: (error|note): [^\n]*" second_errors "${output}")
  if(NOT first_errors STREQUAL second_errors)
    fail("the second build says something else:\n${first_errors}\n${second_errors}")
  endif()
  foreach(gone IN ITEMS app.stamp app.cpp)
    if(EXISTS "${CONSUMER_WORK}/build/retort/app/${gone}")
      fail("${gone} is still there after a failure")
    endif()
  endforeach()
  if(NOT EXISTS "${CONSUMER_WORK}/build/retort/app/include/app/migrations.hpp")
    fail("the header is gone after a failure")
  endif()
endmacro()

# A migration in the folder: fourth argument more SQL for its up section.
function(migrate file id parent)
  string(TOLOWER "table_${id}" table)
  write_migration("${CONSUMER_WORK}/migrations/${file}" "${id}" "${parent}" "${table}" ${ARGN})
endfunction()
