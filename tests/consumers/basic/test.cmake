# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# All ways to get retort, the same names and the same result; the second build does nothing. The
# folder has a blank and a letter outside ASCII.
file(COPY "${CONSUMER_SOURCE}/" DESTINATION "${CONSUMER_WORK}/basic pröject")
set(CONSUMER_WORK "${CONSUMER_WORK}/basic pröject")

set(ways package)
if(CONSUMER_WAY STREQUAL "source")
  set(ways subdirectory fetch)
  if(CMAKE_VERSION VERSION_GREATER_EQUAL 3.24)
    list(APPEND ways override)
  endif()
endif()
foreach(way IN LISTS ways)
  step(${way})
  configure(${way} "build ${way}" "-DFETCHCONTENT_SOURCE_DIR_RETORT=${RETORT_SOURCE}"
    -DFETCHCONTENT_FULLY_DISCONNECTED=ON)
  run("${CMAKE_COMMAND}" --build "build ${way}" --parallel 8)
  program_prints("build ${way}" parts/app "app: 5f3a90c2be11 77aa12345678
store: a1a1a1a1a1a1
shared: b2b2b2b2b2b2
counted: 1 1
")
  build_does_nothing("build ${way}")
endforeach()
