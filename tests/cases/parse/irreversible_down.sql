-- There is no way back, on purpose.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down irreversible
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
