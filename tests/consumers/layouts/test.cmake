# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Folders of other tools: what their layouts read is noticed by a plain rebuild, in nested folders too.
step(folders of other tools)
file(COPY "${CONSUMER_SOURCE}/" DESTINATION "${CONSUMER_WORK}")
set(folder "${CONSUMER_WORK}")
file(WRITE "${folder}/diesel/2024-01-01-000000_words/up.sql" "CREATE TABLE words (id integer);\n")
file(WRITE "${folder}/diesel/2024-01-01-000000_words/down.sql" "DROP TABLE words;\n")
file(WRITE "${folder}/sqitch/sqitch.plan" "%project=plan\nwords 2024-01-01T00:00:00Z A <a@b> # words\n")
file(WRITE "${folder}/sqitch/deploy/words.sql" "BEGIN;\nCREATE TABLE words (id integer);\nCOMMIT;\n")
file(WRITE "${folder}/sqitch/deploy/marks.sql" "CREATE TABLE marks (id integer);\n")
file(WRITE "${folder}/flyway/one/V1__words.sql" "CREATE TABLE \${table} (id integer);\n")
configure(. build)
build(build)
set(created "CREATE TABLE words (id integer)")
program_prints(build app "folders: 20240101000000\nplan: words\nnested: 1\n${created}\n")
build_does_nothing(build)

step(a folder, a line of the plan and a nested folder are added)
file(WRITE "${folder}/diesel/2024-01-02-000000_marks/up.sql" "CREATE TABLE marks (id integer);\n")
file(WRITE "${folder}/diesel/2024-01-02-000000_marks/down.sql" "DROP TABLE marks;\n")
file(APPEND "${folder}/sqitch/sqitch.plan" "marks [words] 2024-01-02T00:00:00Z A <a@b>\n")
file(WRITE "${folder}/flyway/two/deep/V1.1__marks.sql" "CREATE TABLE marks (id integer);\n")
build(build)
program_prints(build app
  "folders: 20240101000000 20240102000000\nplan: words marks\nnested: 1 1.1\n${created}\n")
build_does_nothing(build)

step(a file beside the SQL is added)
file(WRITE "${folder}/diesel/2024-01-02-000000_marks/metadata.toml" "run_in_transaction = maybe\n")
build(FAILS build)
output_has("metadata.toml:1:22: error: 'maybe' is neither true nor false")
file(REMOVE "${folder}/diesel/2024-01-02-000000_marks/metadata.toml")
build(build)
build_does_nothing(build)
