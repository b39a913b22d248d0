# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Which retort compiles the chains. It runs on the machine that builds, so a cross build needs
# another one than the one it may build itself. PATH is never searched: what stands there need not
# fit this package.
include_guard(GLOBAL)

# The order is documented in docs/cmake.md. Sets `out` to the target of the tool.
function(_retort_find_tool out)
  if(RETORT_EXECUTABLE)
    _retort_import_tool("${RETORT_EXECUTABLE}" RETORT_EXECUTABLE)
    set(${out} retort::host PARENT_SCOPE)
    return()
  endif()

  set(host_path "${RETORT_HOST_PATH}")
  if(NOT host_path)
    set(host_path "$ENV{RETORT_HOST_PATH}")
  endif()
  if(NOT host_path AND CMAKE_CROSSCOMPILING AND VCPKG_HOST_TRIPLET
      AND EXISTS "${VCPKG_INSTALLED_DIR}/${VCPKG_HOST_TRIPLET}/share/retort-tools")
    set(host_path "${VCPKG_INSTALLED_DIR}/${VCPKG_HOST_TRIPLET}")
  endif()
  if(host_path)
    if(retort-tools_DIR)  # remembered from before the variable was changed?
      cmake_path(IS_PREFIX host_path "${retort-tools_DIR}" NORMALIZE inside)
      if(NOT inside)
        unset(retort-tools_DIR CACHE)
      endif()
    endif()
    find_package(retort-tools CONFIG QUIET PATHS "${host_path}" NO_DEFAULT_PATH
      NO_CMAKE_FIND_ROOT_PATH)
    if(NOT TARGET retort-tools::retort)
      _retort_error("RETORT_HOST_PATH '${host_path}' holds no package retort-tools"
        "cmake --install <build directory of retort> --prefix '${host_path}' --component tools")
    endif()
    _retort_check_imported(retort-tools::retort)
    set(${out} retort-tools::retort PARENT_SCOPE)
    return()
  endif()

  get_property(own GLOBAL PROPERTY _RETORT_TREE_TOOL)
  if(own)
    if(NOT CMAKE_CROSSCOMPILING OR CMAKE_CROSSCOMPILING_EMULATOR)
      set(${out} ${own} PARENT_SCOPE)
      return()
    endif()
  elseif(NOT CMAKE_CROSSCOMPILING)
    if(NOT TARGET retort-tools::retort)
      get_property(prefix GLOBAL PROPERTY _RETORT_PREFIX)
      find_package(retort-tools CONFIG QUIET HINTS "${prefix}")
    endif()
    if(TARGET retort-tools::retort)
      _retort_check_imported(retort-tools::retort)
      set(${out} retort-tools::retort PARENT_SCOPE)
      return()
    endif()
  endif()

  get_property(source GLOBAL PROPERTY _RETORT_TOOL_SOURCE)
  if(source AND EXISTS "${source}/CMakeLists.txt"
      AND (RETORT_HOST_BUILD OR NOT DEFINED RETORT_HOST_BUILD))
    _retort_build_tool("${source}")
    set(${out} retort::host PARENT_SCOPE)
  elseif(CMAKE_CROSSCOMPILING)
    _retort_error("this is a cross build for ${CMAKE_SYSTEM_PROCESSOR} and no native retort is known; set RETORT_HOST_PATH or RETORT_EXECUTABLE:"
      "cmake -DRETORT_HOST_PATH=<prefix of a native retort> ..."
      "cmake -DRETORT_EXECUTABLE=<native program> ...")
  else()
    _retort_error("the program retort is missing; install the package retort-tools, or set RETORT_EXECUTABLE:"
      "cmake -DRETORT_EXECUTABLE=<program> ...")
  endif()
endfunction()

# retort::host, the program at `path`; and retort::retort, where nothing else has that name.
function(_retort_import_tool path origin)
  if(NOT IS_ABSOLUTE "${path}" OR NOT EXISTS "${path}" OR IS_DIRECTORY "${path}")
    _retort_error("${origin} '${path}' is not the absolute path of a program")
  endif()
  _retort_check_tool("${path}")
  _retort_declare_host("${path}")
endfunction()

function(_retort_declare_host path)
  if(NOT TARGET retort::host)
    add_executable(retort::host IMPORTED GLOBAL)
    set_target_properties(retort::host PROPERTIES IMPORTED_LOCATION "${path}")
  endif()
  if(NOT TARGET retort::retort)
    add_executable(retort::retort ALIAS retort::host)
  endif()
endfunction()

function(_retort_check_imported tool)
  get_target_property(path ${tool} LOCATION)
  _retort_check_tool("${path}")
endfunction()

# Asks a tool that was not built here for its version, once for each configure step.
function(_retort_check_tool path)
  get_property(checked GLOBAL PROPERTY _RETORT_CHECKED_TOOLS)
  if(path IN_LIST checked)
    return()
  endif()
  set_property(GLOBAL APPEND PROPERTY _RETORT_CHECKED_TOOLS "${path}")
  execute_process(COMMAND "${path}" --version
    RESULT_VARIABLE result OUTPUT_VARIABLE version ERROR_VARIABLE error)
  if(NOT result EQUAL 0 OR NOT version MATCHES "^retort ([0-9.]+) \\(generated-abi ([0-9]+)\\)")
    string(REGEX REPLACE "\n.*" "" error "${error}")
    string(REGEX REPLACE "\n.*" "" version "${version}")
    if(result EQUAL 0)
      set(error "it does not say 'retort <version>', but '${version}'")
    elseif(NOT error)
      set(error "${result}")
    endif()
    _retort_error("'${path}' is not a retort that runs on this machine: ${error}")
  endif()
  set(release "${CMAKE_MATCH_1}")
  set(abi "${CMAKE_MATCH_2}")
  set(package "${CMAKE_CURRENT_FUNCTION_LIST_DIR}")
  cmake_path(GET package PARENT_PATH package)
  include("${CMAKE_CURRENT_FUNCTION_LIST_DIR}/version.cmake")
  if(NOT abi EQUAL RETORT_GENERATED_ABI)
    _retort_error("'${path}' is retort ${release} (generated-abi ${abi}), and '${package}' belongs to retort ${RETORT_VERSION} (generated-abi ${RETORT_GENERATED_ABI}); install both from the same release")
  elseif(NOT release VERSION_EQUAL RETORT_VERSION)
    message(WARNING "add_migrations(${retort_call}): '${path}' is retort ${release}, and '${package}' belongs to retort ${RETORT_VERSION}")
  endif()
endfunction()

# A native build of the tool inside a cross build: no toolchain, no flags of the target, no network.
function(_retort_build_tool source)
  if(TARGET retort::host)
    return()
  endif()
  include(ExternalProject)
  set(directory "${CMAKE_BINARY_DIR}/retort-native")
  set(program "${directory}/bin/retort")
  if(CMAKE_HOST_WIN32)
    string(APPEND program ".exe")
  endif()
  set(native "${CMAKE_COMMAND}" -E env --unset=CC --unset=CXX --unset=CFLAGS --unset=CXXFLAGS
    --unset=CPPFLAGS --unset=LDFLAGS --unset=CMAKE_TOOLCHAIN_FILE "${CMAKE_COMMAND}")
  ExternalProject_Add(retort-native
    SOURCE_DIR "${source}"
    PREFIX "${directory}"
    BINARY_DIR "${directory}/build"
    CMAKE_COMMAND ${native}
    CMAKE_ARGS -DCMAKE_BUILD_TYPE=Release "-DCMAKE_RUNTIME_OUTPUT_DIRECTORY=${directory}/bin"
      "-DCMAKE_RUNTIME_OUTPUT_DIRECTORY_RELEASE=${directory}/bin" -DRETORT_BUILD_TOOL=ON
      -DRETORT_BUILD_TESTS=OFF -DRETORT_BUILD_EXAMPLES=OFF -DRETORT_INSTALL=OFF
    BUILD_COMMAND ${native} --build <BINARY_DIR> --config Release --target retort
    INSTALL_COMMAND ""
    BUILD_BYPRODUCTS "${program}"
    USES_TERMINAL_BUILD TRUE)
  set_target_properties(retort-native PROPERTIES FOLDER retort EXCLUDE_FROM_ALL TRUE)
  _retort_declare_host("${program}")
  add_dependencies(retort::host retort-native)
endfunction()
