-- Each engine of the chain needs its section.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up sqlite
CREATE TABLE a (x integer);
-- migrate:down sqlite
DROP TABLE a;
-- --- retort check --engine sqlite,postgres --verify none
-- --- exit 1
-- --- stderr
migrations/a.sql:3:1: error: no up section for postgres [engine-sections]
    3 | -- migrate:up sqlite
      | ^~~~~~~~~~~~~~~~~~~~
help: add one:  -- migrate:up postgres
1 error generated.
