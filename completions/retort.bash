# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Completion of retort for bash. Compared with `retort VERB --help` by a test.
_retort() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]}
  local verbs="check compile lock history heads branches show revision merge rebase import"
  local chain="--dir --directory --file --exclude --layout --engine --name --lock-file --no-lock-file"
  local findings="--werror --diagnostics --sarif -Wall -Werror"
  local proof="--verify --sqlite-function --sqlite-minimum --sqlite-feature --sqlite-profile"
  local outputs="--output-dir --source --header-file --manifest --stamp --depfile --forget-file"
  local code="--namespace --header --export-macro --export-header --default-url --root --schema --depends-on"
  local words="--help --color"

  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "$verbs --help --version" -- "$cur"))
    return
  fi
  case $prev in
    --layout) COMPREPLY=($(compgen -W "retort numbered alembic-sql" -- "$cur")); return ;;
    --engine) COMPREPLY=($(compgen -W "sqlite postgres" -- "$cur")); return ;;
    --diagnostics) COMPREPLY=($(compgen -W "gnu msvc json" -- "$cur")); return ;;
    --color) COMPREPLY=($(compgen -W "auto always never" -- "$cur")); return ;;
    --verify) COMPREPLY=($(compgen -W "sqlite none" -- "$cur")); return ;;
    --sqlite-profile) COMPREPLY=($(compgen -W "full plain" -- "$cur")); return ;;
    --dir | --directory | --output-dir | --root) COMPREPLY=($(compgen -d -- "$cur")); return ;;
  esac
  case $verb in
    check) words="$words $chain $findings $proof --verbose --locked" ;;
    compile) words="$words $chain $findings $proof $outputs $code --verbose --locked" ;;
    lock) words="$words $chain $findings $proof" ;;
    history) words="$words $chain --verbose --json --rev-range" ;;
    heads | branches | show) words="$words $chain --verbose --json" ;;
    revision) words="$words $chain --message --rev-id --head" ;;
    merge) words="$words $chain --message --rev-id" ;;
    rebase) words="$words $chain --onto" ;;
    import) words="$words $chain --output" ;;
  esac
  case $cur in
    -*) COMPREPLY=($(compgen -W "$words" -- "$cur")) ;;
    *) COMPREPLY=($(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _retort retort
