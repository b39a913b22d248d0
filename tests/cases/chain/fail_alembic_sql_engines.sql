-- With two engines a file says which one it is for, and both have the same steps.
-- --- file migrations/more.sql
-- Running upgrade b2 -> c3
-- --- file migrations/upgrade.postgres.sql
BEGIN;
-- Running upgrade  -> a1
CREATE TABLE t (x INTEGER);
-- Running upgrade  -> b2
CREATE TABLE u (x INTEGER);
COMMIT;
-- --- file migrations/upgrade.sqlite.sql
-- Running upgrade  -> a1
CREATE TABLE t (x INTEGER);
-- Running upgrade a1 -> b2
CREATE TABLE u (x INTEGER);
-- Running upgrade b2 -> c3
CREATE TABLE v (x INTEGER);
-- --- retort check --layout alembic-sql --engine sqlite,postgres -Wno-alembic-python -Wno-missing-down
-- --- exit 1
-- --- stderr
migrations/more.sql:1:1: error: 'more.sql' does not say which engine its SQL is for [bad-file-name]
    1 | -- Running upgrade b2 -> c3
      | ^
help: one file each, written with a url of that engine:
help:     alembic upgrade base:head --sql > upgrade.sqlite.sql
help:     alembic upgrade base:head --sql > upgrade.postgres.sql
migrations/upgrade.postgres.sql:4:1: error: revisions 'a1' and 'b2' both revise nothing [multiple-bases]
    4 | -- Running upgrade  -> b2
      | ^~~~~~~~~~~~~~~~~~~~~~~~~
migrations/upgrade.postgres.sql:2:1: note: the other base is here
    2 | -- Running upgrade  -> a1
      | ^~~~~~~~~~~~~~~~~~~~~~~~~
help: put one after the other:  retort rebase b2 --onto a1
migrations/upgrade.sqlite.sql:3:1: error: revision 'b2' has other parents here than in the other engine's file [engine-sections]
    3 | -- Running upgrade a1 -> b2
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~
migrations/upgrade.postgres.sql:4:1: note: the other line is here
    4 | -- Running upgrade  -> b2
      | ^~~~~~~~~~~~~~~~~~~~~~~~~
help: write both scripts from the same versions folder
migrations/upgrade.sqlite.sql:5:26: error: no up section for postgres [engine-sections]
    5 | -- Running upgrade b2 -> c3
      |                          ^~
help: write the script for it:  alembic upgrade base:head --sql > upgrade.postgres.sql
4 errors generated.
