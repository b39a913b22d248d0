-- A block comment without its end.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);
/* the rest
   is gone

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:8:1: error: unterminated comment [unterminated]
    8 | /* the rest
      | ^~
1 error generated.
