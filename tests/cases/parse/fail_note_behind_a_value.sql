-- Values take no notes.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises: base (the first one)

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:4:13: error: 'base (the first one)' is not a valid revision ID [bad-header-value]
    4 | -- Revises: base (the first one)
      |             ^~~~~~~~~~~~~~~~~~~~
help: a revision ID has letters, digits, '_' and '.'; a note goes on a line of its own
1 error generated.
