#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# `retort check` with its proof against the sqlite3 shell running the same statements in memory and in
# one transaction: up, down, up of every revision. Beside it three replays of the up sections alone,
# and the check without the proof. CPU seconds of the fastest of three runs.
#   sh tests/bench/check.sh BUILD [REVISIONS]
set -eu
build=$1
revisions=${2:-1000}
bin=$build/tests/bench
retort=$build/compiler/driver/retort
work=$(mktemp -d "${TMPDIR:-/tmp}/retort-bench-XXXXXX")
trap 'rm -rf "$work"' EXIT
export HOME="$work" # no .sqliterc

cmake --build "$build" --target retort_bench_measure > /dev/null
"$bin/retort_make_chain" "$revisions" "$work/migrations" "$work/up.sql" "$work/proof.sql"

cpu() { "$bin/retort_bench_measure" 3 "$@" | cut -d ' ' -f 1; }
row() {
  awk -v name="$1" -v value="$2" -v limit="$3" -v goal="$4" \
    'BEGIN { printf "%-44s %10.3f %-6s %5.2fx  %s\n", name, value, "s", value / limit, goal }'
}

shell=$(cpu sqlite3 -batch -bail :memory: ".read $work/proof.sql")
up=$(cpu sqlite3 -batch -bail :memory: ".read $work/up.sql")
proof=$(cpu "$retort" check "$work/migrations")
plain=$(cpu "$retort" check --verify none "$work/migrations")

row "sqlite3 shell: up, down, up of $revisions" "$shell" "$shell" ""
row "retort check with the proof" "$proof" "$shell" "<= 1.5x"
row "sqlite3 shell: the up sections" "$up" "$up" ""
row "retort check with the proof, of 3 replays" "$proof" "$(echo "$up" | awk '{ print 3 * $1 }')" ""
row "retort check without the proof" "$plain" "$up" "<= 1x"
