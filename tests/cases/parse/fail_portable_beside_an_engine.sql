-- A section is portable or it is one engine's own.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up sqlite portable
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:22: error: 'portable' beside an engine [misplaced-directive]
    6 | -- migrate:up sqlite portable
      |                      ^~~~~~~~
help: a portable section is for every engine of the chain: write one or the other
1 error generated.
