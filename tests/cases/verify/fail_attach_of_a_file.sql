-- The proof runs in memory and opens no file.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
ATTACH 'other.db' AS other;
CREATE TABLE words (id integer);

-- migrate:down
DROP TABLE words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:7:1: error: SQLite: opening the file 'other.db' is no part of a proof [sql-error]
    7 | ATTACH 'other.db' AS other;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~
help: the proof runs in memory; VERIFY none in add_migrations() builds the chain without it
1 error generated.
