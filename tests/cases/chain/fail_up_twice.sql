-- Two up sections for one engine.
-- --- file migrations/a.sql
-- Revises:

-- migrate:up
CREATE TABLE a (x integer);
-- migrate:up
CREATE TABLE b (x integer);
-- migrate:down irreversible
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/a.sql:5:1: error: second up section for sqlite [engine-sections]
    5 | -- migrate:up
      | ^~~~~~~~~~~~~
migrations/a.sql:3:1: note: the first one is here
    3 | -- migrate:up
      | ^~~~~~~~~~~~~
help: join the two sections, or name the engine that each one is for
1 error generated.
