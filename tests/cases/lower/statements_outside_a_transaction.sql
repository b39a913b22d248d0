-- With transaction:false the statements are sent one by one, and such a statement is fine.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up transaction:false
CREATE TABLE words (id integer);
PRAGMA foreign_keys = OFF;
VACUUM;

-- migrate:down transaction:false
DROP TABLE words;
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
