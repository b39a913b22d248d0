# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Chains for PostgreSQL: compiled, linked, and run on a server, through generated code and, where it is
# installed, through the command line.
file(COPY "${CONSUMER_SOURCE}/" DESTINATION "${CONSUMER_WORK}")
step(build)
configure(. build)
build(build)
build_does_nothing(build)
built(server build server)
built(both build both)
built(migrate build both-migrate)

step(a folder per engine is one chain)
built(folders build folders)
run("${folders}")
output_has("folders/sqlite/1_notes.up.sql: CREATE TABLE notes (id integer PRIMARY KEY)")
output_has("folders/postgres/1_notes.up.sql: CREATE TABLE notes (id bigserial PRIMARY KEY)")
file(WRITE "${CONSUMER_WORK}/folders/sqlite/2_words.up.sql" "CREATE TABLE words (id integer);\n")
build(FAILS build)
output_has("2_words.up.sql:1:1: error: revision '2' has no migration for postgres [engine-folders]")
file(REMOVE "${CONSUMER_WORK}/folders/sqlite/2_words.up.sql")
build(build)

step(one portable file is compiled for both engines)
file(READ "${CONSUMER_WORK}/build/retort/both/both.cpp" code)
foreach(part "made_at timestamptz NOT NULL DEFAULT now()" "made_at TEXT NOT NULL DEFAULT (strftime("
    "CREATE TABLE notes__retort (" "ALTER TABLE notes DROP CONSTRAINT notes_short")
  string(FIND "${code}" "${part}" position)
  if(position EQUAL -1)
    fail("the generated code has no '${part}'")
  endif()
endforeach()

step(the names of an index that may be left invalid are in the code)
file(STRINGS "${CONSUMER_WORK}/build/retort/server/server.cpp" names REGEX "words_word\"sv, \"words\"sv")
if(NOT names)
  fail("the generated code does not name the index")
endif()

step(the program for PostgreSQL links no SQLite)
run(ldd "${server}")
output_has("libpq.so")
output_lacks("libsqlite3")

# on_server(<program> <argument>...): with DATABASE_URL, on a server that has one life.
set(steps "set -eu
unset DATABASE_URL
'${both}'
DATABASE_URL=$RETORT_TEST_POSTGRES_URL
export DATABASE_URL
'${server}'
'${server}'
'${both}'
psql -XAtc \"SELECT chain || ' ' || revision FROM retort_ledger ORDER BY chain, seq\"
psql -XAtc \"SELECT indisvalid FROM pg_index WHERE indexrelid = 'words_word'::regclass\"
for url in postgresql+asyncpg://postgres@/nowhere?host=$PGHOST mysql://localhost/x; do
  if DATABASE_URL=$url '${server}'; then exit 1; fi
done
")
set(expected "sqlite is at head
2 applied, at head
2 applied, at head
postgres is at head
both 0001
both 0002
server 0001
server 0002
t
")
if(EXISTS "${migrate}")
  string(APPEND steps "'${migrate}' current
'${migrate}' downgrade base
'${migrate}' upgrade head
'${migrate}' current
'${migrate}' current --url sqlite:both.db
")
  set(cli yes)
elseif(CONSUMER_WAY STREQUAL "package")
  fail("there is no command line in the package")
endif()
file(WRITE "${CONSUMER_WORK}/steps.sh" "${steps}")

step(run on a server)
run("${RETORT_WITH_SERVER}" sh "${CONSUMER_WORK}/steps.sh")
string(FIND "${output}" "${expected}" position)
if(NOT position EQUAL 0)
  fail("the programs printed\n${output}instead of\n${expected}")
endif()
output_has("database \"nowhere\" does not exist")
output_has("not a PostgreSQL URL or connection string")
if(cli)
  output_has("0002 (head)")
  output_has("Running downgrade 0002 -> 0001, Keep notes short")
  output_has("Running downgrade 0001 -> ")
  output_has("Running upgrade  -> 0001, Create notes")
endif()

if(CONSUMER_WAY STREQUAL "package")
  step(pkg-config)
  set(ENV{PKG_CONFIG_PATH} "${RETORT_PREFIX}/lib/pkgconfig")
  run(pkg-config --libs --cflags retort-postgres)
  output_has("-lretort_postgres -lretort_runtime")
  output_has("-lpq")
  output_lacks("sqlite")
endif()
