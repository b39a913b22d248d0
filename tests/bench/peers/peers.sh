#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# The command line of a chain beside dbmate, sql-migrate, Alembic and Sqitch on one PostgreSQL server.
# Debian's packages and dbmate of npm are installed where they are missing; a tool that cannot be is
# named as absent.
#   sh tests/bench/peers/peers.sh BUILD [REVISIONS]      some 4 minutes for 1000, of which Sqitch has one
set -eu
build=$1
revisions=${2:-1000}
. tests/install_packages.sh
packages="alembic python3-psycopg2 sqitch libdbd-pg-perl sql-migrate"
command -v npm > /dev/null || packages="$packages npm"
for package in $packages; do
  install_packages "$package" || echo "ABSENT: the package $package could not be installed"
done
dbmate=$build/peers-npm/node_modules/.bin/dbmate
if [ ! -x "$dbmate" ]; then
  mkdir -p "$build/peers-npm"
  (cd "$build/peers-npm" && npm install --silent --no-audit --no-fund dbmate > npm.log 2>&1) ||
    echo "ABSENT: npm could not install dbmate, see $build/peers-npm/npm.log"
fi
# The program itself, without the script in front of it that starts node.
native=$(find "$build/peers-npm/node_modules/@dbmate" -type f -name dbmate 2> /dev/null | head -n 1)
[ -n "$native" ] && dbmate=$PWD/$native

cmake --build "$build" --target retort_bench_peers > "$build/build.log" || { cat "$build/build.log"; exit 1; }
bench=$build/tests/bench/peers/retort_bench_peers
rm -rf "$build/peers"
"$bench" folder "$revisions" "$build/peers"
{ cmake -S . -B "$build" "-DRETORT_BENCH_CHAIN=$PWD/$build/peers/retort" &&
  cmake --build "$build" --target retort_bench_migrate; } > "$build/build.log" ||
  { cat "$build/build.log"; exit 1; }
"$bench" run "$revisions" "$build/peers" "$(find "$build/tests/bench/peers" -type f -name retort_bench_migrate)" "$dbmate"
