# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# The command that compiles a chain, and what makes it run when it must and only then. The reasons
# for each piece are in docs/cmake.md, "How a rebuild is decided".
include_guard(GLOBAL)

# Appends one option, "--name=value", to `lines`.
macro(_retort_line text)
  string(APPEND lines "${text}\n")
endmacro()

# What every verb of the tool must know to read this chain.
function(_retort_chain_lines out)
  set(lines "")
  _retort_line("--name=${chain_name}")
  if(chain_files)
    foreach(file IN LISTS chain_files)
      _retort_line("--file=${file}")
    endforeach()
  else()
    _retort_line("--directory=${chain_directory}")
  endif()
  foreach(pattern IN LISTS arg_EXCLUDE)
    _retort_line("--exclude=${pattern}")
  endforeach()
  _retort_line("--layout=${chain_layout}")
  foreach(engine IN LISTS chain_engines)
    _retort_line("--engine=${engine}")
  endforeach()
  if(chain_lock_file)
    _retort_line("--lock-file=${chain_lock_file}")
  else()
    _retort_line("--no-lock-file")
  endif()
  set(${out} "${lines}" PARENT_SCOPE)
endfunction()

# What is a finding, what proves the chain, and how both are said.
function(_retort_check_lines out)
  set(lines "")
  foreach(flag IN LISTS chain_warnings)
    _retort_line("${flag}")
  endforeach()
  if(chain_werror)
    _retort_line("--werror")
  endif()
  foreach(engine IN LISTS chain_verify)
    _retort_line("--verify=${engine}")
  endforeach()
  if(DEFINED arg_SQLITE_PROFILE)
    _retort_line("--sqlite-profile=${arg_SQLITE_PROFILE}")
  endif()
  if(chain_sqlite_minimum)
    _retort_line("--sqlite-minimum=${chain_sqlite_minimum}")
  endif()
  foreach(feature IN LISTS chain_sqlite_features)
    _retort_line("--sqlite-feature=${feature}")
  endforeach()
  foreach(function IN LISTS arg_SQLITE_FUNCTIONS)
    _retort_line("--sqlite-function=${function}")
  endforeach()
  _retort_line("--diagnostics=${chain_diagnostics}")
  set(color auto)
  if(DEFINED CMAKE_COLOR_DIAGNOSTICS)
    set(color never)
    if(CMAKE_COLOR_DIAGNOSTICS)
      set(color always)
    endif()
  endif()
  _retort_line("--color=${color}")
  set(${out} "${lines}" PARENT_SCOPE)
endfunction()

# <chain>.args: every option of `compile`, one a line. The command depends on this file, so a changed
# option runs the tool again.
function(_retort_write_arguments)
  set(base "${chain_output_dir}/${chain_name}")
  _retort_chain_lines(chain_lines)
  _retort_check_lines(check_lines)
  set(lines "${chain_lines}${check_lines}")
  set(root "${CMAKE_CURRENT_SOURCE_DIR}")
  if(NOT chain_directory)  # all are generated: no name of a build tree in the code
    set(root "${CMAKE_CURRENT_BINARY_DIR}")
  endif()
  _retort_line("--root=${root}")
  _retort_line("--namespace=${chain_namespace}")
  _retort_line("--header=${chain_header}")
  foreach(keyword IN ITEMS EXPORT_MACRO EXPORT_HEADER DEFAULT_URL)
    if(DEFINED arg_${keyword})
      string(TOLOWER "${keyword}" option)
      string(REPLACE "_" "-" option "${option}")
      _retort_line("--${option}=${arg_${keyword}}")
    endif()
  endforeach()
  if(arg_LOCKED)
    _retort_line("--locked")
  endif()
  foreach(manifest IN LISTS chain_manifests)
    _retort_line("--depends-on=${manifest}")
  endforeach()
  _retort_line("--output-dir=${chain_output_dir}")
  _retort_line("--stamp=${base}.stamp")
  _retort_line("--depfile=${base}.d")
  _retort_line("--source=${base}.cpp")
  _retort_line("--header-file=${chain_header_file}")
  _retort_line("--manifest=${base}.json")
  if(chain_forget)
    _retort_line("--forget-file=${chain_forget}")
  endif()
  if(chain_sarif)
    _retort_line("--sarif=${chain_sarif}")
  endif()
  file(GENERATE OUTPUT "${base}.args" CONTENT "${lines}")
endfunction()

# The makefiles of CMake 3.23 to 3.31 never forget an entry of a depfile (CMake issue 26399), so that a
# removed migration would run the tool in every build. There the tool rewrites this file when an entry
# is gone; the next build then configures once, and what CMake remembers is thrown away here.
function(_retort_prepare_forget_file)
  set(chain_forget "" PARENT_SCOPE)
  if(CMAKE_GENERATOR MATCHES "Makefiles" AND CMAKE_VERSION VERSION_GREATER_EQUAL 3.23
      AND CMAKE_VERSION VERSION_LESS 4.0)
    set(file "${chain_output_dir}/${chain_name}.forget")
    set(memory "${CMAKE_CURRENT_BINARY_DIR}/CMakeFiles/${chain_compile}.dir/compiler_depend")
    if(NOT EXISTS "${file}")
      file(WRITE "${file}" "")
    elseif("${file}" IS_NEWER_THAN "${memory}.internal")
      file(REMOVE "${memory}.internal" "${memory}.make")
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
    set(chain_forget "${file}" PARENT_SCOPE)
  endif()
endfunction()

function(_retort_add_command)
  set(base "${chain_output_dir}/${chain_name}")
  set(extra "")
  if(CMAKE_VERSION VERSION_GREATER_EQUAL 3.31)
    list(APPEND extra CODEGEN)
  endif()
  # The stamp is the only output: CMake's makefiles touch further outputs, and the C++ would be
  # compiled each time.
  add_custom_command(OUTPUT "${base}.stamp"
    BYPRODUCTS "${base}.cpp" "${chain_header_file}" "${base}.json"
    COMMAND ${chain_tool} compile "@${base}.args"
    DEPENDS ${chain_tool} "${base}.args" ${chain_files}
    DEPFILE "${base}.d"
    COMMENT "Compiling migrations ${chain_name}"
    VERBATIM ${extra})
  # A target of its own, as CMake's makefiles run the commands of a library before they have read the
  # depfile again: what changed together with a CMakeLists.txt would be missed by the first build.
  add_custom_target(${chain_compile} DEPENDS "${base}.stamp")
  set_target_properties(${chain_compile} PROPERTIES FOLDER retort
    ADDITIONAL_CLEAN_FILES "${base}.d;${chain_sarif}")
  if(chain_dependencies)
    add_dependencies(${chain_compile} ${chain_dependencies})
  endif()
  if(CMAKE_GENERATOR MATCHES "^(Visual Studio|Xcode)")
    # Whether these notice a changed folder in a depfile is not known.
    if(chain_files)
      return()
    endif()
    file(GLOB_RECURSE folders LIST_DIRECTORIES TRUE "${chain_directory}/*")
    list(FILTER folders EXCLUDE REGEX "\\.sql$")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${chain_directory}" ${folders})
  endif()
endfunction()
