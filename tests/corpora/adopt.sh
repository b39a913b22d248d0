#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# A database that another tool migrated goes on with retort. For development, as tests/corpora.sh:
#
#   RETORT_CORPORA=FOLDER sh tests/corpora/adopt.sh LIST NAME…
#
# For each chain the tool of its layout (dbmate, sqitch: what is installed) brings a database to the
# middle of the chain; the compiled program adopts it and upgrades it to head; the schema must be
# the one that the tool alone makes, and the tool's own table must be as it was.
set -eu
here=$(cd "$(dirname "$0")/.." && pwd)
build=${RETORT_BUILD:-$here/../build/dev}
corpora=${RETORT_CORPORA:?the folder of the checkouts}
list=${1:?a list of chains}
shift
work=${RETORT_CORPORA_WORK:-$(mktemp -d)}
mkdir -p "$work"
work=$(cd "$work" && pwd)
chmod 755 "$work"
export LC_ALL=C TZ=UTC
. "$here/corpora/stage.sh"
. "$here/corpora/oracle.sh"
. "$here/corpora/engine.sh"
. "$here/corpora/program.sh"
retort=$build/compiler/driver/retort
dbmate=${DBMATE:-dbmate}

option() {
  for word in $options; do
    case $word in "$1="*) printf '%s\n' "${word#*=}" ;; esac
  done
}

# tool_url DATABASE, as the tool wants it.
tool_url() {
  case $layout-$engine in
    dbmate-sqlite) echo "sqlite:$at/$1.db" ;;
    dbmate-postgres) echo "postgres://postgres@localhost/$1?socket=$PGHOST&sslmode=disable" ;;
    sqitch-postgres) echo "db:pg://postgres@/$1" ;;
  esac
}

# The first $2 steps on database $1 by the tool itself.
by_tool() {
  case $layout in
    dbmate)
      rm -rf "$at/part"
      mkdir "$at/part"
      head -n "$2" "$at/order.tool" | while read -r file; do cp "$folder/$file" "$at/part"; done
      "$dbmate" --url "$(tool_url "$1")" --migrations-dir "$at/part" --no-dump-schema up
      ;;
    sqitch)
      change=$(sed -n "${2}p" "$at/order.tool" | sed 's!deploy/!!; s!\.sql$!!')
      (cd "$folder" && sqitch deploy --target "$(tool_url "$1")" --to-change "$change" --no-verify)
      ;;
  esac > "$at/tool.log" 2>&1
}

adopt_chain() {
  name=$1 engine=$2 layout=$3 path=$4
  shift 4
  options=$*
  at=$work/adopt-$name
  rm -rf "$at"
  mkdir -p "$at/oracle"
  functions=
  stage
  oracle
  files=$(wc -l < "$at/order.tool")
  start_engine
  build_program || { echo "$name: does not compile"; return 1; }
  half=$((files / 2))
  by_tool ours "$half" || { echo "$name: $layout failed: $(tail -n 1 "$at/tool.log")"; return 1; }
  by_tool tool "$files" || { echo "$name: $layout failed: $(tail -n 1 "$at/tool.log")"; return 1; }
  program stamp --adopt || { echo "$name: $(grep -m 1 error: "$at/program.log")"; return 1; }
  program upgrade head || { echo "$name: $(grep -m 1 error: "$at/program.log")"; return 1; }
  dump tool > "$at/schema.tool"
  dump ours > "$at/schema.retort"
  if ! diff -u "$at/schema.tool" "$at/schema.retort" > "$at/schema.diff"; then
    echo "$name: the schema differs: $at/schema.diff"
    return 1
  fi
  program upgrade head && second_run_is_quiet || { echo "$name: not at head"; return 1; }
  echo "$name: $engine, $layout applied $half of $files, adopted, upgraded to head: the same schema"
  stop_engine
}

bad=0
while read -r line <&4; do
  case $line in '' | '#'*) continue ;; esac
  for asked; do
    # shellcheck disable=SC2086
    if [ "$asked" = "${line%% *}" ]; then adopt_chain $line || bad=1; fi
  done
done 4< "$list"
exit $bad
