-- A folder without the right to list it.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- mode 000 migrations
-- --- retort check
-- --- exit 1
-- --- stderr
migrations:1:1: error: cannot read 'migrations': Permission denied [cannot-read]
migrations/retort.lock:1:1: error: cannot read 'migrations/retort.lock': Permission denied [cannot-read]
2 errors generated.
