-- The name that PostgreSQL chooses is not known, so an invalid index could not be found again.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up transaction:false
CREATE TABLE words (id integer, word text);
CREATE INDEX CONCURRENTLY ON words (word);
CREATE INDEX CONCURRENTLY IF NOT EXISTS words_id ON words (id);

-- migrate:down
DROP TABLE words;
-- --- retort check --engine postgres --verify none
-- --- stdout
migrations: 1 revision, head a1, postgres: not proved
-- --- stderr
migrations/0001_step.sql:8:1: warning: CREATE INDEX CONCURRENTLY without a name: when it fails, its invalid index cannot be found again [-Wunnamed-index]
    8 | CREATE INDEX CONCURRENTLY ON words (word);
      | ^~~~~~
help: give it a name: CREATE INDEX CONCURRENTLY <name> ON ...
1 warning generated.
