#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Bytes that the runtime and the SQLite driver add to a stripped program: the same program with and
# without them, both built for size. SQLite is linked as a shared library and not counted. The goal
# is for the section .text (the code); the others are shown beside it, and last all that `size` calls
# text, which also holds the tables of the dynamic linker.
#   size.sh [compiler]      prints: name, value, unit, ratio to the goal, goal; fails beyond it
set -eu
compiler=${1:-${CXX:-g++}}
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
runtime=$here/../../../runtime
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
goal=24576

# As runtime/CMakeLists.txt builds the libraries in the configuration MinSizeRel.
flags="-std=c++17 -Os -DNDEBUG -ffunction-sections -fdata-sections"
ours="-fno-exceptions -fno-rtti -fvisibility=hidden -fno-asynchronous-unwind-tables"
case $("$compiler" --version) in
  *clang*) ;;
  *) ours="$ours -fno-ipa-sra" ;;
esac

for source in "$runtime"/src/*.cpp "$runtime"/sqlite/*.cpp; do
  case $source in
    */sqlite/database.cpp | */src/progress.cpp) rtti=-frtti ;;
    *) rtti= ;;
  esac
  # shellcheck disable=SC2086
  "$compiler" $flags $ours $rtti -I"$runtime/include" -I"$runtime" -c "$source" \
    -o "$work/$(basename "$(dirname "$source")")_$(basename "$source" .cpp).o"
done
ar rcs "$work/libretort.a" "$work"/src_*.o "$work"/sqlite_*.o

# shellcheck disable=SC2086
build() {
  "$compiler" $flags $2 -I"$runtime/include" "$here/size_program.cpp" -o "$work/$1" \
    -L"$work" -lretort -lsqlite3 -Wl,--gc-sections -Wl,--as-needed -s
}
build without ""
build with -DWITH_RETORT

section() {
  size -A "$work/$1" | awk -v name="$2" '$1 == name { print $2 }'
}
row() {
  awk -v name="$1" -v added="$2" -v goal="$goal" -v says="$3" \
    'BEGIN { printf "%-44s %10d %-6s %.2f %s\n", name, added, "bytes", added / goal, says }'
}
code=$(($(section with .text) - $(section without .text)))
constants=$(($(section with .rodata) - $(section without .rodata)))
all=$(($(size "$work/with" | awk 'NR == 2 { print $1 }') - \
  $(size "$work/without" | awk 'NR == 2 { print $1 }')))
row "runtime and SQLite driver add, code" "$code" "<= $goal bytes"
row "  constants, mostly messages and SQL" "$constants" ""
row "  all of size's \"text\"" "$all" ""
[ "$code" -le "$goal" ]
