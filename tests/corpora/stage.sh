# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Sourced by tests/corpora.sh: $at/migrations, the folder that retort reads. Most chains are copied
# as they are. Some projects keep their order in code, or their files in folders per release; for
# these the options of the list say how the files are put in order, and the copies get numbers.

# Copies every .sql below $1 to the flat folder $2, renamed by the sed expression $3; an empty name
# leaves the file out.
flatten() {
  (cd "$1" && find . -name '*.sql' | sed 's!^\./!!') | while read -r file; do
    new=$(printf '%s\n' "$file" | sed -E "$3" | tr '/' '~')
    if [ -n "$new" ]; then cp "$1/$file" "$2/$new"; fi
  done
}

# The names in $1 in the order $2: name (bytes), version (numbers by value), or a file of the
# project: in which order it mentions them.
ordered_names() {
  case $2 in
    name) ls "$1" | sort ;;
    version) ls "$1" | sort -V ;;
    *)
      ls "$1" | while read -r file; do
        line=$(grep -n -m 1 -F "$(printf '%s' "$file" | sed 's/.*~//')" "$corpora/$2" | cut -d : -f 1)
        if [ -n "$line" ]; then echo "$line $file"; fi
      done | sort -n | cut -d ' ' -f 2-
      ;;
  esac
}

# N_x.up.sql and N_x.down.sql keep one number.
renumber() {
  ordered_names "$1" "$3" | awk -v from="$1" -v to="$2" '
    { stem = $0; sub(/\.(up|down)\.sql$/, "", stem); sub(/\.sql$/, "", stem) }
    !(stem in number) { number[stem] = ++count }
    { name = $0; gsub(/~/, "_", name); printf "%s/%s\n%s/%04d_%s\n", from, $0, to, number[stem], name }
  ' | while read -r from && read -r to; do cp "$from" "$to"; done
}

stage() {
  folder=$at/migrations
  source=$corpora/$path
  mkdir -p "$folder"
  rename=$(option rename)
  numbers=$(option renumber)
  if [ -z "$rename$numbers" ]; then
    cp -R "$source/." "$folder"
  else
    mkdir -p "$at/renamed"
    flatten "$source" "$at/renamed" "${rename:-s!^!!}"
    if [ -n "$numbers" ]; then
      renumber "$at/renamed" "$folder" "$numbers"
    else
      cp "$at/renamed/"* "$folder"
    fi
  fi
  for pattern in $(option exclude | tr ',' ' '); do
    # shellcheck disable=SC2086
    (cd "$folder" && rm -rf $pattern)
  done
  base=$(option base)
  if [ -n "$base" ]; then cp "$corpora/$base" "$folder/0_base.sql"; fi
}
