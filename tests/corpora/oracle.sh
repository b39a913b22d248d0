# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Sourced by tests/corpora.sh: what the tool that owns the folder runs, found without retort, by that
# tool's own rules. $at/oracle/00001.up.sql, 00001.down.sql, … in the order of application, and
# $at/order.tool with the file of each.

# Lines "up-file<TAB>down-file" (the down may be missing) become the oracle's files.
take_pairs() {
  awk -F '\t' -v from="$folder" -v to="$at/oracle" '
    { n++
      printf "cp \"%s/%s\" \"%s/%05d.up.sql\"\n", from, $1, to, n
      if ($2 != "") printf "cp \"%s/%s\" \"%s/%05d.down.sql\"\n", from, $2, to, n
      print $1 > "/dev/fd/3" }' 3> "$at/order.tool" | sh
}

# N_x.sql, N_x.up.sql with N_x.down.sql, by number.
numbered_pairs() {
  ls "$folder" | grep -E '^[0-9]+[_-].*\.sql$' | grep -v '\.down\.sql$' |
    awk '{ match($0, /^[0-9]+/); printf "%s\t%s\n", substr($0, 1, RLENGTH), $0 }' | sort -n -s |
    while read -r number up; do
      down=
      case $up in
        *.up.sql)
          for file in "$folder/$number"[_-]*.down.sql; do if [ -f "$file" ]; then down=${file##*/}; fi; done ;;
      esac
      printf '%s\t%s\n' "$up" "$down"
    done
}

# Folders per release: V/N__x.sql, by the release's version, then by number.
release_pairs() {
  (cd "$folder" && ls -d */*.sql) | grep -E '^v?[0-9.]+/[0-9]+[_-]' | sort -V | sed 's/$/	/'
}

# NAME.sql, or NAME.up.sql (NAME_up.sql) with its down, by NAME or as order.txt has them.
named_pairs() {
  if [ -f "$folder/order.txt" ]; then cat "$folder/order.txt"; else ls "$folder" | grep '\.sql$'; fi |
    grep -vE '[._]down\.sql$' | sed -E 's/^(.*)([._]up)(\.sql)$/\1	\1\2\3	\1\2\3/; t; s/^(.*)\.sql$/\1	&	/' |
    if [ -f "$folder/order.txt" ]; then cat; else sort -t '	' -k 1,1; fi |
    while IFS='	' read -r _ up half; do
      down=
      if [ -n "$half" ]; then down=$(printf '%s' "$half" | sed -E 's/up\.sql$/down.sql/'); fi
      if [ -n "$down" ] && ! [ -f "$folder/$down" ]; then down=; fi
      printf '%s\t%s\n' "$up" "$down"
    done
}

# One file holds both: the lines between the directives $1 (up) and $2 (down), regular expressions.
take_sections() {
  n=0
  : > "$at/order.tool"
  while read -r file; do
    n=$((n + 1))
    number=$(printf '%05d' $n)
    awk -v up="$1" -v down="$2" -v other="$3" -v to="$at/oracle/$number" '
      $0 ~ up { part = "up"; next }
      $0 ~ down { part = "down"; next }
      other != "" && $0 ~ other { next }
      part != "" { print > (to "." part ".sql") }
      ' "$folder/$file"
    [ -f "$at/oracle/$number.up.sql" ] || : > "$at/oracle/$number.up.sql"
    echo "$file" >> "$at/order.tool"
  done
}

diesel_pairs() {
  for directory in "$folder"/*/; do
    directory=${directory%/}
    name=${directory##*/}
    [ -f "$directory/up.sql" ] || continue
    down=
    if [ -f "$directory/down.sql" ]; then down=$name/down.sql; fi
    printf '%s\t%s/up.sql\t%s\n' "$(printf '%s' "${name%%_*}" | tr -d '-')" "$name" "$down"
  done | sort -s -k 1,1 | cut -f 2-
}

flyway_pairs() {
  (cd "$folder" && find . -type f -name 'V[0-9]*.[sS][qQ][lL]' | sed 's!^\./!!') | while read -r up; do
    version=${up##*/V}
    version=${version%%__*}
    version=$(printf '%s' "${version%.sql}" | tr '_' '.')
    down=
    for file in "$folder/U$(printf '%s' "$version")__"*.sql; do if [ -f "$file" ]; then down=${file##*/}; fi; done
    printf '%s\t%s\t%s\n' "$version" "$up" "$down"
  done | sort -s -V -k 1,1 | cut -f 2-
}

# A change that is planned twice was reworked: the first one is NAME@TAG, the tag behind it.
sqitch_pairs() {
  grep -E '^[^%#[:space:]]' "$folder/sqitch.plan" | awk '{ print $1 }' | awk '
    { line[NR] = $0 }
    END {
      for (i = NR; i >= 1; i--) {
        if (line[i] ~ /^@/) { tag = line[i]; continue }
        name[i] = line[i]
        if (line[i] in later) name[i] = line[i] later[line[i]]
        behind[i] = tag
        if (!(line[i] in seen)) seen[line[i]] = i
        later[line[i]] = tagof(i)
      }
      for (i = 1; i <= NR; i++) if (i in name) print name[i]
    }
    function tagof(i,   j) { for (j = i; j >= 1; j--) if (line[j] ~ /^@/) return line[j]; return "" }
  ' | while read -r change; do
    down=
    if [ -f "$folder/revert/$change.sql" ]; then down=revert/$change.sql; fi
    printf 'deploy/%s.sql\t%s\n' "$change" "$down"
  done
}

oracle() {
  case $layout in
    numbered | golang-migrate | sqlx)
      if ls -d "$folder"/[0-9]*/ > "$at/releases" 2>&1; then release_pairs; else numbered_pairs; fi |
        take_pairs ;;
    named) named_pairs | take_pairs ;;
    sql-migrate)
      ls "$folder" | grep '\.sql$' | sort -n -s |
        take_sections '^-- [+]migrate Up' '^-- [+]migrate Down' '^-- [+]migrate' ;;
    diesel) diesel_pairs | take_pairs ;;
    flyway) flyway_pairs | take_pairs ;;
    sqitch) sqitch_pairs | take_pairs ;;
    prisma)
      (cd "$folder" && ls -d */migration.sql | sort) | sed 's/$/	/' | take_pairs ;;
    goose)
      ls "$folder" | grep -E '^[0-9]+_.*\.sql$' | sort -n -s |
        take_sections '^-- *[+]goose +[Uu][Pp]' '^-- *[+]goose +[Dd]own' '^-- *[+]goose' ;;
    dbmate)
      ls "$folder" | grep -E '^[0-9].*\.sql$' | sort |
        take_sections '^-- *migrate:up( |$)' '^-- *migrate:down( |$)' '' ;;
    *) echo "no oracle for layout $layout" >&2; exit 2 ;;
  esac
}
