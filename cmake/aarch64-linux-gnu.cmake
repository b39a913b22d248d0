# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Toolchain: Debian's cross compiler for AArch64 (g++-aarch64-linux-gnu), for the preset cross-aarch64
# and the tests. $CROSS_ROOT: where packages for the target are installed, if anywhere.
# $CROSS_EMULATOR: not empty to run programs of the target by qemu-user.
set(CMAKE_SYSTEM_NAME Linux)
set(CMAKE_SYSTEM_PROCESSOR aarch64)
set(CMAKE_CXX_COMPILER aarch64-linux-gnu-g++)
set(CMAKE_FIND_ROOT_PATH /usr/aarch64-linux-gnu)
if(NOT "$ENV{CROSS_ROOT}" STREQUAL "")
  list(APPEND CMAKE_FIND_ROOT_PATH "$ENV{CROSS_ROOT}")
endif()
set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
if(NOT CMAKE_FIND_ROOT_PATH_MODE_PACKAGE)
  set(CMAKE_FIND_ROOT_PATH_MODE_PACKAGE ONLY)
endif()
if(NOT "$ENV{CROSS_EMULATOR}" STREQUAL "")
  set(CMAKE_CROSSCOMPILING_EMULATOR qemu-aarch64 -L /usr/aarch64-linux-gnu)
endif()
