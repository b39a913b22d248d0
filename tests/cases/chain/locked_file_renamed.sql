-- The file of a released revision may move where the header has its id.
-- --- file migrations/a.sql
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- retort lock
-- --- stdout
locked a1
1 revision added to migrations/retort.lock
-- --- rename migrations/a.sql migrations/0001_start.sql
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
