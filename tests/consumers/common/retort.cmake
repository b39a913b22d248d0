# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Included by most consumer projects; `basic` shows the same lines as users write them.
if(CONSUMER_WAY STREQUAL "package")
  find_package(retort REQUIRED)
else()
  add_subdirectory("${RETORT_SOURCE}" retort-source EXCLUDE_FROM_ALL)
endif()
