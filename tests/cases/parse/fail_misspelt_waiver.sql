-- Words behind 'retort:'.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
-- retort: alow(missing-down) why
-- retort: please
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:1: error: unknown directive 'retort: alow' [unknown-directive]
    7 | -- retort: alow(missing-down) why
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: did you mean 'retort: allow'?
help: a waiver is written  -- retort: allow(warning-name) reason
migrations/0001_start.sql:8:1: error: unknown directive 'retort: please' [unknown-directive]
    8 | -- retort: please
      | ^~~~~~~~~~~~~~~~~
help: a waiver is written  -- retort: allow(warning-name) reason
2 errors generated.
