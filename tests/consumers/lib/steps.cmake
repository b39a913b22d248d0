# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# The steps that a consumer test is made of. Each stops the test with the whole output when the
# outcome is not the expected one; each leaves the output in `output`.

# For a test that has several parts: names the one that a failure belongs to.
macro(step)
  string(JOIN " " current_step ${ARGV})
  message(STATUS "${CONSUMER_PROJECT} (${CONSUMER_WAY}, ${CONSUMER_GENERATOR}): ${current_step}")
endmacro()

function(fail text)
  message(NOTICE "${text}")  # as it is: an error would be filled to lines
  message(FATAL_ERROR "failed: ${current_step}")
endfunction()

# Runs a command in the work folder. The result must be success, or with FAILS failure.
#   run([FAILS] <command> <argument>...)
function(run)
  set(command ${ARGV})
  list(GET command 0 first)
  set(fails FALSE)
  if(first STREQUAL "FAILS")
    list(POP_FRONT command)
    set(fails TRUE)
  endif()
  execute_process(COMMAND ${command} WORKING_DIRECTORY "${CONSUMER_WORK}"
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(JOIN " " line ${command})
  if(fails AND result STREQUAL "0")
    fail("this should have failed: ${line}\n${output}")
  elseif(NOT fails AND NOT result STREQUAL "0")
    fail("failed (${result}): ${line}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

# The options that make a project see retort in the way of this test.
function(way_options out)
  set(options "-DCONSUMER_WAY=${CONSUMER_WAY}" "-DCONSUMER_COMMON=${CONSUMER_COMMON}")
  if(CONSUMER_WAY STREQUAL "package")
    list(APPEND options "-DCMAKE_PREFIX_PATH=${RETORT_PREFIX}")
  else()
    list(APPEND options "-DRETORT_SOURCE=${RETORT_SOURCE}" "-DRETORT_EXECUTABLE=${RETORT_TOOL}"
      -DRETORT_WITH_CLI=OFF "-DCMAKE_CXX_COMPILER_LAUNCHER=${CONSUMER_CCACHE}")
  endif()
  if(CONSUMER_CXX)
    list(APPEND options "-DCMAKE_CXX_COMPILER=${CONSUMER_CXX}")
  endif()
  if(NOT CONSUMER_GENERATOR MATCHES "Multi-Config")
    list(APPEND options -DCMAKE_BUILD_TYPE=Debug)
  endif()
  set(${out} "${options}" PARENT_SCOPE)
endfunction()

# configure([FAILS] <source> <build> [<option>...]); both folders relative to the work folder.
macro(configure)
  set(_arguments ${ARGV})
  set(_fails "")
  if("${ARGV0}" STREQUAL "FAILS")
    list(POP_FRONT _arguments _fails)
  endif()
  list(POP_FRONT _arguments _source _build)
  way_options(_options)
  run(${_fails} "${CMAKE_COMMAND}" -G "${CONSUMER_GENERATOR}" -S "${_source}" -B "${_build}"
    ${_options} ${_arguments})
endmacro()

# reconfigure([FAILS] <build> [<option>...])
macro(reconfigure)
  set(_arguments ${ARGV})
  set(_fails "")
  if("${ARGV0}" STREQUAL "FAILS")
    list(POP_FRONT _arguments _fails)
  endif()
  list(POP_FRONT _arguments _build)
  run(${_fails} "${CMAKE_COMMAND}" ${_arguments} "${_build}")
endmacro()

# build([FAILS] <build> [<option of cmake --build>...])
macro(build)
  set(_arguments ${ARGV})
  set(_fails "")
  if("${ARGV0}" STREQUAL "FAILS")
    list(POP_FRONT _arguments _fails)
  endif()
  list(POP_FRONT _arguments _build)
  run(${_fails} "${CMAKE_COMMAND}" --build "${_build}" --parallel 2 ${_arguments})
endmacro()

# Nothing may be left to do.
macro(build_does_nothing build)
  run("${CMAKE_COMMAND}" --build "${build}")
  if(CONSUMER_GENERATOR MATCHES "Ninja")
    if(NOT output MATCHES "ninja: no work to do")
      fail("there was something to do:\n${output}")
    endif()
  elseif(output MATCHES "Compiling|Building|Linking|Re-run")
    fail("there was something to do:\n${output}")
  endif()
endmacro()

# The path of a program that a build made.
function(built out build name)
  set(path "${CONSUMER_WORK}/${build}/${name}")
  if(CONSUMER_GENERATOR MATCHES "Multi-Config")
    cmake_path(GET name PARENT_PATH folder)
    cmake_path(GET name FILENAME file)
    set(path "${CONSUMER_WORK}/${build}/${folder}/Debug/${file}")
  endif()
  set(${out} "${path}" PARENT_SCOPE)
endfunction()

# Runs a program of a build and compares what it prints.
function(program_prints build name expected)
  built(program "${build}" "${name}")
  run("${program}")
  if(NOT output STREQUAL expected)
    fail("${name} printed\n${output}instead of\n${expected}")
  endif()
endfunction()

function(output_has text)
  string(FIND "${output}" "${text}" position)
  if(position EQUAL -1)
    fail("the output does not hold '${text}':\n${output}")
  endif()
endfunction()

# As output_has(), however CMake has filled the text to lines.
function(output_has_words text)
  string(REGEX REPLACE "[ \n]+" " " output "${output}")
  output_has("${text}")
endfunction()

function(output_lacks text)
  string(FIND "${output}" "${text}" position)
  if(NOT position EQUAL -1)
    fail("the output holds '${text}':\n${output}")
  endif()
endfunction()

# Writes a migration of one table: revision <id> revises <parent> ("" for the base).
#   write_migration(<file> <id> <parent> <table> [<more SQL for up>])
function(write_migration file id parent table)
  set(revises "")
  if(parent)
    set(revises " ${parent}")
  endif()
  file(WRITE "${file}" "-- Create ${table}
--
-- Revision ID: ${id}
-- Revises:${revises}

-- migrate:up
CREATE TABLE ${table} (id integer PRIMARY KEY);
${ARGN}
-- migrate:down
DROP TABLE ${table};
")
endfunction()
