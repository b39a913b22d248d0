-- With the nearest name, if there is one.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- retort: allow(mising-down) a cache
-- retort: allow(quite-something-else) a cache
-- migrate:up
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:18: error: 'mising-down' is not a warning [bad-waiver]
    6 | -- retort: allow(mising-down) a cache
      |                  ^~~~~~~~~~~
help: did you mean 'missing-down'?
migrations/0001_start.sql:7:18: error: 'quite-something-else' is not a warning [bad-waiver]
    7 | -- retort: allow(quite-something-else) a cache
      |                  ^~~~~~~~~~~~~~~~~~~~
2 errors generated.
