-- A statement was added to a locked revision.
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
CREATE INDEX ix_b ON b (x);
INSERT INTO b VALUES (1);
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
-- --- file migrations/b.sql
-- Revises: a

-- migrate:up
CREATE TABLE b (x integer);
CREATE TABLE bb (y integer);
CREATE INDEX ix_b ON b (x);
INSERT INTO b VALUES (1);
-- migrate:down
DROP TABLE b;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/b.sql:5:1: error: locked revision 'b' was changed [locked-changed]
    5 | CREATE TABLE bb (y integer);
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~
migrations/retort.lock:3:1: note: a statement for sqlite was added (9102e57b… was locked, it is de154500… now)
    3 | b sqlite native sha256-tokens-1:9102e57b… sha256-chain-1:334c3659… 3:47444d3d,568ea17f,7a62afd1 file b.sql
      | ^
help: see the edit and undo it:       git log -p -- migrations/b.sql
help: or put it into a new revision:  retort revision -m "describe the change"
1 error generated.
