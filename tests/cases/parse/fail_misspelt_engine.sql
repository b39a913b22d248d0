-- An engine that is nearly known.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up sqlit
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:15: error: unknown option 'sqlit' [unknown-option]
    6 | -- migrate:up sqlit
      |               ^~~~~
help: did you mean 'sqlite'?
1 error generated.
