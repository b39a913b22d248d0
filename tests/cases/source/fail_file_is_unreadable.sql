-- A file without the right to read it; the other one is still checked.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- file migrations/0002_more.sql
-- More
-- --- mode 000 migrations/0001_start.sql
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:1:1: error: cannot read 'migrations/0001_start.sql': Permission denied [cannot-read]
migrations/0002_more.sql:1:1: error: no '-- migrate:up' section in this file [no-sections]
    1 | -- More
      | ^
help: add '-- migrate:up' and the statements behind it
2 errors generated.
