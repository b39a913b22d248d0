-- An open parenthesis hides every ';' behind it from psql.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int;
CREATE TABLE u (y int);

-- migrate:down
DROP TABLE u;
DROP TABLE t;
-- --- retort check --engine postgres
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:16: error: parenthesis is never closed [unterminated]
    7 | CREATE TABLE t (x int;
      |                ^
1 error generated.
