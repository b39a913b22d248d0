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
#   down       downgraded to base: the schema that the project's own downs leave ("not empty": they do
#              not lead back to the start); "N steps": the revision before them has no down
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
    "$retort" check --layout "$layout" --engine "$engine" --verify "${RETORT_CORPORA_PROOF:-$engine}" --no-lock-file \
    --diagnostics json \
    $functions -Wall "$folder" > "$at/check.out" 2> "$at/check.json" || true
  check=$(tail -n 1 "$at/check.time" | awk '{ printf "%.2f s %d MB", $1, $2 / 1024 }')
  found=$(findings "$at/check.json")
}

order_of_retort() {
  "$retort" history --json --layout "$layout" --engine "$engine" --no-lock-file "$folder" \
    > "$at/history.json" 2> "$at/history.err" || return 1
  sed -n 's/.*"path": *"\([^"]*\)".*/\1/p' "$at/history.json" | sed 's!^migrations/!!' | tac
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
  schema=- again=- down=- tool_failed=
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

# The first revision, from head downwards, that has no down of its own: there the way back ends. Its
# number, 0 where every revision has one.
find_floor() {
  floor=$files
  while [ "$floor" -gt 0 ]; do
    number=$(printf '%05d' "$floor")
    if ! [ -f "$at/oracle/$number.down.sql" ] && [ -s "$at/oracle/$number.up.sql" ]; then return; fi
    floor=$((floor - 1))
  done
}

compare_down() {
  find_floor
  if [ "$floor" = "$files" ]; then
    down=none
    return
  fi
  target=base
  if [ "$floor" -gt 0 ]; then
    target=$(sed -n 's/.*"revision": "\([^"]*\)", "parents".*/\1/p' "$at/history.json" | tac | sed -n "${floor}p")
  fi
  tool_down "$floor" || tool_failed=$(failed_file)
  dump tool > "$at/base.tool"
  if ! program downgrade "$target"; then
    down="stops: $(grep -m 1 'error: ' "$at/program.log" | sed 's/.*error: //' | cut -c 1-80)"
    [ -n "$tool_failed" ] && down="stops where the tool does: $tool_failed"
    return
  fi
  if [ -n "$tool_failed" ]; then
    down="only the tool fails: $tool_failed"
    return
  fi
  dump ours > "$at/base.retort"
  down=$(same_or "$at/base.tool" "$at/base.retort" "$at/base.diff" DIFFERS)
  if [ "$floor" -gt 0 ]; then
    down="$down, $((files - floor)) steps"
  elif [ "$down" = same ] && ! cmp -s "$at/base.tool" "$at/schema.empty"; then
    down="same, not empty"
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
