-- Every revision revises another one.
-- --- file migrations/a.sql
-- Revises: c

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
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/a.sql:1:13: error: the chain has no base: every revision revises another [no-base]
    1 | -- Revises: c
      |             ^
migrations/c.sql:1:13: note: 'c' revises 'b'
    1 | -- Revises: b
      |             ^
migrations/b.sql:1:13: note: 'b' revises 'a'
    1 | -- Revises: a
      |             ^
help: make one of them the base, in migrations/a.sql:  -- Revises:
1 error generated.
