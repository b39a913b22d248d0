# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# No tool, no language, no component.
misuse([[add_migrations(app)]]
  "RETORT_EXECUTABLE 'retort' is not the absolute path of a program" -DRETORT_EXECUTABLE=retort)
misuse([[add_migrations(app)]]
  "RETORT_HOST_PATH '${CONSUMER_WORK}' holds no package retort-tools cmake --install <build directory of retort> --prefix '${CONSUMER_WORK}' --component tools"
  -DRETORT_EXECUTABLE= "-DRETORT_HOST_PATH=${CONSUMER_WORK}" -DRETORT_BUILD_TOOL=OFF)

# AddMigrations.cmake alone, as package managers include it.
run("${CMAKE_COMMAND}" -E rm -rf build)
file(WRITE "${CONSUMER_WORK}/call.cmake" "")
configure(. build "-DCALL=${CONSUMER_WORK}/call.cmake" -DWITHOUT_RETORT=ON
  "-DRETORT_SOURCE=${RETORT_SOURCE}" -DRETORT_EXECUTABLE= -DCMAKE_PREFIX_PATH=)
misuse([[add_migrations(app)]]
  "the generated code is C++, and the language is not enabled: enable_language(CXX)"
  -DWITHOUT_CXX=ON)
misuse([[add_migrations(app)]]
  "this retort was built without the sqlite driver" -DWITHOUT_CXX=OFF)
misuse([[add_library(retort::runtime INTERFACE IMPORTED)
add_library(retort::sqlite INTERFACE IMPORTED)
add_migrations(app CLI app-cli)]]
  "CLI needs the component 'cli' of retort, which is missing: find_package(retort REQUIRED COMPONENTS sqlite cli)")
misuse([[add_library(retort::runtime INTERFACE IMPORTED)
add_library(retort::sqlite INTERFACE IMPORTED)
add_migrations(app)]]
  "the program retort is missing; install the package retort-tools, or set RETORT_EXECUTABLE: cmake -DRETORT_EXECUTABLE=<program> ...")
