#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Hard limits: 500 lines for code, 800 for tests. Above 300 a file is listed, as a reminder.
set -eu
status=0
for file in $(git ls-files -- '*.cpp' '*.hpp' '*.def' '*.cmake' '*CMakeLists.txt' '*.sh'); do
  [ -f "$file" ] || continue
  lines=$(wc -l < "$file")
  limit=500
  case $file in tests/*) limit=800 ;; esac
  if [ "$lines" -gt "$limit" ]; then
    echo "$file: $lines lines, the limit is $limit"
    status=1
  elif [ "$lines" -gt 300 ]; then
    echo "$file: $lines lines (soft limit 300)"
  fi
done
exit $status
