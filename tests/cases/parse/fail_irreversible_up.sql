-- The word belongs to the way back.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up irreversible
CREATE TABLE t (x int);

-- migrate:verify irreversible
SELECT 1;

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:15: error: 'irreversible' on an up section [misplaced-directive]
    6 | -- migrate:up irreversible
      |               ^~~~~~~~~~~~
help: say it where the way back would stand:  -- migrate:down irreversible
migrations/0001_start.sql:9:19: error: 'irreversible' on a verify section [misplaced-directive]
    9 | -- migrate:verify irreversible
      |                   ^~~~~~~~~~~~
help: say it where the way back would stand:  -- migrate:down irreversible
2 errors generated.
