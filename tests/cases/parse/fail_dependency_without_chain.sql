-- Depends on names a revision of another chain.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:
-- Depends on: b2

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:5:16: error: 'b2' is not a valid dependency [bad-header-value]
    5 | -- Depends on: b2
      |                ^~
help: name the other chain and its revision:  -- Depends on: chain@revision
1 error generated.
