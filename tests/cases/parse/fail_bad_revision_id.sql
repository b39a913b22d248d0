-- Letters, digits, underscore and dot.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a-1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:3:17: error: 'a-1' is not a valid revision ID [bad-header-value]
    3 | -- Revision ID: a-1
      |                 ^~~
help: a revision ID has letters, digits, '_' and '.'; a note goes on a line of its own
1 error generated.
