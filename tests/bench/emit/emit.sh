#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# What generated code costs the C++ compiler: CPU seconds (fastest of three) and peak memory for 1 MB
# of SQL, and for a chain of 5,000 revisions. The ratio is against an empty source with the same
# header's includes.
#   sh tests/bench/emit/emit.sh BUILD
set -eu
build=$1
bin=$build/tests/bench
include=$(cd "$(dirname "$0")/../../../runtime/include" && pwd)
work=$(mktemp -d "${TMPDIR:-/tmp}/retort-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT

cmake --build "$build" --target retort_bench_emit retort_bench_measure > /dev/null
bytes=$("$bin/emit/retort_bench_emit" 200 1000000 "$work/megabyte")
"$bin/emit/retort_bench_emit" 5000 0 "$work/long" > /dev/null
"$bin/emit/retort_bench_emit" 1 0 "$work/short" > /dev/null

row() {
  awk -v name="$1" -v value="$2" -v unit="$3" -v limit="$4" -v goal="$5" \
    'BEGIN { printf "%-44s %10s %-6s %5.2fx  %s\n", name, value, unit, value / limit, goal }'
}
measure() {
  "$bin/retort_bench_measure" 3 "$1" -std=c++17 -O2 -I "$include" -I "$work/$2" -c "$work/$2/app.cpp" \
    -o "$work/app.o"
}
for compiler in g++ clang++-14; do
  command -v "$compiler" > /dev/null || { echo "$compiler: not installed"; continue; }
  short=$(measure "$compiler" short)
  megabyte=$(measure "$compiler" megabyte)
  long=$(measure "$compiler" long)
  row "$compiler -O2, one revision" "${short% *}" s "${short% *}" ""
  row "$compiler -O2, $bytes bytes of SQL" "${megabyte% *}" s "${short% *}" "< 1 s"
  row "$compiler -O2, the same: peak memory" "${megabyte#* }" MiB "${short#* }" ""
  row "$compiler -O2, 5000 revisions" "${long% *}" s "${short% *}" ""
  row "$compiler -O2, the same: peak memory" "${long#* }" MiB "${short#* }" ""
done
