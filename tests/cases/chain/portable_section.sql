-- A section that names no engine is portable where the chain has two, and where it says so.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up lock_timeout:5s
CREATE TABLE a (x integer);
-- migrate:down irreversible
-- --- retort check --engine sqlite,postgres --verify none
-- --- stdout
migrations: 1 revision, head a, sqlite: not proved, postgres: not proved
-- --- file migrations/a.sql
-- Revises:

-- migrate:up portable
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- retort check
-- --- stdout
migrations: 1 revision, head a, sqlite: proved up, down, up
