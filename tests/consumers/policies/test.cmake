# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
step(minimum 3.16 with developer warnings as errors)
configure("${CONSUMER_SOURCE}" build -Wdev -Werror=dev)
output_lacks("Warning")
output_lacks("Policy")
build(build)
built(program build app)
run("${program}")
build_does_nothing(build)
