#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Bytes of text that the runtime and the SQLite driver add to a stripped program: the same program
# with and without them, both built for size. SQLite is linked as a shared library and not counted.
#   size.sh [compiler]      prints: name value unit ratio (to the goal of 24 KiB); fails above it
set -eu
compiler=${1:-${CXX:-g++}}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
runtime=$here/../../../runtime
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

flags="-std=c++17 -Os -DNDEBUG -ffunction-sections -fdata-sections"
ours="-fno-exceptions -fno-rtti -fvisibility=hidden"

for source in "$runtime"/src/*.cpp "$runtime"/sqlite/*.cpp; do
  rtti=
  [ "$(basename "$source")" = database.cpp ] && rtti=-frtti
  # shellcheck disable=SC2086
  "$compiler" $flags $ours $rtti -I"$runtime/include" -I"$runtime" -c "$source" \
    -o "$work/$(basename "$(dirname "$source")")_$(basename "$source" .cpp).o"
done
ar rcs "$work/libretort.a" "$work"/src_*.o "$work"/sqlite_*.o

build() {
  # shellcheck disable=SC2086
  "$compiler" $flags $2 -I"$runtime/include" "$here/size_program.cpp" -o "$work/$1" \
    -L"$work" -lretort -lsqlite3 -Wl,--gc-sections -Wl,--as-needed -s
  size "$work/$1" | awk 'NR == 2 { print $1 }'
}
without=$(build without "")
with=$(build with -DWITH_RETORT)
added=$((with - without))
goal=$((24 * 1024))
awk -v added="$added" -v goal="$goal" \
  'BEGIN { printf "%-44s %10d %-6s %.2f\n", "text added by runtime and SQLite driver", added, "bytes", added / goal }'
[ "$added" -le "$goal" ]
