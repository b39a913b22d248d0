# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# VERIFY postgres: a second command behind `compile`, with a stamp of its own that says what was proved.
# The tool runs when the chain was compiled again; a server only when the SQL for PostgreSQL, the
# server or the tool changed.
include_guard(GLOBAL)

function(_retort_add_proof)
  if(NOT chain_prove)
    return()
  endif()
  set(base "${chain_output_dir}/${chain_name}")
  set(stamp "${base}.postgres.stamp")
  _retort_chain_lines(lines)
  _retort_line("--stamp=${stamp}")
  # What initdb makes is the same for all chains of a build tree.
  _retort_line("--template=${CMAKE_BINARY_DIR}/retort-postgres")
  if(RETORT_POSTGRES_BINDIR)
    _retort_line("--pg-bindir=${RETORT_POSTGRES_BINDIR}")
  endif()
  if(chain_prove_required)
    _retort_line("--required")
  endif()
  _retort_message_lines(message_lines)
  file(GENERATE OUTPUT "${base}.postgres.args" CONTENT "${lines}${message_lines}")
  # Where there was no server the build has said so once; configuring again is a reason to look again.
  if(EXISTS "${stamp}")
    file(STRINGS "${stamp}" outcome LIMIT_COUNT 1)
    if(outcome MATCHES "^not proved")
      file(REMOVE "${stamp}")
    endif()
  endif()
  # CMake's makefiles would repeat the command of `compile` in this target, with a memory of depfiles of
  # its own that nobody clears: there the stamp goes by another name.
  set(compiled "${base}.stamp")
  if(CMAKE_GENERATOR MATCHES "Makefiles")
    file(CREATE_LINK "${base}.stamp" "${base}.compiled" SYMBOLIC)
    set(compiled "${base}.compiled")
  endif()
  add_custom_command(OUTPUT "${stamp}"
    COMMAND ${chain_tool} prove "@${base}.postgres.args"
    DEPENDS ${chain_tool} "${base}.postgres.args" "${compiled}"
    COMMENT "Proving migrations ${chain_name} on PostgreSQL"
    VERBATIM)
  add_custom_target(${chain_name}-prove DEPENDS "${stamp}")
  add_dependencies(${chain_name}-prove ${chain_compile})
  set_target_properties(${chain_name}-prove PROPERTIES FOLDER retort
    ADDITIONAL_CLEAN_FILES "${CMAKE_BINARY_DIR}/retort-postgres")
endfunction()
