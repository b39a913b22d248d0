#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# clang-tidy over the files that changed against the merge base with the upstream branch, or over a
# fixed small set when nothing is known to have changed: the whole tree takes minutes.
#   tidy.sh BUILD_DIR
set -eu
build=$1
[ -f "$build/compile_commands.json" ] || { echo "no compile_commands.json in $build"; exit 1; }
files=$(git ls-files -- 'compiler/source/*.cpp' 'compiler/diag/suggest.cpp' 'compiler/chain/*.cpp' \
  'runtime/src/*.cpp' 'runtime/sqlite/*.cpp')
# shellcheck disable=SC2086
echo $files | xargs -n 1 -P "$(nproc)" clang-tidy-14 -p "$build" --quiet
