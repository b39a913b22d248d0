-- The file of a released parent is gone: the error stands at the child, the note at the line of the lock.
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
-- --- remove migrations/b.sql
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/c.sql:1:13: error: unknown parent 'b' [unknown-revision]
    1 | -- Revises: b
      |             ^
migrations/retort.lock:3:1: note: it was released as 'b.sql' and then deleted
    3 | b sqlite native sha256-tokens-1:47444d3d… sha256-chain-1:0576576b… 1:47444d3d file b.sql
      | ^
help: bring it back:                       git restore -- migrations/b.sql
help: or, where that is committed, find it:  git log --diff-filter=D -- migrations/b.sql
1 error generated.
