-- A chain that gains an engine: the locked sections are marked, which is no edit.
-- The lock then holds a line for the new engine.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- retort lock
-- --- stdout
locked a
1 revision added to migrations/retort.lock
-- --- retort check --engine sqlite,postgres --verify none
-- --- exit 1
-- --- stderr
migrations/a.sql:3:1: error: section of locked revision 'a' for sqlite is now portable, it was locked as native [locked-changed]
    3 | -- migrate:up
      | ^~~~~~~~~~~~~
migrations/retort.lock:2:1: note: locked here
    2 | a sqlite native sha256-tokens-1:6ca174b9… sha256-chain-1:9501d5a3… 1:6ca174b9 file a.sql
      | ^
help: mark the section as it was:  -- migrate:up sqlite
1 error generated.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up sqlite
CREATE TABLE a (x integer);
-- migrate:up postgres
CREATE TABLE a (x bigint);
-- migrate:down sqlite postgres
DROP TABLE a;
-- --- retort check --engine sqlite,postgres --verify none
-- --- stdout
migrations: 1 revision, head a, sqlite: not proved, postgres: not proved
-- --- retort check --engine sqlite,postgres --verify none --locked
-- --- exit 1
-- --- stderr
migrations/a.sql:1:1: error: revision 'a' is not locked [not-locked]
    1 | -- Revises:
      | ^
migrations/retort.lock:2:1: note: it is locked for sqlite only
    2 | a sqlite native sha256-tokens-1:6ca174b9… sha256-chain-1:9501d5a3… 1:6ca174b9 file a.sql
      | ^
help: lock what ships:  retort lock
1 error generated.
-- --- retort lock --engine sqlite,postgres --verify none
-- --- stdout
1 revision added to migrations/retort.lock
-- --- retort check --engine sqlite,postgres --verify none --locked
-- --- stdout
migrations: 1 revision, head a, sqlite: not proved, postgres: not proved
