-- A constraint that fails when the statement runs is shown at the statement.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text NOT NULL);
INSERT INTO words VALUES (1, NULL);

-- migrate:down
DROP TABLE words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:8:1: error: SQLite: NOT NULL constraint failed: words.word [sql-error]
    8 | INSERT INTO words VALUES (1, NULL);
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
1 error generated.
