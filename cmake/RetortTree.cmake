# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# add_migrations() for whoever has this source tree in the build: our examples and tests, and
# consumers by add_subdirectory() or FetchContent. The installed package does the same in
# retortConfig.cmake.
include_guard(GLOBAL)

file(STRINGS "${PROJECT_SOURCE_DIR}/runtime/include/retort/chain.hpp" define
  REGEX "^#define RETORT_GENERATED_ABI ")
if(NOT define STREQUAL "#define RETORT_GENERATED_ABI ${RETORT_GENERATED_ABI}")
  message(FATAL_ERROR "retort/chain.hpp says '${define}', and cmake/migrations/version.cmake "
    "${RETORT_GENERATED_ABI}")
endif()

if(TARGET retort)
  set_property(GLOBAL PROPERTY _RETORT_TREE_TOOL retort::retort)
endif()
set_property(GLOBAL PROPERTY _RETORT_TOOL_SOURCE "${PROJECT_SOURCE_DIR}")
include("${CMAKE_CURRENT_LIST_DIR}/AddMigrations.cmake")
