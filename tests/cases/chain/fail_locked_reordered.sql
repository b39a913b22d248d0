-- A released revision has other parents.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/b.sql
-- Revises: a

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/c.sql
-- Revises: b

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- file migrations/d.sql
-- Revises: c

-- migrate:up
CREATE TABLE d (x integer);
-- migrate:down
DROP TABLE d;

-- --- retort lock
-- --- stdout
locked a
locked b
locked c
locked d
4 revisions added to migrations/retort.lock
-- --- file migrations/d.sql
-- Revises: b

-- migrate:up
CREATE TABLE d (x integer);
-- migrate:down
DROP TABLE d;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/d.sql:1:13: error: locked revision 'd' has other parents than when it was locked [locked-changed]
    1 | -- Revises: b
      |             ^
migrations/retort.lock:5:1: note: locked here
    5 | d sqlite native sha256-tokens-1:edcf1b56… sha256-chain-1:edc5d4e8… 1:edcf1b56 file d.sql
      | ^
help: put it back, in migrations/d.sql:  -- Revises: c
1 error generated.
