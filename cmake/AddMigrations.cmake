# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# add_migrations(<target> ...): compiles a folder of SQL migrations into an existing target.
# docs/cmake.md explains every keyword. This is the only public function; what begins with _retort_
# may change at any time. Works included alone, without the package.
include_guard(GLOBAL)
cmake_policy(PUSH)
cmake_policy(VERSION 3.22...3.31)

include("${CMAKE_CURRENT_LIST_DIR}/migrations/version.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/migrations/messages.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/migrations/keywords.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/migrations/names.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/migrations/options.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/migrations/tool.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/migrations/command.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/migrations/prove.cmake")
include("${CMAKE_CURRENT_LIST_DIR}/migrations/attach.cmake")

# The checks run in the caller's order of interest: the words of the call, what it is about, where
# things go, then the details. Each _retort_read_* sets chain_* variables here.
function(add_migrations target)
  set(retort_call "${target}")
  _retort_keywords(flags single multiple)
  set(index 1)
  set(words "")
  while(index LESS ARGC)
    _retort_check_word("${ARGV${index}}")
    math(EXPR index "${index} + 1")
  endwhile()
  cmake_parse_arguments(PARSE_ARGV 1 arg "${flags}" "${single}" "${multiple}")
  _retort_check_parsed()

  _retort_read_target("${target}")
  _retort_read_name()
  _retort_read_engines()
  _retort_read_files()
  _retort_read_cxx_names()
  _retort_read_header()
  _retort_read_output_dir()
  _retort_read_scope()
  _retort_read_default_url()
  _retort_read_lock()
  _retort_read_dependencies()
  _retort_read_warnings()
  _retort_read_verify()
  _retort_read_sqlite()
  _retort_read_diagnostics()
  _retort_read_unsupported()
  _retort_read_cli()
  _retort_find_tool(chain_tool)

  _retort_register_chain()
  _retort_prepare_forget_file()
  _retort_write_arguments()
  _retort_add_command()
  _retort_add_proof()
  _retort_add_objects()
  _retort_attach()
  _retort_add_cli()
  _retort_add_folder_targets()

  if(arg_OUT_TARGETS)
    set(${arg_OUT_TARGETS} "${chain_objects}" ${arg_CLI} PARENT_SCOPE)
  endif()
  if(arg_OUT_HEADERS)
    set(${arg_OUT_HEADERS} "${chain_header_file}" PARENT_SCOPE)
  endif()
endfunction()

cmake_policy(POP)
