#!/bin/sh
# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# The completion scripts and the man page are what the tool prints, the shells can read them, and bash
# and fish complete with them.   generated_completions.sh TOOL [--update]
set -eu
tool=$1
status=0

compare() {
  if [ "${update:-}" = yes ]; then
    "$tool" completion "$1" > "$2"
  elif ! "$tool" completion "$1" | diff -u "$2" -; then
    echo "$2 is out of date: sh tests/lint/generated_completions.sh $tool --update"
    status=1
  fi
}

[ "${2:-}" = --update ] && update=yes
compare bash completions/retort.bash
compare zsh completions/_retort
compare fish completions/retort.fish
compare man docs/man/retort.1

bash -n completions/retort.bash
zsh -n completions/_retort
fish --no-execute completions/retort.fish
[ -z "$(groff -man -Tutf8 -ww docs/man/retort.1 2>&1 > /dev/null)" ] || {
  echo "docs/man/retort.1 is not clean"
  status=1
}

# Each line: the words typed so far, and one that must be offered.
while read -r words; do
  read -r expected
  offered=$(bash -c '
    source completions/retort.bash
    COMP_WORDS=(retort '"$words"') COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
    [ "${COMP_WORDS[COMP_CWORD]}" = "''" ] && COMP_WORDS[COMP_CWORD]=
    _retort
    printf "%s\n" "${COMPREPLY[@]}"')
  printf '%s\n' "$offered" | grep -qxF -e "$expected" || {
    echo "bash: 'retort $words' does not offer '$expected' but: $offered"
    status=1
  }
done <<'EOF'
up
upgrade
upgrade --tx-m
--tx-mode
upgrade --tx-mode per
per_revision
upgrade --tx-mode = a
all
completion z
zsh
check --dir comp
completions
EOF
fish --no-config -c 'source completions/retort.fish; complete -C "retort upgrade --tx-mode "' |
  grep -q '^per_revision' || {
  echo "fish does not complete 'retort upgrade --tx-mode'"
  status=1
}
exit $status
