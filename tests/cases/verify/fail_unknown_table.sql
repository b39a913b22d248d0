-- A table that does not exist, with the nearest that does.
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
-- One word
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
INSERT INTO wrds (word) VALUES ('one');

-- migrate:down
DELETE FROM words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_step.sql:7:13: error: SQLite: no such table: wrds [sql-error]
    7 | INSERT INTO wrds (word) VALUES ('one');
      |             ^~~~
help: did you mean 'words'?
1 error generated.
