#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# All tests: installs what is missing on a fresh Debian or Ubuntu, configures, builds, runs.
#
#   sh tests/run.sh            everything that CI runs: the dev build, then the sanitizer build
#   sh tests/run.sh dev        the dev build and all its tests only
#   sh tests/run.sh asan       the sanitizer build: unit, case and runtime tests only
set -eu
cd "$(dirname "$0")/.."
. tests/install_packages.sh
# shellcheck disable=SC2086
install_packages $RETORT_BUILD_PACKAGES $RETORT_TEST_PACKAGES

what=${1:-all}
jobs=$(nproc)

build_and_test() {
  preset=$1
  shift
  echo "== $preset: configure and build"
  cmake --preset "$preset" > "build-$preset.log" 2>&1 || { cat "build-$preset.log"; exit 1; }
  rm -f "build-$preset.log"
  cmake --build --preset "$preset" -- -j "$jobs"
  echo "== $preset: test"
  ctest --test-dir "build/$preset" --output-on-failure -j "$jobs" "$@"
}

case $what in
  all | dev) build_and_test dev ;;
esac
case $what in
  all | asan) build_and_test asan -LE 'consumer|install|lint|codegen|bench' ;;
esac
