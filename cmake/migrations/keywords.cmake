# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# The words of a call of add_migrations(): which there are, and calls that are not made of them.
include_guard(GLOBAL)

macro(_retort_keywords flags single multiple)
  set(${flags} NO_LOCK_FILE LOCKED WERROR)
  set(${single} NAME LAYOUT NAMESPACE HEADER OUTPUT_DIR SCOPE EXPORT_MACRO EXPORT_HEADER
    DEFAULT_URL CLI LOCK_FILE SCHEMA SQLITE_PROFILE DIAGNOSTICS_FORMAT SARIF OUT_TARGETS OUT_HEADERS
    PLACEHOLDER_PREFIX PLACEHOLDER_SUFFIX)
  set(${multiple} DIRECTORY FILES EXCLUDE VARIABLES ENGINES DEPENDS_ON_CHAINS WARNINGS VERIFY
    SQLITE_MINIMUM SQLITE_FUNCTIONS)
endmacro()

# One word of the call, in order; `words` collects the keywords seen. Finds what
# cmake_parse_arguments() loses: empty values, and a keyword given twice.
function(_retort_check_word word)
  set(keyword "")
  if(words)
    list(GET words -1 keyword)
  endif()
  if(word STREQUAL "")
    if(keyword)
      _retort_error("an empty value after ${keyword}; is a variable unset?")
    endif()
    _retort_error("an empty argument; is a variable unset?")
  endif()
  if(word MATCHES "[\r\n]")
    _retort_error("a value after ${keyword} holds a line break")
  endif()
  if(word IN_LIST flags OR word IN_LIST single OR word IN_LIST multiple)
    if(word IN_LIST words)
      _retort_error("${word} is given twice")
    endif()
    list(APPEND words "${word}")
    set(words "${words}" PARENT_SCOPE)
  endif()
endfunction()

function(_retort_check_parsed)
  if(arg_KEYWORDS_MISSING_VALUES)
    list(GET arg_KEYWORDS_MISSING_VALUES 0 keyword)
    _retort_error("${keyword} needs a value")
  endif()
  if(arg_UNPARSED_ARGUMENTS)
    list(GET arg_UNPARSED_ARGUMENTS 0 word)
    _retort_suggest(suggestion "${word}" ${flags} ${single} ${multiple})
    _retort_error("unknown word '${word}'${suggestion}")
  endif()
  foreach(keyword IN ITEMS OUT_TARGETS OUT_HEADERS)
    if(DEFINED arg_${keyword} AND NOT arg_${keyword} MATCHES "^[A-Za-z_][A-Za-z0-9_]*$")
      _retort_error("${keyword} '${arg_${keyword}}' is not the name of a variable")
    endif()
  endforeach()
endfunction()

# A value out of a fixed set of words, or the error that lists them.
#   _retort_check_choice(<keyword> <value> <word>...)
function(_retort_check_choice keyword value)
  if(NOT value IN_LIST ARGN)
    _retort_suggest(suggestion "${value}" ${ARGN} ${flags} ${single} ${multiple})
    _retort_join(choices ${ARGN})
    _retort_error("${keyword} '${value}' is unknown${suggestion}" "choose one of: ${choices}")
  endif()
endfunction()

# Whether a path lies in the source tree and not in the build tree, where nothing may be written.
function(_retort_in_source_tree out path)
  set(${out} FALSE PARENT_SCOPE)
  cmake_path(IS_PREFIX CMAKE_SOURCE_DIR "${path}" NORMALIZE in_source)
  cmake_path(IS_PREFIX CMAKE_BINARY_DIR "${path}" NORMALIZE in_binary)
  if(in_source AND NOT in_binary)
    set(${out} TRUE PARENT_SCOPE)
  endif()
endfunction()
