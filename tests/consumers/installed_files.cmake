# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Compares what is installed with cmake/installed_files.txt. Names of configurations are left out, as
# are the lines of components that this build does not have.
#   cmake -DPREFIX=... -DLIST=... [-DWITHOUT=cli;postgres] -P installed_files.cmake
cmake_minimum_required(VERSION 3.22)
file(GLOB_RECURSE files RELATIVE "${PREFIX}" "${PREFIX}/*")
list(TRANSFORM files REPLACE "Targets-[a-z]+\\.cmake$" "Targets-<config>.cmake")
list(SORT files)
file(STRINGS "${LIST}" expected REGEX "^[^#]")
foreach(component IN LISTS WITHOUT)
  list(FILTER expected EXCLUDE REGEX "(_|-|/)${component}(\\.hpp|\\.a|\\.pc|Targets)")
endforeach()
list(SORT expected)
if(NOT files STREQUAL expected)
  foreach(file IN LISTS files)
    if(NOT file IN_LIST expected)
      message(NOTICE "installed, but not in the list: ${file}")
    endif()
  endforeach()
  foreach(file IN LISTS expected)
    if(NOT file IN_LIST files)
      message(NOTICE "in the list, but not installed: ${file}")
    endif()
  endforeach()
  message(FATAL_ERROR "${LIST} does not say what is installed")
endif()
