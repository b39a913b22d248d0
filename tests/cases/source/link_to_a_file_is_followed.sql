-- A link is as good as the file.
-- --- file shared/start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- link migrations/0001_start.sql ../shared/start.sql
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
