# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# The installed tree is moved: nothing in it may name the place it was installed to.
step(move)
file(COPY "${RETORT_PREFIX}/" DESTINATION "${CONSUMER_WORK}/moved prefix")
file(GLOB_RECURSE files "${CONSUMER_WORK}/moved prefix/*")
list(LENGTH files count)
if(count LESS 20)
  fail("only ${count} files were moved")
endif()
foreach(file IN LISTS files)
  file(STRINGS "${file}" lines REGEX "consumers/prefix")
  if(lines)
    fail("${file} names the place of the installation: ${lines}")
  endif()
endforeach()

step(use it)
set(RETORT_PREFIX "${CONSUMER_WORK}/moved prefix")
configure("${CONSUMER_SOURCE}" build)
build(build)
file(STRINGS "${CONSUMER_WORK}/build/build.ninja" tool REGEX "COMMAND = .*compile @")
if(NOT tool MATCHES "moved prefix/bin/retort")
  fail("another tool is used: ${tool}")
endif()
program_prints(build app "app: 0001 0002\n")
build_does_nothing(build)

step(AddMigrations.cmake alone)
configure("${CONSUMER_SOURCE}" alone "-DALONE=${RETORT_PREFIX}" "-DRETORT_EXECUTABLE=${RETORT_TOOL}")
build(alone)
program_prints(alone app "app: 0001 0002\n")
build_does_nothing(alone)

step(pkg-config)
find_program(pkg_config NAMES pkg-config pkgconf)
if(NOT pkg_config)
  fail("the program pkg-config is missing (Debian: pkg-config)")
endif()
set(ENV{PKG_CONFIG_PATH} "${CONSUMER_WORK}/moved prefix/lib/pkgconfig")
# What it prints is quoted for a shell.
file(WRITE "${CONSUMER_WORK}/use.sh" "set -e
eval \"tool=$('${pkg_config}' --variable=retort retort)\"
\"$tool\" --version
eval \"c++ -std=c++17 '${CONSUMER_SOURCE}/main.cpp' '${CONSUMER_WORK}/build/retort/app/app.cpp' \
  -I'${CONSUMER_WORK}/build/retort/app/include' -I'${CONSUMER_COMMON}' \
  $('${pkg_config}' --cflags --libs retort-sqlite) -o by-pkg-config\"
./by-pkg-config
")
run(sh use.sh)
output_has("retort ")
output_has("app: 0001 0002")
