-- Files of Windows editors.
-- --- file migrations/0001_start.sql (escaped)
\xEF\xBB\xBF-- Start\r
--\r
-- Revision ID: a1\r
-- Revises:\r
\r
-- migrate:up\r
CREATE TABLE t (x text DEFAULT 'a\r
b');\r
\r
-- migrate:down\r
DROP TABLE t;\r
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
