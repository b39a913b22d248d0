-- Two scripts of the same steps, and a statement in front of them that would get lost.
-- --- file migrations/a.sql
PRAGMA journal_mode = WAL;
-- Running upgrade  -> a1
CREATE TABLE t (x INTEGER);
-- Running downgrade a1 -> 
DROP TABLE t;
-- --- file migrations/b.sql
-- Running upgrade  -> a1
CREATE TABLE t (x INTEGER);
-- Running downgrade a1 -> 
DROP TABLE t;
-- --- retort check --layout alembic-sql -Wno-alembic-python
-- --- exit 1
-- --- stderr
migrations/a.sql:1:1: warning: this statement stands before the first '-- Running upgrade' line and is left out [-Walembic-preamble]
    1 | PRAGMA journal_mode = WAL;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~
help: put the statement into a migration, or delete it
migrations/b.sql:1:24: error: revision 'a1' is defined twice [duplicate-revision]
    1 | -- Running upgrade  -> a1
      |                        ^~
migrations/a.sql:2:24: note: the first one is here
    2 | -- Running upgrade  -> a1
      |                        ^~
help: keep one of the two scripts
migrations/b.sql:3:1: error: second down section for sqlite [engine-sections]
    3 | -- Running downgrade a1 -> 
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~
help: keep one of the two scripts
1 warning and 2 errors generated.
