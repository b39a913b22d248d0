# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# A PUBLIC chain needs retort's package where the library is used; so does a PRIVATE one, because the
# library is static.
foreach(scope IN ITEMS PUBLIC PRIVATE)
  step(the library is built and installed, SCOPE ${scope})
  configure("${CONSUMER_SOURCE}/library" "library ${scope}" -DSTORE_SCOPE=${scope}
    "-DCMAKE_INSTALL_PREFIX=${CONSUMER_WORK}/prefix ${scope}" -DCMAKE_INSTALL_LIBDIR=lib)
  build("library ${scope}")
  run("${CMAKE_COMMAND}" --install "library ${scope}")

  step(another project uses it)
  configure("${CONSUMER_SOURCE}/program" "program ${scope}"
    "-Dstore_ROOT=${CONSUMER_WORK}/prefix ${scope}")
  build("program ${scope}")
  program_prints("program ${scope}" program "store: 0001 0002\nprogram: 9001\n")
  build_does_nothing("program ${scope}")
endforeach()
