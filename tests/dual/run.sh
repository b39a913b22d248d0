#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Twenty revisions of public projects that keep a folder per engine, each rewritten as one portable file.
#
#   RETORT_BUILD=TREE sh tests/dual/run.sh
#     upgrades both engines and compares what their catalogues hold with expected.sqlite and expected.postgres;
#     `--update` writes them
#   RETORT_BUILD=TREE RETORT_CORPORA=FOLDER sh tests/dual/run.sh [REVISION…]
#     for development, the checkouts are yours: two databases are upgraded to the revision before, one gets the
#     original file of its engine, the other the portable one. `<` is what the original alone makes, `>` what ours
#     alone makes; docs/corpora.md explains what differs
set -eu
here=$(cd "$(dirname "$0")" && pwd)
retort=${RETORT_BUILD:-$here/../../build/dev}/compiler/driver/retort
work=$(mktemp -d)
at=$work
export LC_ALL=C TZ=UTC
chmod 755 "$work"
option() { :; }
. "$here/../corpora/engine.sh"
dump() {
  if [ "$engine" = sqlite ]; then
    sqlite3 "$at/$1.db" < "$here/sqlite.sql"
  else
    psql -X -q -A -t -d "$1" -f "$here/postgres.sql"
  fi
}

upgrade() {
  "$retort" upgrade "$1" --dir "$here/migrations" --no-lock-file --engine sqlite,postgres --url "$url" \
    > "$at/upgrade.log" 2>&1 || { cat "$at/upgrade.log"; exit 1; }
}

expected() {
  upgrade head
  dump ours > "$at/ours.txt"
  if [ "${1:-}" = --update ]; then cp "$at/ours.txt" "$here/expected.$engine"; fi
  [ "$(wc -l < "$at/ours.txt")" -gt 200 ] && diff "$here/expected.$engine" "$at/ours.txt"
}

# The files of a line of the list, for $engine; what the project's program replaces for an engine is replaced.
original() {
  word=$engine
  if [ "$engine" = sqlite ] && [ -n "$named" ]; then word=$named; fi
  checkout=$RETORT_CORPORA/$repository
  folder=$(dirname "$files" | sed "s!@!$word!")
  git -C "$checkout" ls-tree --name-only "$commit" "$folder/" > "$at/names"
  echo "$files" | sed 's!.*/!!' | tr ',' '\n' | while read -r pattern; do
    while read -r name; do
      # shellcheck disable=SC2254
      case $(basename "$name") in $pattern) git -C "$checkout" show "$commit:$name"; echo ;; esac
    done < "$at/names"
  done | sed '/+goose Down/,$d' > "$at/original.sql"
  case $revision:$engine in
    lnd_*:postgres) sed -i 's/BLOB/BYTEA/; s/INTEGER PRIMARY KEY/BIGSERIAL PRIMARY KEY/' "$at/original.sql" ;;
    ncps_traces:sqlite) sed -i '/`\(new_\)*\(narinfos\|nar_files\)`/d' "$at/original.sql" ;;  # rebuilt on the way
  esac
  [ -s "$at/original.sql" ] || { echo "$revision: no such file in $repository"; exit 1; }
}

originals() {
  upgrade before
  grep -v '^#' "$here/originals.list" > "$at/list"
  while read -r revision repository commit files named <&3; do
    if [ $# = 0 ] || echo " $* " | grep -q " $revision "; then
      original
      if [ "$engine" = sqlite ]; then cp "$at/ours.db" "$at/tool.db"; else dropdb tool; createdb -T ours tool; fi
      dump ours > "$at/before"
      feed tool "$at/original.sql" || echo "$revision $engine: the original: $(head -n 1 "$at/feed.err")"
      upgrade "$revision"
      dump tool > "$at/tool.txt"
      dump ours > "$at/ours.txt"
      changed=$(diff "$at/before" "$at/ours.txt" | grep -c '^[<>]' || true)
      differ=$(diff "$at/tool.txt" "$at/ours.txt" | grep -c '^[<>]' || true)
      echo "$revision $engine: $changed lines changed, $differ differ"
      diff "$at/tool.txt" "$at/ours.txt" | grep '^[<>]' || true
    else
      upgrade "$revision"
    fi
  done 3< "$at/list"
}

if [ -z "${RETORT_CORPORA:-}" ]; then
  "$retort" check --engine sqlite,postgres --verify sqlite,postgres --no-lock-file -Werror "$here/migrations"
fi
for engine in sqlite postgres; do
  start_engine
  if [ -n "${RETORT_CORPORA:-}" ]; then originals "$@"; else expected "$@"; fi
  stop_engine
done
rm -rf "$work"
