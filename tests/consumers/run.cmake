# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Runs one consumer project: cmake -D<name>=<value>... -P run.cmake. tests/consumers/CMakeLists.txt
# gives the values; what happens stands in <project>/test.cmake.
#   CONSUMER_PROJECT    folder beside this file
#   CONSUMER_WAY        package: against the installed prefix; source: against the source tree
#   CONSUMER_GENERATOR  as for cmake -G
#   CONSUMER_WORK       a folder of this test's own, emptied first
#   RETORT_SOURCE, RETORT_TOOL, RETORT_PREFIX
#   SQLITE_INCLUDE_DIR  where sqlite3.h is
#   RETORT_WITH_SERVER  runs a command with a PostgreSQL server; empty where the driver is not built
cmake_minimum_required(VERSION 3.22)
foreach(variable IN ITEMS CONSUMER_PROJECT CONSUMER_WAY CONSUMER_GENERATOR CONSUMER_WORK
    RETORT_SOURCE RETORT_TOOL RETORT_PREFIX SQLITE_INCLUDE_DIR)
  if("${${variable}}" STREQUAL "")
    message(FATAL_ERROR "-D${variable}=... is missing")
  endif()
endforeach()
include("${CMAKE_CURRENT_LIST_DIR}/lib/steps.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/lib/logs.cmake")

file(REMOVE_RECURSE "${CONSUMER_WORK}")
file(MAKE_DIRECTORY "${CONSUMER_WORK}")
set(CONSUMER_SOURCE "${CMAKE_CURRENT_LIST_DIR}/${CONSUMER_PROJECT}")
set(CONSUMER_COMMON "${CMAKE_CURRENT_LIST_DIR}/common")
# Nothing of the caller's settings may change what is tested.
foreach(variable IN ITEMS CXXFLAGS LDFLAGS MAKEFLAGS DESTDIR RETORT_HOST_PATH CMAKE_GENERATOR
    CMAKE_BUILD_PARALLEL_LEVEL CMAKE_PREFIX_PATH NINJA_STATUS)
  unset(ENV{${variable}})
endforeach()
set(ENV{LC_ALL} C.UTF-8)
# Against the source tree each test compiles the runtime; with ccache only the first one does.
find_program(CONSUMER_CCACHE ccache)
if(NOT CONSUMER_CCACHE)
  set(CONSUMER_CCACHE "")
endif()
set(ENV{CCACHE_NOHASHDIR} yes)
include("${CONSUMER_SOURCE}/test.cmake")
