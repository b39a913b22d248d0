#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Builds retort and examples/recorder, then shows what they do: installs what is missing on a fresh
# Debian or Ubuntu, builds below build/, works in build/examples/demo. Every claim is checked; the
# first surprise ends the script with exit code 1.
set -eu
cd "$(dirname "$0")/.."
. tests/install_packages.sh
# shellcheck disable=SC2086
install_packages $RETORT_BUILD_PACKAGES

root=$PWD
build=$root/build/examples
older_build=$root/build/examples-older
demo=$build/demo
log=$build/log
mkdir -p "$build" "$older_build"
unset DATABASE_URL RETORT_ECHO
export NO_COLOR=1

heading() { printf '\n== %s\n\n' "$*"; }
surprise() {
  printf '\nsurprise: %s\n' "$*" >&2
  exit 1
}

# Shows the command and what it prints; keeps that in $log and the exit code in $code.
run() {
  shown=$1
  shift
  printf '$ %s\n' "$shown"
  code=0
  "$@" > "$log" 2>&1 || code=$?
  cat "$log"
}
expect_code() { [ "$code" -eq "$1" ] || surprise "the exit code is $code, not $1"; }
expect() { grep -qF -- "$1" "$log" || surprise "the output lacks '$1'"; }
expect_lines() {
  count=$(grep -cF -- "$2" "$log" || true)
  [ "$count" -eq "$1" ] || surprise "$count lines have '$2', not $1"
}

# configure DIRECTORY OPTION…
configure() {
  directory=$1
  shift
  cmake -S "$root" -B "$directory" -G Ninja -DCMAKE_BUILD_TYPE=Release -DRETORT_BUILD_TESTS=OFF \
    -DRETORT_BUILD_EXAMPLES=ON -DRETORT_INSTALL=OFF "$@" > "$log" 2>&1 || { cat "$log"; exit 1; }
}

heading "Build the tool, the runtime and the recorder"
configure "$build"
cmake --build "$build" --target recorder recorder-migrate
tool=$(find "$build/compiler/driver" -maxdepth 1 -name retort -type f)
recorder=$build/examples/recorder/recorder
migrate=$build/examples/recorder/recorder-migrate

heading "Build an older release: the same program, with the folder as it was two revisions ago"
rm -rf "$demo"
mkdir -p "$demo"
cp -R "$root/migrations" "$demo/migrations"
rm "$demo"/migrations/20250114_07_open_actions.sql "$demo"/migrations/20250310_08_audit_triggers.sql
configure "$older_build" -DRETORT_BUILD_TOOL=OFF "-DRETORT_EXECUTABLE=$tool" \
  "-DRECORDER_MIGRATIONS=$demo/migrations"
cmake --build "$older_build" --target recorder
cp "$older_build/examples/recorder/recorder" "$demo/recorder-older"
cd "$demo"

heading "The older release creates its database and works"
run "recorder-older" ./recorder-older
expect_code 0
expect_lines 6 "Running upgrade"
expect "Running upgrade  -> 20240507_01_baseline, "
expect "sample  Llamada de prueba (active, 3 segments, 9.0 s)"

heading "Run again, there is nothing to upgrade: the file stays as it is, byte for byte"
before=$(cksum data/backend.db)
run "recorder-older" ./recorder-older
expect_code 0
expect_lines 0 "Running upgrade"
expect_lines 0 "added"
[ "$before" = "$(cksum data/backend.db)" ] || surprise "data/backend.db was written"

heading "The new release upgrades it, and keeps the rows"
run "recorder-migrate current" "$migrate" current
expect_code 0
expect "e07a41c95b38"
run "recorder" "$recorder"
expect_code 0
expect_lines 2 "Running upgrade"
expect "sample  Llamada de prueba (active, 3 segments, 9.0 s)"
run "recorder add 'Notas' 'Revisar la cotización'" "$recorder" add Notas "Revisar la cotización"
expect_code 0
run "recorder search cotizacion" "$recorder" search cotizacion
expect_code 0
expect "Notas at 0.0 s"
expect "1 found"

heading "The older release meets the newer database, and says so in one line"
before=$(cksum data/backend.db)
run "recorder-older" ./recorder-older
expect_code 1
[ "$(wc -l < "$log")" -eq 1 ] || surprise "it says more than one line"
expect "newer"
[ "$before" = "$(cksum data/backend.db)" ] || surprise "data/backend.db was written"

heading "The way back: the command line of the chain, which needs no files either"
run "recorder-migrate history -i" "$migrate" history -i
expect_code 0
expect "(head) (current)"
run "recorder-migrate downgrade -2" "$migrate" downgrade -2
expect_code 0
expect_lines 2 "Running downgrade"
run "recorder-older search cotizacion" ./recorder-older search cotizacion
expect_code 0
expect "1 found"

heading "Another database, through \$DATABASE_URL; on a terminal the progress is a bar"
DATABASE_URL=sqlite:other.db
export DATABASE_URL
run "DATABASE_URL=$DATABASE_URL recorder" \
  script --quiet --return --command "TERM=xterm $recorder" /dev/null
expect_code 0
expect "8/8"
unset DATABASE_URL

heading "Two colleagues add a revision each: a plain rebuild notices, and refuses"
cp "$root/migrations/20250114_07_open_actions.sql" migrations/
cat > migrations/20250115_07_action_language.sql << 'SQL'
-- Give actions a language
--
-- Revision ID: 3c9a52e8d107
-- Revises: e07a41c95b38
-- Create Date: 2025-01-15 17:20

-- migrate:up
ALTER TABLE actions ADD COLUMN lang text;

-- migrate:down
ALTER TABLE actions DROP COLUMN lang;
SQL
run "cmake --build build" cmake --build "$older_build" --target recorder
[ "$code" -ne 0 ] || surprise "the build accepts two heads"
expect "[multiple-heads]"
expect "20250115_07_action_language.sql:4:13: error:"

heading "One of the two commands that it offers, and the build is whole again"
run "retort rebase 3c9a52e8d107 --onto 7d52c6f18ab0" \
  "$tool" rebase 3c9a52e8d107 --onto 7d52c6f18ab0
expect_code 0
run "cmake --build build" cmake --build "$older_build" --target recorder
expect_code 0
run "cmake --build build" cmake --build "$older_build" --target recorder
expect_code 0
expect "no work to do"

heading "A down that does not restore the schema is found while building, at its line"
sed 's/^ALTER TABLE actions DROP.*/UPDATE actions SET lang = NULL;/' \
  migrations/20250115_07_action_language.sql > edited
mv edited migrations/20250115_07_action_language.sql
run "cmake --build build" cmake --build "$older_build" --target recorder
[ "$code" -ne 0 ] || surprise "the build accepts a wrong down"
expect "[down-differs]"

heading "A revision that has shipped is edited: retort.lock says what was there"
rm migrations/20250115_07_action_language.sql
sed "s/lang  .*DEFAULT 'es'/lang       text NOT NULL DEFAULT 'en'/" migrations/20240507_01_baseline.sql > edited
mv edited migrations/20240507_01_baseline.sql
run "cmake --build build" cmake --build "$older_build" --target recorder
[ "$code" -ne 0 ] || surprise "the build accepts an edited revision"
expect "[locked-changed]"
expect "20240507_01_baseline.sql:8:1: error:"

heading "Done: every claim above was checked"
