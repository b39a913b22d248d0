-- Directives stand on lines of their own.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int); -- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:25: error: section directive behind other text on its line [misplaced-directive]
    7 | CREATE TABLE t (x int); -- migrate:down
      |                         ^~~~~~~~~~~~~~~
help: put it on a line of its own
1 error generated.
