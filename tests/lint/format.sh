#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# C++ is formatted as .clang-format says.
set -eu
git ls-files -- '*.cpp' '*.hpp' | xargs clang-format-14 --dry-run --Werror
