# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# What is installed, in two packages: `retort-tools` (component tools: the program; its package file
# lies in the data directory, where cross builds find it) and `retort` (component dev: libraries and
# add_migrations()). installed_files.txt beside this file is the whole list; a test compares.
include_guard(GLOBAL)
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(retort_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/retort")
set(retort_tools_package_dir "${CMAKE_INSTALL_DATADIR}/cmake/retort-tools")
set(retort_tool_source_dir "${CMAKE_INSTALL_DATADIR}/retort/src")
set(retort_generated_dir "${PROJECT_BINARY_DIR}/package")
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(retort_compatibility SameMinorVersion)
else()
  set(retort_compatibility SameMajorVersion)
endif()

# One library of the runtime, in an export set of its own: a package without SQLite at hand must not
# declare targets that need it.
#   retort_install_library(<component>)
function(retort_install_library component)
  set_target_properties(retort_${component} PROPERTIES EXPORT_NAME ${component})
  install(TARGETS retort_${component} EXPORT retort-${component}Targets
    ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT dev
    LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT dev
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT dev
    INCLUDES DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}")
  install(EXPORT retort-${component}Targets NAMESPACE retort:: COMPONENT dev
    DESTINATION "${retort_package_dir}")
endfunction()

# retort.pc and its like, with a prefix relative to the file, so that the tree can be moved. Who links
# a static library links what it needs as well; of a shared one that is its own affair.
#   retort_install_pkg_config(<name> <library target> [<pkg-config package of its engine>])
function(retort_install_pkg_config name library)
  file(RELATIVE_PATH retort_pc_prefix "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
  string(REGEX REPLACE "/$" "" retort_pc_prefix "${retort_pc_prefix}")
  get_target_property(type ${library} TYPE)
  set(retort_pc_requires "Requires: retort = ${PROJECT_VERSION}")
  if(type STREQUAL "SHARED_LIBRARY")
    string(APPEND retort_pc_requires "\nRequires.private: ${ARGN}")
  else()
    string(APPEND retort_pc_requires ", ${ARGN}")
  endif()
  configure_file("${PROJECT_SOURCE_DIR}/cmake/${name}.pc.in" "${retort_generated_dir}/${name}.pc"
    @ONLY)
  install(FILES "${retort_generated_dir}/${name}.pc" COMPONENT dev
    DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
endfunction()

if(TARGET retort_runtime)
  retort_install_library(runtime)
  retort_install_library(catalogue)
  retort_install_library(adopt)
  retort_install_pkg_config(retort retort_runtime)
  set(retort_excluded_headers "")
  foreach(component IN ITEMS sqlite postgres transfer cli)
    if(TARGET retort_${component})
      retort_install_library(${component})
    else()
      list(APPEND retort_excluded_headers PATTERN ${component}.hpp EXCLUDE)
    endif()
  endforeach()
  if(TARGET retort_sqlite)
    retort_install_pkg_config(retort-sqlite retort_sqlite "sqlite3 >= 3.37")
  endif()
  if(TARGET retort_postgres)
    retort_install_pkg_config(retort-postgres retort_postgres "libpq")
  endif()
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/runtime/include/retort" COMPONENT dev
    DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.hpp"
    ${retort_excluded_headers})
  install(FILES "${PROJECT_SOURCE_DIR}/cmake/AddMigrations.cmake"
    "${PROJECT_SOURCE_DIR}/cmake/RetortSqlite.cmake" COMPONENT dev
    DESTINATION "${retort_package_dir}")
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/cmake/migrations" COMPONENT dev
    DESTINATION "${retort_package_dir}" FILES_MATCHING PATTERN "*.cmake")

  configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/retortConfig.cmake.in"
    "${retort_generated_dir}/retortConfig.cmake" INSTALL_DESTINATION "${retort_package_dir}"
    PATH_VARS retort_tool_source_dir)
  write_basic_package_version_file("${retort_generated_dir}/retortConfigVersion.cmake"
    COMPATIBILITY ${retort_compatibility})
  # The basic file compares the size of a pointer only: x86-64 libraries would do for an AArch64
  # build until the linker meets them.
  file(READ "${PROJECT_SOURCE_DIR}/cmake/retortConfigProcessor.cmake.in" retort_processor_check)
  string(CONFIGURE "${retort_processor_check}" retort_processor_check @ONLY)
  file(APPEND "${retort_generated_dir}/retortConfigVersion.cmake" "${retort_processor_check}")
  install(FILES "${retort_generated_dir}/retortConfig.cmake"
    "${retort_generated_dir}/retortConfigVersion.cmake" COMPONENT dev
    DESTINATION "${retort_package_dir}")
endif()

if(TARGET retort)
  install(TARGETS retort EXPORT retort-toolsTargets COMPONENT tools
    RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}")
  install(EXPORT retort-toolsTargets NAMESPACE retort-tools:: COMPONENT tools
    DESTINATION "${retort_tools_package_dir}")
  write_basic_package_version_file("${retort_generated_dir}/retort-toolsConfigVersion.cmake"
    COMPATIBILITY ${retort_compatibility} ARCH_INDEPENDENT)
  install(FILES "${PROJECT_SOURCE_DIR}/cmake/retort-toolsConfig.cmake"
    "${retort_generated_dir}/retort-toolsConfigVersion.cmake" COMPONENT tools
    DESTINATION "${retort_tools_package_dir}")
  install(FILES "${PROJECT_SOURCE_DIR}/docs/man/retort.1" COMPONENT tools
    DESTINATION "${CMAKE_INSTALL_MANDIR}/man1")
  install(FILES "${PROJECT_SOURCE_DIR}/completions/retort.bash" RENAME retort COMPONENT tools
    DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions")
  install(FILES "${PROJECT_SOURCE_DIR}/completions/_retort" COMPONENT tools
    DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions")
  install(FILES "${PROJECT_SOURCE_DIR}/completions/retort.fish" COMPONENT tools
    DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d")
endif()

if(RETORT_INSTALL_TOOL_SOURCE)
  install(FILES "${PROJECT_SOURCE_DIR}/CMakeLists.txt" "${PROJECT_SOURCE_DIR}/LICENSE"
    COMPONENT tools DESTINATION "${retort_tool_source_dir}")
  install(DIRECTORY "${PROJECT_SOURCE_DIR}/cmake" "${PROJECT_SOURCE_DIR}/compiler"
    "${PROJECT_SOURCE_DIR}/runtime" COMPONENT tools DESTINATION "${retort_tool_source_dir}")
endif()

if(PROJECT_IS_TOP_LEVEL)
  include(RetortPackage)
endif()
