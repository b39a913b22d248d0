-- In PostgreSQL only the double quote quotes a name.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE "t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check --engine postgres
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:14: error: unterminated quoted name [unterminated]
    7 | CREATE TABLE "t (x int);
      |              ^
1 error generated.
