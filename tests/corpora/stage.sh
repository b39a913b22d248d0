# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Sourced by tests/corpora.sh: $at/migrations, the folder that retort reads. Most chains are copied
# as they are. Options of the list leave files out or rename one, and write down an order that a
# project keeps in its program.

# Copies every .sql below $1 to the flat folder $2, renamed by the sed expression $3; an empty name
# leaves the file out.
flatten() {
  (cd "$1" && find . -name '*.sql' | sed 's!^\./!!') | while read -r file; do
    new=$(printf '%s\n' "$file" | sed -E "$3" | tr '/' '~')
    if [ -n "$new" ]; then cp "$1/$file" "$2/$new"; fi
  done
}

stage() {
  folder=$at/migrations
  source=$corpora/$path
  mkdir -p "$folder"
  rename=$(option rename)
  if [ -z "$rename" ]; then
    cp -R "$source/." "$folder"
  else
    flatten "$source" "$folder" "$rename"
  fi
  for pattern in $(option exclude | tr ',' ' '); do
    # shellcheck disable=SC2086
    (cd "$folder" && rm -rf $pattern)
  done
  base=$(option base)
  if [ -n "$base" ]; then
    mkdir -p "$folder/0.0"
    cp "$corpora/$base" "$folder/0.0/0_base.sql"
  fi
  # As someone would who takes the project over: the names in the order of its program.
  order=$(option order)
  if [ -n "$order" ]; then
    grep -oE '[A-Za-z0-9._-]+\.sql' "$corpora/$order" | awk '!seen[$0]++' > "$folder/order.txt"
  fi
}
