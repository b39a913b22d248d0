-- The form of a waiver.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
-- retort: allow missing-down
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:1: error: waiver without the name of a warning in parentheses [bad-waiver]
    7 | -- retort: allow missing-down
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: -- retort: allow(warning-name) reason
1 error generated.
