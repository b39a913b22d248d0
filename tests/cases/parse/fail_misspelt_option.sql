-- An option that is nearly known keeps its value in the help.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up transation:false
CREATE TABLE t (x int);

-- migrate:down lock-timeout=5s
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:15: error: unknown option 'transation:false' [unknown-option]
    6 | -- migrate:up transation:false
      |               ^~~~~~~~~~~~~~~~
help: did you mean 'transaction:false'?
migrations/0001_start.sql:9:17: error: unknown option 'lock-timeout=5s' [unknown-option]
    9 | -- migrate:down lock-timeout=5s
      |                 ^~~~~~~~~~~~~~~
help: did you mean 'lock_timeout:5s'?
2 errors generated.
