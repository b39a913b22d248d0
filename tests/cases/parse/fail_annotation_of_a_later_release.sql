-- Reserved words are refused, not ignored.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
-- retort: storage(text)
-- retort: renamed(u, t)
CREATE TABLE t (x int);

-- migrate:down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:1: error: unknown directive 'retort: storage' [unknown-directive]
    7 | -- retort: storage(text)
      | ^~~~~~~~~~~~~~~~~~~~~~~~
help: 'retort: storage' is not supported yet
migrations/0001_start.sql:8:1: error: unknown directive 'retort: renamed' [unknown-directive]
    8 | -- retort: renamed(u, t)
      | ^~~~~~~~~~~~~~~~~~~~~~~~
help: 'retort: renamed' is not supported yet
2 errors generated.
