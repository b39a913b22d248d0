# SPDX-License-Identifier: BSL-1.0
# SPDX-FileCopyrightText: The retort authors
#
# Chains that break: the build fails, fails again with the same text, and builds once it is fixed.
begin_case(broken by an edit)
migrate(0005_e.sql 0005 0004 "DELTE FROM table_0001;")
fails_twice("0005_e.sql:8:1: error: ")
migrate(0005_e.sql 0005 0004)
clear_logs()
rebuild(1 1 1)

begin_case(broken by a gap)
file(RENAME "${folder}/0002_b.sql" "${folder}/../aside.sql")
fails_twice("0002")
file(RENAME "${folder}/../aside.sql" "${folder}/0002_b.sql")
clear_logs()
rebuild(1 1 1)

begin_case(broken by a duplicate)
file(COPY_FILE "${folder}/0005_e.sql" "${folder}/0005_twin.sql")
fails_twice("0005_twin.sql")
file(REMOVE "${folder}/0005_twin.sql")
clear_logs()
rebuild(1 1 1)

begin_case(the folder vanishes)
file(RENAME "${folder}" "${folder}-aside")
fails_twice("migrations:1:1: error: cannot read")
file(RENAME "${folder}-aside" "${folder}")
clear_logs()
rebuild(1 1 1)
