# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# The two numbers that tool, runtime and package share. The top CMakeLists.txt and the installed
# package both read them here.
set(RETORT_VERSION 0.1.0)
# The generated ABI: raised whenever generated code and runtime stop fitting each other. The same
# number stands in runtime/include/retort/chain.hpp; configuring fails when the two differ.
set(RETORT_GENERATED_ABI 2)
