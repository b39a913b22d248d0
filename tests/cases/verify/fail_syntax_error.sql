-- A syntax error too.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text);

-- migrate:down
DROP TABLE words;
-- --- file migrations/0002_step.sql
-- Dele
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
DELTE FROM words;

-- migrate:down
SELECT 1;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_step.sql:7:1: error: SQLite: near "DELTE": syntax error [sql-error]
    7 | DELTE FROM words;
      | ^~~~~
1 error generated.
