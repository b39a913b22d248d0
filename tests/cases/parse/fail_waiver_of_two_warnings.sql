-- One line for each.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
-- retort: allow(missing-down, unused-allow) why
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:18: error: waiver for more than one warning [bad-waiver]
    7 | -- retort: allow(missing-down, unused-allow) why
      |                  ^~~~~~~~~~~~~~~~~~~~~~~~~~
help: write one line for each
1 error generated.
