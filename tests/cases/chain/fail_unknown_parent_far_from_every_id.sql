-- Nothing is near: the help shows where to look.
-- --- file migrations/0001_start.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:down
DROP TABLE a;
-- --- file migrations/0002_owner.sql
-- Revises: feedface

-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down
DROP TABLE b;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_owner.sql:1:13: error: unknown parent 'feedface' [unknown-revision]
    1 | -- Revises: feedface
      |             ^~~~~~~~
help: the revisions that there are:  retort history
1 error generated.
