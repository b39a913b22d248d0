#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# The recorder makes its database, does nothing the second time, finds what it wrote, and says in one
# line what it cannot open.   test.sh RECORDER DIRECTORY
set -eu
recorder=$1
rm -rf "$2"
mkdir -p "$2"
cd "$2"
unset DATABASE_URL

fail() {
  echo "recorder: $*" >&2
  exit 1
}

"$recorder" > first 2> progress
[ "$(grep -c '^Running upgrade' progress)" -eq 8 ] || fail "8 revisions were expected: $(cat progress)"
before=$(cksum data/backend.db)
"$recorder" > second 2> progress
[ ! -s progress ] || fail "the second run says: $(cat progress)"
[ "$before" = "$(cksum data/backend.db)" ] || fail "the second run wrote the file"
grep -q '(active, 3 segments, 9.0 s)' second || fail "the transcript is not listed: $(cat second)"

"$recorder" search SUSCRIPCION | grep -q '^1 found$' || fail "search finds nothing"
"$recorder" search '"' 'a*b' NOT | grep -q '^0 found$' || fail "words are taken for FTS5 syntax"

code=0
DATABASE_URL=sqlite:missing/folder.db "$recorder" > /dev/null 2> message || code=$?
[ "$code" -eq 1 ] || fail "exit code $code for a folder that is missing"
[ "$(wc -l < message)" -eq 1 ] || fail "not one line: $(cat message)"
code=0
DATABASE_URL=postgresql://nobody:secret@localhost/none "$recorder" > /dev/null 2> message || code=$?
[ "$code" -eq 1 ] || fail "exit code $code for another engine: $(cat message)"
[ "$(wc -l < message)" -eq 1 ] || fail "not one line: $(cat message)"
! grep -q secret message || fail "a password is shown: $(cat message)"
