-- A parent that does not exist, with the nearest one that does.
-- --- file migrations/0001_start.sql
-- Revision ID: 41e0c2d9b8aa
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/0002_owner.sql
-- Revises: 41e0c2d9b8ab

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- file migrations/0003_next.sql
-- Revises: 0002_owner

-- migrate:up
CREATE TABLE c (x integer);
-- migrate:down
DROP TABLE c;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_owner.sql:1:13: error: unknown parent '41e0c2d9b8ab' [unknown-revision]
    1 | -- Revises: 41e0c2d9b8ab
      |             ^~~~~~~~~~~~
help: did you mean '41e0c2d9b8aa'?
help: retort rebase 0002_owner --onto 41e0c2d9b8aa
1 error generated.
-- --- retort rebase 0002_owner --onto 41e0c2d9b8aa
-- --- stdout
migrations/0002_owner.sql: Revises: 41e0c2d9b8ab -> 41e0c2d9b8aa
-- --- retort check
-- --- stdout
migrations: 3 revisions, head 0003_next, sqlite: proved up, down, up
