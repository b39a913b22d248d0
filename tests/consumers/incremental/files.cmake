# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Changes of files and folders.
set(folder "${CONSUMER_WORK}/migrations")
# Builds of the makefiles that only configure: see settle().
set(removal "")
if(CONSUMER_GENERATOR MATCHES "Makefiles" AND CMAKE_VERSION VERSION_GREATER_EQUAL 3.23
    AND CMAKE_VERSION VERSION_LESS 4.0)
  set(removal 0)
endif()

begin_case(nothing to do)
rebuild(0 0 0)

begin_case(configured again without a change)
reconfigure(build)
rebuild(0 0 0)

begin_case(a file is edited)
migrate(0002_b.sql 0002 0001 "CREATE INDEX b_id ON table_0002 (id);")
rebuild(1 1 1)

begin_case(a file is touched)
file(TOUCH "${folder}/0002_b.sql")
rebuild(1 0 0)

begin_case(an unrelated file appears in the folder)
file(WRITE "${folder}/README" "Not a migration.\n")
rebuild(1 0 0)

begin_case(a file is added)
migrate(0004_d.sql 0004 0003)
rebuild(1 1 1)

begin_case(a file is renamed with its time)
file(RENAME "${folder}/0004_d.sql" "${folder}/0004_renamed.sql")
set(forgets "${removal}")
rebuild(1 1 1)

begin_case(a file is removed)
file(REMOVE "${folder}/0004_renamed.sql")
set(forgets "${removal}")
rebuild(1 1 1)

begin_case(a file is added in a new sub-directory)
migrate(sub/0004_d.sql 0004 0003)
rebuild(1 1 1)

begin_case(a file is added in an existing sub-directory)
migrate(sub/0005_e.sql 0005 0004)
rebuild(1 1 1)

begin_case(the sub-directory is removed)
file(REMOVE_RECURSE "${folder}/sub")
set(forgets "${removal}")
rebuild(1 1 1)

begin_case(a file is added with an old time)
migrate(0004_d.sql 0004 0003)
run(touch -t 200101010000 "${folder}/0004_d.sql")
rebuild(1 1 1)

begin_case(an older file is moved over one)
migrate(../aside.sql 0004 0003 "CREATE INDEX d_id ON table_0004 (id);")
run(touch -t 200001010000 "${folder}/../aside.sql")
file(RENAME "${folder}/../aside.sql" "${folder}/0004_d.sql")
rebuild(1 1 1)

begin_case(two files change their names)
file(RENAME "${folder}/0003_c.sql" "${folder}/../aside.sql")
file(RENAME "${folder}/0004_d.sql" "${folder}/0003_c.sql")
file(RENAME "${folder}/../aside.sql" "${folder}/0004_d.sql")
rebuild(1 1 1)

# A merge changes migrations and CMakeLists.txt at once: the same build configures and compiles.
begin_case(a file is edited together with CMakeLists.txt)
file(TOUCH "${CONSUMER_WORK}/CMakeLists.txt")
migrate(0001_a.sql 0001 "" "CREATE INDEX a_id ON table_0001 (id);")
rebuild(1 1 1)

begin_case(a file is added together with a change of CMakeLists.txt)
file(TOUCH "${CONSUMER_WORK}/CMakeLists.txt")
migrate(0005_x.sql 0005 0004)
rebuild(1 1 1)

begin_case(a file is removed together with a change of CMakeLists.txt)
file(TOUCH "${CONSUMER_WORK}/CMakeLists.txt")
file(REMOVE "${folder}/0005_x.sql")
set(forgets "${removal}")
rebuild(1 1 1)
