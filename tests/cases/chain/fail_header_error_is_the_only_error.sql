-- A key that is not understood does not become a second base as well.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/b.sql
-- Revisess: a

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
migrations/b.sql:1:4: error: unknown header key 'Revisess' [unknown-header-key]
    1 | -- Revisess: a
      |    ^~~~~~~~
help: did you mean 'Revises'?
1 error generated.
