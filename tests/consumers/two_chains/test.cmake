# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
step(two chains on one target)
file(COPY "${CONSUMER_SOURCE}/" DESTINATION "${CONSUMER_WORK}")
configure(. build)
build(build)
program_prints(build app "app: 0001 0002\napp.log-2: 0001 made\n")
build_does_nothing(build)
if(NOT EXISTS "${CONSUMER_WORK}/build/elsewhere/app.log-2.json")
  fail("OUTPUT_DIR was not used")
endif()

step(the generated migration changes)
file(READ "${CONSUMER_WORK}/made.in" text)
string(REPLACE "Revision ID: made" "Revision ID: other" text "${text}")
file(WRITE "${CONSUMER_WORK}/made.in" "${text}")
build(build)
program_prints(build app "app: 0001 0002\napp.log-2: 0001 other\n")
build_does_nothing(build)
