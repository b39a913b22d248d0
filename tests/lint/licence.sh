#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Every source file carries the SPDX lines near its top.
set -eu
status=0
for file in $(git ls-files -- '*.cpp' '*.hpp' '*.def' '*.cmake' '*.sh' '*.cmake.in' | grep -v '^tests/cases/'); do
  [ -f "$file" ] || continue
  head -n 3 "$file" | grep -q 'SPDX-License-Identifier: BSL-1.0' || {
    echo "$file: no SPDX-License-Identifier line"
    status=1
  }
done
exit $status
