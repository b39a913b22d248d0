-- One id in two files: both are named.
-- --- file migrations/0001_start.sql
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/0002_owner.sql
-- Revision ID: b2
-- Revises: a1

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/0003_copied.sql
-- Revision ID: b2
-- Revises: b2

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0003_copied.sql:1:17: error: revision 'b2' is defined twice [duplicate-revision]
    1 | -- Revision ID: b2
      |                 ^~
migrations/0002_owner.sql:1:17: note: the other one is here
    1 | -- Revision ID: b2
      |                 ^~
help: give this one an ID of its own:  -- Revision ID: 1d9f615f245a
1 error generated.
