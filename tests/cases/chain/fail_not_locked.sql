-- LOCKED: the first revision that is not in the lock.
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
-- --- file migrations/d.sql
-- Revises: c

-- migrate:up
CREATE TABLE d (x integer);
-- migrate:down
DROP TABLE d;
-- --- file migrations/e.sql
-- Revises: d

-- migrate:up
CREATE TABLE e (x integer);
-- migrate:down
DROP TABLE e;
-- --- retort check
-- --- stdout
migrations: 5 revisions, head e, sqlite: proved up, down, up
-- --- retort check --locked
-- --- exit 1
-- --- stderr
migrations/d.sql:1:1: error: revision 'd' is not locked [not-locked]
    1 | -- Revises: c
      | ^
help: lock what ships:  retort lock  (1 more revision is not locked)
1 error generated.
