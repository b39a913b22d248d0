# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
step(every kind of target)
configure("${CONSUMER_SOURCE}" build)
build(build)
program_prints(build app "app: 0001 0002
in_static: 0001 0002
in_shared: 0001 0002
aliased: 0001 0002
in_module: 0001 0002
")
program_prints(build second "in_static: 0001 0002\n")
foreach(user IN ITEMS in_interface static_user shared_user)
  program_prints(build by_${user} "in_interface: 0001 0002\n")
endforeach()
build_does_nothing(build)
