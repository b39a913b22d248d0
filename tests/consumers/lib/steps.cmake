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

# What several steps begin with: sets <prefix>_fails to FAILS where that is the first argument, and
# <prefix>_arguments to the others.
macro(split_fails prefix)
  set(${prefix}_arguments ${ARGN})
  set(${prefix}_fails "")
  if("${ARGN}" MATCHES "^FAILS(;|$)")
    list(POP_FRONT ${prefix}_arguments ${prefix}_fails)
  endif()
endmacro()

# Runs a command in the work folder. The result must be success, or with FAILS failure.
#   run([FAILS] <command> <argument>...)
function(run)
  split_fails(run ${ARGV})
  execute_process(COMMAND ${run_arguments} WORKING_DIRECTORY "${CONSUMER_WORK}"
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  string(JOIN " " line ${run_arguments})
  if(run_fails AND result STREQUAL "0")
    fail("this should have failed: ${line}\n${output}")
  elseif(NOT run_fails AND NOT result STREQUAL "0")
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
  split_fails(configure ${ARGV})
  list(POP_FRONT configure_arguments configure_source configure_build)
  way_options(configure_options)
  run(${configure_fails} "${CMAKE_COMMAND}" -G "${CONSUMER_GENERATOR}" -S "${configure_source}"
    -B "${configure_build}" ${configure_options} ${configure_arguments})
endmacro()

# reconfigure([FAILS] <build> [<option>...])
macro(reconfigure)
  split_fails(reconfigure ${ARGV})
  list(POP_FRONT reconfigure_arguments reconfigure_build)
  run(${reconfigure_fails} "${CMAKE_COMMAND}" ${reconfigure_arguments} "${reconfigure_build}")
endmacro()

# build([FAILS] <build> [<option of cmake --build>...])
macro(build)
  split_fails(build ${ARGV})
  list(POP_FRONT build_arguments build_build)
  run(${build_fails} "${CMAKE_COMMAND}" --build "${build_build}" --parallel 2 ${build_arguments})
endmacro()

# Nothing may be left to do.
macro(build_does_nothing build)
  run("${CMAKE_COMMAND}" --build "${build}")
  if(output MATCHES "Compiling|Building|Linking|Re-run|Configuring"
      OR (CONSUMER_GENERATOR MATCHES "Ninja" AND NOT output MATCHES "ninja: no work to do"))
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
