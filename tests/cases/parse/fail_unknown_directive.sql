-- A comment that begins like a directive and is none.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:frobnicate now
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:4: error: unknown directive 'migrate:frobnicate' [unknown-directive]
    6 | -- migrate:frobnicate now
      |    ^~~~~~~~~~~~~~~~~~
help: directives are 'migrate:up', 'migrate:down' and 'migrate:verify'
help: if this is a comment, begin it with another word
1 error generated.
