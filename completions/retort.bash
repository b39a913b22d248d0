# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Completion of retort for bash, written by `retort completion bash`.
_retort() {
  local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD - 1]} verb=${COMP_WORDS[1]} words=--help
  COMPREPLY=()
  # bash cuts words at '=': --option=value are three of them.
  if [ "$cur" = = ]; then cur=; elif [ "$prev" = = ]; then prev=${COMP_WORDS[COMP_CWORD - 2]}; fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "check compile prove lock history heads branches show revision merge rebase import sql schema explain graph completion upgrade downgrade current stamp verify transfer --help --version" -- "$cur"))
    return
  fi
  case $prev in
    --exclude | --variable | --placeholder-prefix | --placeholder-suffix | --name | -W | --sqlite-function | --sqlite-minimum | --sqlite-feature | --url | --namespace | --header | --export-macro | --export-header | --default-url | -r | --rev-range | --head | -m | --message | --rev-id | --onto | --sqlite-profile | --adopt-table | --scratch | --lock-wait | --ignore | --from | --to) return ;;
    --tx-mode)
      COMPREPLY=($(compgen -W "auto all per_revision" -- "$cur"))
      return ;;
    --color)
      COMPREPLY=($(compgen -W "auto always never" -- "$cur"))
      return ;;
    --sqlite-profile)
      COMPREPLY=($(compgen -W "full plain" -- "$cur"))
      return ;;
    --diagnostics)
      COMPREPLY=($(compgen -W "gnu msvc json" -- "$cur"))
      return ;;
    --layout)
      COMPREPLY=($(compgen -W "retort numbered named goose dbmate sql-migrate golang-migrate sqlx diesel flyway sqitch prisma alembic-sql auto" -- "$cur"))
      return ;;
    --verify)
      COMPREPLY=($(compgen -W "sqlite postgres none" -- "$cur"))
      return ;;
    --engine)
      COMPREPLY=($(compgen -W "sqlite postgres" -- "$cur"))
      return ;;
    --format)
      COMPREPLY=($(compgen -W "text dot mermaid" -- "$cur"))
      return ;;
    --dir | --directory | --pg-bindir | --output-dir | --root | --template | -o | --output)
      COMPREPLY=($(compgen -d -- "$cur"))
      return ;;
    --file | --lock-file | --sarif | --source | --header-file | --manifest | --stamp | --depfile | --forget-file | --schema | --depends-on)
      COMPREPLY=($(compgen -f -- "$cur"))
      return ;;
  esac
  case $verb in
    check) words="$words --verbose --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --locked --werror --diagnostics --sarif --color --verify --pg-bindir --sqlite-function --sqlite-minimum --sqlite-feature --sqlite-profile --url" ;;
    compile) words="$words --verbose --output-dir --source --header-file --manifest --stamp --depfile --forget-file --namespace --header --export-macro --export-header --default-url --root --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --locked --schema --depends-on --werror --diagnostics --sarif --color --verify --pg-bindir --sqlite-function --sqlite-minimum --sqlite-feature --sqlite-profile" ;;
    prove) words="$words --stamp --required --pg-bindir --template --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --diagnostics --color" ;;
    lock) words="$words --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --werror --diagnostics --sarif --color --verify --pg-bindir --sqlite-function --sqlite-minimum --sqlite-feature --sqlite-profile" ;;
    history) words="$words --rev-range --indicate-current --verbose --json --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color --url" ;;
    heads) words="$words --verbose --json --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    branches) words="$words --verbose --json --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    show) words="$words --verbose --json --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color --url" ;;
    revision) words="$words --head --message --rev-id --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    merge) words="$words --message --rev-id --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    rebase) words="$words --onto --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    import) words="$words --output --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    sql) words="$words --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --werror --diagnostics --sarif --color --sqlite-profile" ;;
    schema) words="$words --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --werror --diagnostics --sarif --color --sqlite-profile" ;;
    explain) words="$words --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --werror --diagnostics --sarif --color --sqlite-profile" ;;
    graph) words="$words --format --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    completion) words="$words bash zsh fish man" ;;
    upgrade) words="$words --adopt --adopt-table --scratch --no-adopt --dry-run --sql --echo --lock-wait --tx-mode --url --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    downgrade) words="$words --dry-run --sql --echo --lock-wait --tx-mode --url --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    current) words="$words --verbose --json --url --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    stamp) words="$words --adopt --adopt-table --scratch --purge --sql --lock-wait --url --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    verify) words="$words --strict --scratch --ignore --json --url --dir --directory --file --exclude --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
    transfer) words="$words --from --to --dry-run --replace --exclude --lock-wait --json --dir --directory --file --layout --variable --placeholder-prefix --placeholder-suffix --engine --name --lock-file --no-lock-file --color" ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
  case $cur in
    -*) ;;
    *) COMPREPLY+=($(compgen -f -- "$cur")) ;;
  esac
}
complete -o filenames -F _retort retort
