#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Every measurement in one run, as a table with ratios against the raw C API or a peer in that run:
#   sh tests/bench/run.sh [part…]      parts: lex parse runtime postgres peers emit check size (default: all)
# A row is: name, value, unit, ratio, goal. Times drift on a busy machine; compare within a run.
set -eu
cd "$(dirname "$0")/../.."
. tests/install_packages.sh
# shellcheck disable=SC2086
install_packages $RETORT_BUILD_PACKAGES libgtest-dev libgmock-dev libpg-query-dev postgresql

build=build/bench
mkdir -p "$build"
cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DRETORT_BUILD_BENCH=ON \
  -DRETORT_BUILD_TESTS=ON -DRETORT_WITH_POSTGRES=ON -DRETORT_BUILD_EXAMPLES=OFF > "$build/configure.log" 2>&1 ||
  { cat "$build/configure.log"; exit 1; }

parts=${*:-"lex parse runtime postgres peers emit check size"}
failed=0
for part in $parts; do
  echo "== $part"
  case $part in
    lex | parse | runtime | postgres)
      cmake --build "$build" --target "retort_bench_$part" > "$build/build.log" || { cat "$build/build.log"; exit 1; }
      "$build/tests/bench/$part/retort_bench_$part"
      ;;
    check)
      cmake --build "$build" --target retort retort_make_chain > "$build/build.log" || { cat "$build/build.log"; exit 1; }
      sh tests/bench/check.sh "$build"
      ;;
    peers) sh tests/bench/peers/peers.sh "$build" || failed=1 ;; # goes on: a peer was ahead
    emit)
      cmake --build "$build" --target retort > "$build/build.log" || { cat "$build/build.log"; exit 1; }
      sh tests/bench/emit/emit.sh "$build"
      ;;
    size) sh tests/bench/runtime/size.sh ;;
    *) echo "no part named '$part'" >&2; exit 2 ;;
  esac
done
exit $failed
