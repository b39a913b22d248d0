#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# clang-tidy over what ships in programs, the runtime and its drivers, and over the source room: the
# whole tree takes many minutes. `tidy.sh BUILD_DIR all` is for the patient.
set -eu
build=$1
[ -f "$build/compile_commands.json" ] || {
  echo "no compile_commands.json in $build: configure with CMAKE_EXPORT_COMPILE_COMMANDS=ON"
  exit 1
}
rooms="compiler/source/*.cpp runtime/src/*.cpp runtime/sqlite/*.cpp runtime/postgres/*.cpp"
if [ "${2:-}" = all ]; then rooms="compiler/*.cpp runtime/*.cpp"; fi
set -f
# shellcheck disable=SC2086
git ls-files -- $rooms |
  xargs -n 1 -P "$(nproc)" clang-tidy-14 -p "$build" --quiet
