-- Only SQLite has the switch.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up postgres foreign_keys:off
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check --engine postgres
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:24: error: 'foreign_keys' on a section without 'sqlite' [misplaced-directive]
    6 | -- migrate:up postgres foreign_keys:off
      |                        ^~~~~~~~~~~~~~~~
help: only SQLite has this switch: delete it, or put it on the section for sqlite
1 error generated.
