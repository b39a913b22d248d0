-- A new revision was put before a released one.
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
-- --- file migrations/n.sql
-- Revises: b

-- migrate:up
CREATE TABLE n (x integer);
-- migrate:down
DROP TABLE n;
-- --- file migrations/c.sql
-- Revises: n

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/c.sql:1:13: error: revision 'n' precedes locked revision 'c' [locked-changed]
    1 | -- Revises: n
      |             ^
migrations/retort.lock:4:1: note: 'c' was locked without it
    4 | c sqlite native sha256-tokens-1:6d51377b… sha256-chain-1:00b44d85… 1:6d51377b file c.sql
      | ^
help: put the locked one back, in migrations/c.sql:  -- Revises: b
help: and the new one behind it:  retort rebase n --onto c
1 error generated.
-- --- file migrations/c.sql
-- Revises: b

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort rebase n --onto c
-- --- stdout
migrations/n.sql: Revises: b -> c
-- --- retort check
-- --- stdout
migrations: 4 revisions, head n, sqlite: proved up, down, up
