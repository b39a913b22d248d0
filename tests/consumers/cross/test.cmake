# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# From this machine to AArch64: which tool compiles the chain. The program only lists its chain, as
# Debian's cross packages hold no SQLite for the target: an empty library stands in for it.
foreach(program IN ITEMS aarch64-linux-gnu-g++ aarch64-linux-gnu-ar qemu-aarch64)
  find_program(path_of_${program} NAMES ${program})
  if(NOT path_of_${program})
    message(NOTICE "SKIPPED: '${program}' is missing, so that NO CROSS BUILD WAS TESTED"
      " (Debian: g++-aarch64-linux-gnu, qemu-user)")
    return()
  endif()
endforeach()
set(emulator qemu-aarch64 -L /usr/aarch64-linux-gnu)
file(COPY "${CONSUMER_SOURCE}/" DESTINATION "${CONSUMER_WORK}")
set(ENV{CROSS_ROOT} "${CONSUMER_WORK}/target")
set(ENV{RETORT_REAL_TOOL} "${RETORT_TOOL}")

file(COPY "${SQLITE_INCLUDE_DIR}/sqlite3.h" DESTINATION "${CONSUMER_WORK}/target/include")
file(MAKE_DIRECTORY "${CONSUMER_WORK}/target/lib")
run(aarch64-linux-gnu-ar rc target/lib/libsqlite3.a)

# cross_configure([FAILS] <build> [<option>...]): the project, for AArch64.
macro(cross_configure)
  split_fails(cross ${ARGV})
  list(POP_FRONT cross_arguments cross_build)
  run(${cross_fails} "${CMAKE_COMMAND}" -G "${CONSUMER_GENERATOR}" -S . -B "${cross_build}"
    "-DCMAKE_TOOLCHAIN_FILE=${RETORT_SOURCE}/cmake/aarch64-linux-gnu.cmake" "-DCONSUMER_WAY=${CONSUMER_WAY}"
    "-DCONSUMER_COMMON=${CONSUMER_COMMON}" "-DRETORT_SOURCE=${RETORT_SOURCE}"
    -DRETORT_WITH_CLI=OFF "-DCMAKE_CXX_COMPILER_LAUNCHER=${CONSUMER_CCACHE}" ${cross_arguments})
endmacro()

macro(builds_and_runs build)
  build("${build}")
  run(${emulator} "${CONSUMER_WORK}/${build}/app")
  if(NOT output STREQUAL "app: 0001 0002\non aarch64\n")
    fail("the program printed\n${output}")
  endif()
  build_does_nothing("${build}")
endmacro()

if(CONSUMER_WAY STREQUAL "package")
  step(the runtime for the target)
  run("${CMAKE_COMMAND}" -G "${CONSUMER_GENERATOR}" -S "${RETORT_SOURCE}" -B runtime
    "-DCMAKE_TOOLCHAIN_FILE=${RETORT_SOURCE}/cmake/aarch64-linux-gnu.cmake" -DRETORT_WITH_CLI=OFF
    -DRETORT_BUILD_TESTS=OFF -DRETORT_BUILD_EXAMPLES=OFF -DCMAKE_INSTALL_LIBDIR=lib
    "-DCMAKE_CXX_COMPILER_LAUNCHER=${CONSUMER_CCACHE}"
    "-DCMAKE_INSTALL_PREFIX=${CONSUMER_WORK}/target")
  build(runtime)
  run("${CMAKE_COMMAND}" --install runtime)
  if(EXISTS "${CONSUMER_WORK}/target/bin/retort")
    fail("a cross build built the tool")
  endif()
endif()

step(RETORT_HOST_PATH)
cross_configure(host-path "-DRETORT_HOST_PATH=${RETORT_PREFIX}")
builds_and_runs(host-path)

step(no native retort is known)
cross_configure(FAILS none -DRETORT_HOST_BUILD=OFF)
output_has_words("add_migrations(app): this is a cross build for aarch64 and no native retort is known; set RETORT_HOST_PATH or RETORT_EXECUTABLE: cmake -DRETORT_HOST_PATH=<prefix of a native retort> ... cmake -DRETORT_EXECUTABLE=<native program> ...")

step(a native build inside this one)
set(ENV{CXX} aarch64-linux-gnu-g++)
set(ENV{CXXFLAGS} -DNOT_FOR_THE_TOOL)
cross_configure(inside "-DTOOL_SOURCE=${CONSUMER_WORK}/tool")
builds_and_runs(inside)
unset(ENV{CXX})
unset(ENV{CXXFLAGS})

if(CONSUMER_WAY STREQUAL "source")
  return()
endif()

step(RETORT_HOST_PATH in the environment)
set(ENV{RETORT_HOST_PATH} "${RETORT_PREFIX}")
cross_configure(host-path-environment)
builds_and_runs(host-path-environment)
unset(ENV{RETORT_HOST_PATH})

step(RETORT_EXECUTABLE)
cross_configure(executable "-DRETORT_EXECUTABLE=${RETORT_TOOL}")
builds_and_runs(executable)

step(the tree builds the tool for the target: with an emulator)
set(ENV{CROSS_EMULATOR} yes)
cross_configure(emulator -DTREE_TOOL=ON)
builds_and_runs(emulator)
unset(ENV{CROSS_EMULATOR})

step(the tree builds the tool for the target: without an emulator)
cross_configure(FAILS no-emulator -DTREE_TOOL=ON -DRETORT_HOST_BUILD=OFF)
output_has_words("this is a cross build for aarch64 and no native retort is known")

step(a native package where one for the target is needed)
run("${CMAKE_COMMAND}" -E rm -rf target/lib/cmake)
cross_configure(FAILS native-prefix "-DCMAKE_PREFIX_PATH=${RETORT_PREFIX}"
  -DCMAKE_FIND_ROOT_PATH_MODE_PACKAGE=BOTH)
output_has("${RETORT_PREFIX}/lib/cmake/retort/retortConfig.cmake")
output_has("(x86_64)")
