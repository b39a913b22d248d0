# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# When a chain is compiled again, and when not: every case of docs/cmake.md, "How a rebuild is
# decided". Against the package it runs below a folder with a blank and a letter outside ASCII.
make_logging_scripts()
if(CONSUMER_WAY STREQUAL "package")
  set(CONSUMER_WORK "${CONSUMER_WORK}/wörk folder")
endif()
file(COPY "${CONSUMER_SOURCE}/" DESTINATION "${CONSUMER_WORK}")
include("${CONSUMER_SOURCE}/helpers.cmake")

migrate(0001_a.sql 0001 "")
migrate(0002_b.sql 0002 0001)
migrate(0003_c.sql 0003 0002)
write_migration("${CONSUMER_WORK}/base/migrations/0001_z.sql" 1001 "" z)

step(first build)
configure(. build ${log_options})
build(build)
program_is_the_folder()
build_does_nothing(build)

include("${CONSUMER_SOURCE}/files.cmake")
include("${CONSUMER_SOURCE}/failures.cmake")
include("${CONSUMER_SOURCE}/others.cmake")
