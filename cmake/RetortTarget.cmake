# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# What every target of ours shares: language level, warnings, the include root of the rooms.
# Used by our own build only; consumers never see this file.
include_guard(GLOBAL)

function(retort_common target standard)
  target_compile_features(${target} PRIVATE cxx_std_${standard})
  set_target_properties(${target} PROPERTIES CXX_EXTENSIONS OFF POSITION_INDEPENDENT_CODE ON
    CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  if(RETORT_DEVELOPER)
    target_compile_options(${target} PRIVATE
      -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
  endif()
endfunction()

# A room of the compiler: a static library retort_<name>, which may include only what it links.
#   retort_room(<name> SOURCES a.cpp … [LINK target…] [LINK_PRIVATE target…])
function(retort_room name)
  cmake_parse_arguments(ROOM "" "" "SOURCES;LINK;LINK_PRIVATE" ${ARGN})
  if(ROOM_SOURCES)
    add_library(retort_${name} STATIC ${ROOM_SOURCES})
    retort_common(retort_${name} 20)
    target_include_directories(retort_${name} PUBLIC "${PROJECT_SOURCE_DIR}/compiler")
    target_link_libraries(retort_${name} PUBLIC ${ROOM_LINK} PRIVATE ${ROOM_LINK_PRIVATE})
    target_compile_features(retort_${name} PUBLIC cxx_std_20)
  else()
    add_library(retort_${name} INTERFACE)
    target_include_directories(retort_${name} INTERFACE "${PROJECT_SOURCE_DIR}/compiler")
    target_link_libraries(retort_${name} INTERFACE ${ROOM_LINK})
    target_compile_features(retort_${name} INTERFACE cxx_std_20)
  endif()
endfunction()
