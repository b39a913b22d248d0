-- A directive is one word.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate: up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:4: error: unknown directive 'migrate:' [unknown-directive]
    6 | -- migrate: up
      |    ^~~~~~~~
help: write 'migrate:up' without a blank
1 error generated.
