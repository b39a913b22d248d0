-- A key without its value.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID:
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:3:4: error: '' is not a valid revision ID [bad-header-value]
    3 | -- Revision ID:
      |    ^~~~~~~~~~~
help: write one, or delete the line: then the file's name is the revision ID
1 error generated.
