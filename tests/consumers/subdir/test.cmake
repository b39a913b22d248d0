# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
step(calls from another directory)
configure("${CONSUMER_SOURCE}" build)
build(build)
program_prints(build above "above: 0001 0002\n")
program_prints(build app/beside "beside: 0001 0002\n")
build_does_nothing(build)
