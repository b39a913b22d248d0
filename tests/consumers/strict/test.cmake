# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# g++ and clang++, C++17 to C++23, warnings as errors in what is generated and in our headers.
find_program(clang NAMES clang++-14 clang++ clang++-15 clang++-16)
if(NOT clang)
  fail("clang++ is missing (Debian: clang-14)")
endif()
foreach(compiler IN ITEMS g++ "${clang}")
  set(standards 17 20 23)
  if(CONSUMER_WAY STREQUAL "source")
    set(standards 20)  # the runtime is built each time
  endif()
  foreach(standard IN LISTS standards)
    cmake_path(GET compiler FILENAME name)
    step(${name} C++${standard})
    set(CONSUMER_CXX "${compiler}")
    configure("${CONSUMER_SOURCE}" "${name}-${standard}" -DSTANDARD=${standard})
    build("${name}-${standard}")
    foreach(program IN ITEMS app own)
      built(path "${name}-${standard}" ${program})
      run("${path}")
    endforeach()
    build_does_nothing("${name}-${standard}")
  endforeach()
endforeach()
