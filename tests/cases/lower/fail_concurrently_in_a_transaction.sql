-- PostgreSQL builds an index CONCURRENTLY outside a transaction only.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up lock_timeout:5s
CREATE TABLE words (id integer);
CREATE UNIQUE INDEX CONCURRENTLY words_id ON words (id);

-- migrate:down
DROP INDEX CONCURRENTLY words_id;
DROP TABLE words;
-- --- retort check --engine postgres --verify none
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:8:1: error: CREATE INDEX CONCURRENTLY cannot run inside a transaction [needs-no-transaction]
    8 | CREATE UNIQUE INDEX CONCURRENTLY words_id ON words (id);
      | ^~~~~~
help: -- migrate:up lock_timeout:5s transaction:false
migrations/0001_step.sql:11:1: error: DROP INDEX CONCURRENTLY cannot run inside a transaction [needs-no-transaction]
   11 | DROP INDEX CONCURRENTLY words_id;
      | ^~~~
help: -- migrate:down transaction:false
2 errors generated.
