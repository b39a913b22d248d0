# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# find_package(retort-tools): the program retort for the machine that builds. It is also called
# retort::retort, unless a build of retort itself has that name already.
include("${CMAKE_CURRENT_LIST_DIR}/retort-toolsTargets.cmake")
if(NOT TARGET retort::retort)
  add_executable(retort::retort ALIAS retort-tools::retort)
endif()
