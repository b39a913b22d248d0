# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# The tool, the options, the generated files, time, and the chain that this one depends on.
begin_case(the tool is replaced)
file(APPEND "${log_folder}/bin/retort" "# a newer one\n")
rebuild(2 0 0)

begin_case(the tool is replaced and its output differs)
file(READ "${log_folder}/bin/retort" script)
string(REPLACE "\"$@\"" "\"$@\" --default-url=sqlite:other.db" other_script "${script}")
file(WRITE "${log_folder}/bin/retort" "${other_script}")
rebuild(2 2 2)
file(WRITE "${log_folder}/bin/retort" "${script}")
build(build)

begin_case(an option of the call is changed)
reconfigure(build -DAPP_DEFAULT_URL=sqlite:app.db)
rebuild(1 1 1)

begin_case(the generated source is deleted by hand)
file(REMOVE "${CONSUMER_WORK}/build/retort/app/app.cpp")
if(CONSUMER_GENERATOR MATCHES "Makefiles")
  build(build --clean-first)  # a known limit: a plain build does not make it again
  program_is_the_folder()
  build_does_nothing(build)
else()
  rebuild(1 1 1)
endif()
if(NOT EXISTS "${CONSUMER_WORK}/build/retort/app/app.cpp")
  fail("app.cpp was not made again")
endif()

begin_case(a file is edited while the tool runs)
# The proof of this migration takes long enough for the edit of another file meanwhile.
migrate(0006_f.sql 0006 0005 "INSERT INTO table_0006 SELECT count(*) FROM (
  WITH RECURSIVE n (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x < 4000000)
  SELECT x FROM n);")
migrate(../aside.sql 0005 0004 "CREATE INDEX late ON table_0005 (id);")
file(WRITE "${log_folder}/edit.sh" "#!/bin/sh
while ! grep -q compile '${log_folder}/log.tool'; do sleep 0.1; done
sleep 0.4
grep -q compiled '${log_folder}/log.done' && exit 1  # too late
cat '${CONSUMER_WORK}/aside.sql' > '${folder}/0005_e.sql'
cat > /dev/null
")
execute_process(COMMAND "${CMAKE_COMMAND}" --build "${CONSUMER_WORK}/build"
  COMMAND sh "${log_folder}/edit.sh" RESULTS_VARIABLE results OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(NOT results STREQUAL "0;0")
  fail("building and editing failed: ${results}\n${output}")
endif()
clear_logs()
rebuild(1 1 1)
migrate(0006_f.sql 0006 0005)
build(build)

begin_case(the chain that it depends on is touched)
file(TOUCH "${CONSUMER_WORK}/base/migrations/0001_z.sql")
rebuild(1 0 0)

begin_case(the chain that it depends on is edited)
write_migration("${CONSUMER_WORK}/base/migrations/0001_z.sql" 1001 "" zz)
rebuild(2 1 1)
