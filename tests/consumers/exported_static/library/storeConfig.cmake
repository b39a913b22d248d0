# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
include(CMakeFindDependencyMacro)
find_dependency(retort)
include("${CMAKE_CURRENT_LIST_DIR}/storeTargets.cmake")
