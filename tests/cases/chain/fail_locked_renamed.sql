-- A released revision has another id.
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
-- --- retort lock
-- --- stdout
locked a
locked b
locked c
3 revisions added to migrations/retort.lock
-- --- rename migrations/b.sql migrations/b2.sql
-- --- file migrations/c.sql
-- Revises: b2

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/b2.sql:1:1: error: locked revision 'b' was renamed to 'b2' [locked-changed]
    1 | -- Revises: a
      | ^
migrations/retort.lock:3:1: note: it was locked under this ID
    3 | b sqlite native sha256-tokens-1:47444d3d… sha256-chain-1:0576576b… 1:47444d3d file b.sql
      | ^
help: give it its ID back:  -- Revision ID: b
1 error generated.
