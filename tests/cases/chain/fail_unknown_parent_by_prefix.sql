-- A header names a parent in full; a prefix is not enough there.
-- --- file migrations/0001_start.sql
-- Revision ID: 41e0c2d9b8aa
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/0002_owner.sql
-- Revises: 41e0

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_owner.sql:1:13: error: unknown parent '41e0' [unknown-revision]
    1 | -- Revises: 41e0
      |             ^~~~
help: did you mean '41e0c2d9b8aa'?
help: retort rebase 0002_owner --onto 41e0c2d9b8aa
1 error generated.
