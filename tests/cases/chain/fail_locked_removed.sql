-- The head was released and is gone.
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
-- --- remove migrations/c.sql
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/retort.lock:4:1: error: locked revision 'c' is gone [locked-changed]
    4 | c sqlite native sha256-tokens-1:6d51377b… sha256-chain-1:00b44d85… 1:6d51377b file c.sql
      | ^
help: bring it back:                       git restore -- migrations/c.sql
help: or, where that is committed, find it:  git log --diff-filter=D -- migrations/c.sql
1 error generated.
