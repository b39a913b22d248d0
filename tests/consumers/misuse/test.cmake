# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Every error of add_migrations(), one call each; the whole text is compared.
file(COPY "${CONSUMER_SOURCE}/" DESTINATION "${CONSUMER_WORK}")
file(COPY "${CONSUMER_COMMON}/migrations" DESTINATION "${CONSUMER_WORK}")
file(WRITE "${CONSUMER_WORK}/call.cmake" "")
step(a call that is right)
configure(. build "-DCALL=${CONSUMER_WORK}/call.cmake")

# What CMake says in its last error, without its place and without the line breaks that it added.
function(last_error out)
  string(REGEX REPLACE ".*CMake Error at [^\n]*:\n" "" text "${output}")
  string(REGEX REPLACE "\nCall Stack.*" "" text "${text}")
  string(REGEX REPLACE "[ \n]+" " " text "${text}")
  string(STRIP "${text}" text)
  set(${out} "${text}" PARENT_SCOPE)
endfunction()

# misuse(<call> <text without "add_migrations(<target>): "> [<option of cmake>...])
set(checked 0)
function(misuse call expected)
  set(current_step "${call}")
  file(WRITE "${CONSUMER_WORK}/call.cmake" "${call}\n")
  reconfigure(FAILS build ${ARGN})
  last_error(text)
  string(REGEX MATCHALL "add_migrations\\([^ )]+" targets "${call}")
  list(GET targets -1 target)
  set(expected "${target}): ${expected}")
  if(NOT text STREQUAL expected)
    fail("CMake says\n${text}\ninstead of\n${expected}")
  endif()
  math(EXPR checked "${checked} + 1")
  set(checked ${checked} PARENT_SCOPE)
endfunction()

include("${CONSUMER_SOURCE}/names.cmake")
include("${CONSUMER_SOURCE}/options.cmake")
include("${CONSUMER_SOURCE}/tools.cmake")
message(STATUS "${checked} errors compared")
