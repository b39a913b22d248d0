-- A statement in a portable section that is not understood is an error at the furthest place, with
-- what would have been right there; each statement has its own.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up portable
CREATE TABLE t (id bigint PRIMARY KEY, name text);
COMMENT ON TABLE t IS 5;
GRANT SELECT ON t TO somebody;
-- --- retort check migrations
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:8:23: error: found '5', expected NULL or a string [syntax]
    8 | COMMENT ON TABLE t IS 5;
      |                       ^
help: what only one engine knows goes in '-- migrate:up postgres' or '-- migrate:up sqlite'
migrations/0001_start.sql:9:1: error: 'GRANT SELECT' has no portable form [not-portable]
    9 | GRANT SELECT ON t TO somebody;
      | ^~~~~
help: write it in a section of its engine, '-- migrate:up postgres' or '-- migrate:up sqlite'
2 errors generated.
