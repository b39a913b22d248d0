-- The first revision has no parents.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises: base, b2

-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:4:13: error: 'base' is not a valid parent beside others [bad-header-value]
    4 | -- Revises: base, b2
      |             ^~~~
help: 'base' stands alone: a revision has parents, or it is the first one
1 error generated.
