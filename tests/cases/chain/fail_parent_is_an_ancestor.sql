-- A merge with its own ancestor says nothing new.
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
-- Revises: a, c

-- migrate:up
CREATE TABLE d (x integer);
-- migrate:down
DROP TABLE d;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/d.sql:1:13: error: parent 'a' is already an ancestor of 'c' [redundant-parent]
    1 | -- Revises: a, c
      |             ^
help: leave it out:  -- Revises: c
1 error generated.
