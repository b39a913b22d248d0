-- The next section ends the statement, and so does the end of the file.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int)

-- migrate:down
DROP TABLE t
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
