-- A closing parenthesis too many.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int));

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:23: error: ')' without '(' [unbalanced]
    7 | CREATE TABLE t (x int));
      |                       ^
1 error generated.
