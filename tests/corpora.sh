#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Chains that nobody here wrote, against psql and sqlite3. For development; CI has no checkouts.
#
#   RETORT_CORPORA=FOLDER sh tests/corpora.sh LIST [NAME…]
#
# FOLDER holds checkouts of public repositories, LIST names chains in them (tests/corpora/README.md
# has the format), NAME picks some. For each chain the table says
#
#   files      migrations, as the tool that owns the folder counts them
#   order      retort's order of files is that tool's
#   statements retort cuts every file as the engine's own splitter does, out of so many statements
#   schema     upgraded by a compiled program = the files fed to psql or sqlite3, in order
#   again      a second upgrade changes nothing
#   down       downgraded to base: the schema that the tool's own downs leave
#   check      time and peak memory of `retort check`, and what it found
#
# Exit 0 where every chain ends with the same schema. What differs stays in the folder that is
# printed last.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
build=${RETORT_BUILD:-$here/../build/dev}
corpora=${RETORT_CORPORA:?the folder of the checkouts}
list=${1:?a list of chains, as tests/corpora/sample.list}
shift
names=$*
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
compare=$build/tests/corpora/retort_compare_statements
for program in "$retort" "$compare"; do
  [ -x "$program" ] || { echo "build it first: $program" >&2; exit 2; }
done

# The value of key=… among the words behind the path, or nothing.
option() {
  for word in $options; do
    case $word in "$1="*) printf "%s\n" "${word#*=}" ;; esac
  done
}

# "12 sql-error 3 missing-down" of the JSON findings: the errors first.
findings() {
  grep -o "\"name\":\"[a-z-]*\"" "$1" 2>/dev/null | cut -d "\"" -f 4 |
    sort | uniq -c | sort -rn | awk '{ printf "%s%s %s", sep, $1, $2; sep = ", " }'
}

# `retort check` as a user calls it; findings are no failure of this script.
check_chain() {
  /usr/bin/time -f '%e %M' -o "$at/check.time" \
    "$retort" check --layout "$layout" --engine "$engine" --no-lock-file --diagnostics json \
    $functions -Wall "$folder" > "$at/check.out" 2> "$at/check.json" || true
  check=$(tail -n 1 "$at/check.time" | awk '{ printf "%.2f s %d MB", $1, $2 / 1024 }')
  found=$(findings "$at/check.json")
}

order_of_retort() {
  "$retort" history --json --layout "$layout" --engine "$engine" --no-lock-file "$folder" \
    > "$at/history.json" 2> "$at/history.err" || return 1
  sed -n 's/.*"path": *"\([^"]*\)".*/\1/p' "$at/history.json" | sed 's!.*migrations/!!' | tac
}

compare_order() {
  order_of_retort > "$at/order.retort" || { order=fails; return; }
  if cmp -s "$at/order.retort" "$at/order.tool"; then order=same; else order=DIFFERS; fi
}

compare_statements() {
  if statements=$("$compare" "$engine" "$layout" "$folder" "$at/oracle" 2> "$at/statements.err")
  then :; else statements="${statements:-fails}"; fi
}

same_or() {
  if diff -u "$1" "$2" > "$3"; then echo same; else echo "$4"; fi
}

compare_schema() {
  schema=- again=- down=-
  if ! build_program; then schema="does not compile"; return; fi
  tool_up || { schema="tool fails: $(failed_file)"; return; }
  dump tool > "$at/schema.tool"
  if ! program upgrade head; then schema="FAILS"; return; fi
  dump ours > "$at/schema.retort"
  schema=$(same_or "$at/schema.tool" "$at/schema.retort" "$at/schema.diff" DIFFERS)
  again=CHANGES
  if program upgrade head && dump ours | cmp -s - "$at/schema.retort" && second_run_is_quiet; then
    again=no-op
  fi
  compare_down
}

compare_down() {
  [ "$(ls "$at/oracle" | grep -c '\.down\.sql$')" -gt 0 ] || { down=none; return; }
  if ! program downgrade base; then
    down="stops: $(sed -n 's/.*: error: //p' "$at/program.log" | head -n 1 | cut -c 1-60)"
    return
  fi
  dump ours > "$at/base.retort"
  tool_down || { down="tool fails: $(failed_file)"; return; }
  dump tool > "$at/base.tool"
  down=$(same_or "$at/base.tool" "$at/base.retort" "$at/base.diff" DIFFERS)
  if [ "$down" = same ] && ! cmp -s "$at/base.tool" "$at/schema.empty"; then
    down="same, leaves $(diff "$at/schema.empty" "$at/base.tool" | grep -c '^[<>]') lines"
  fi
}

run_chain() {
  name=$1 engine=$2 layout=$3 path=$4
  shift 4
  options=$*
  at=$work/$name
  rm -rf "$at"
  mkdir -p "$at/oracle"
  functions=
  for function in $(option functions | tr ',' ' '); do
    functions="$functions --sqlite-function $function"
  done
  [ -d "$corpora/$path" ] || { row "$name" "$engine" "$layout" "no checkout at $path"; return; }
  stage
  oracle
  files=$(wc -l < "$at/order.tool")
  check_chain
  compare_order
  compare_statements
  start_engine
  compare_schema
  stop_engine
  case $schema in same) ;; *) bad=$((bad + 1)) ;; esac
  row "$name" "$engine" "$layout" "$files" "$order" "$statements" "$schema" "$again" "$down" \
    "$check" "${found:-nothing}"
}

# Whether the chain $1 was asked for.
is_wanted() {
  [ -z "$names" ] && return
  for asked in $names; do [ "$asked" = "$1" ] && return; done
  return 1
}

row() {
  separator='|'
  for cell; do printf '%s %s ' "$separator" "$cell"; done
  printf '|\n'
}

bad=0
row chain engine layout files order statements schema again down check findings
row --- --- --- --: --- --- --- --- --- --- ---
while read -r line <&4; do
  case $line in '' | '#'*) continue ;; esac
  # shellcheck disable=SC2086
  if is_wanted $line; then run_chain $line; fi
done 4< "$list"
echo "what was compared is in $work" >&2
[ "$bad" = 0 ]
