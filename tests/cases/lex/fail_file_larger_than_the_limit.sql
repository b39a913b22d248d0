-- A file above the limit is not read at all.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- size migrations/0002_big.sql 67108865
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_big.sql:1:1: error: file exceeds the limit of 64 MiB [limit-exceeded]
1 error generated.
