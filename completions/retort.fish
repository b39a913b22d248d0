# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Completion of retort for fish. Compared with `retort VERB --help` by a test.
set -l verbs check compile lock history heads branches show revision merge rebase import
set -l proving check compile lock
set -l reading history heads branches show
set -l writing revision merge

complete -c retort -n "not __fish_seen_subcommand_from $verbs" -f
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -l version -d 'show the version'
complete -c retort -l help -s h -d 'show the options'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a check -d 'check a chain as the build does'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a compile -d 'compile a chain to C++'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a lock -d 'freeze what ships now'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a history -d 'list the revisions'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a heads -d 'revisions that no other revises'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a branches -d 'revisions that several revise'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a show -d 'show one revision'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a revision -d 'write the next migration'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a merge -d 'join heads'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a rebase -d 'put a revision behind another one'
complete -c retort -n "not __fish_seen_subcommand_from $verbs" -a import -d 'another tool into layout retort'

complete -c retort -n "__fish_seen_subcommand_from $verbs" -l dir -xa '(__fish_complete_directories)'
complete -c retort -n "__fish_seen_subcommand_from $verbs" -l directory -xa '(__fish_complete_directories)'
complete -c retort -n "__fish_seen_subcommand_from $verbs" -l file -r
complete -c retort -n "__fish_seen_subcommand_from $verbs" -l exclude -x
complete -c retort -n "__fish_seen_subcommand_from $verbs" -l layout -xa 'retort numbered alembic-sql'
complete -c retort -n "__fish_seen_subcommand_from $verbs" -l engine -xa 'sqlite postgres'
complete -c retort -n "__fish_seen_subcommand_from $verbs" -l name -x
complete -c retort -n "__fish_seen_subcommand_from $verbs" -l lock-file -r
complete -c retort -n "__fish_seen_subcommand_from $verbs" -l no-lock-file
complete -c retort -n "__fish_seen_subcommand_from $verbs" -l color -xa 'auto always never'

complete -c retort -n "__fish_seen_subcommand_from $proving" -s W -x -d 'warning flag'
complete -c retort -n "__fish_seen_subcommand_from $proving" -l werror
complete -c retort -n "__fish_seen_subcommand_from $proving" -l diagnostics -xa 'gnu msvc json'
complete -c retort -n "__fish_seen_subcommand_from $proving" -l sarif -r
complete -c retort -n "__fish_seen_subcommand_from $proving" -l verify -xa 'sqlite none'
complete -c retort -n "__fish_seen_subcommand_from $proving" -l sqlite-function -x
complete -c retort -n "__fish_seen_subcommand_from $proving" -l sqlite-minimum -x
complete -c retort -n "__fish_seen_subcommand_from $proving" -l sqlite-feature -x
complete -c retort -n "__fish_seen_subcommand_from $proving" -l sqlite-profile -xa 'full plain'
complete -c retort -n "__fish_seen_subcommand_from check compile" -l locked
complete -c retort -n "__fish_seen_subcommand_from check compile $reading" -l verbose -s v
complete -c retort -n "__fish_seen_subcommand_from $reading" -l json
complete -c retort -n "__fish_seen_subcommand_from history" -l rev-range -s r -x
complete -c retort -n "__fish_seen_subcommand_from $writing" -l message -s m -x
complete -c retort -n "__fish_seen_subcommand_from $writing" -l rev-id -x
complete -c retort -n "__fish_seen_subcommand_from revision" -l head -x
complete -c retort -n "__fish_seen_subcommand_from rebase" -l onto -x
complete -c retort -n "__fish_seen_subcommand_from import" -s o -l output -r

for option in output-dir source header-file manifest stamp depfile forget-file schema depends-on root
    complete -c retort -n "__fish_seen_subcommand_from compile" -l $option -r
end
for option in namespace header export-macro export-header default-url
    complete -c retort -n "__fish_seen_subcommand_from compile" -l $option -x
end
