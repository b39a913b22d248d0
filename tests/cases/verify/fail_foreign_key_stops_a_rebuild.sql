-- A rebuild with foreign keys on meets the rows of the child table.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY);
CREATE TABLE uses (word integer REFERENCES words);
INSERT INTO words VALUES (1);
INSERT INTO uses VALUES (1);

-- migrate:down
DROP TABLE uses;
DROP TABLE words;
-- --- file migrations/0002_step.sql
-- Rebuild words
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
CREATE TABLE words_new (id integer PRIMARY KEY, word text);
INSERT INTO words_new (id) SELECT id FROM words;
DROP TABLE words;
ALTER TABLE words_new RENAME TO words;

-- migrate:down
ALTER TABLE words DROP COLUMN word;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_step.sql:9:1: error: SQLite: FOREIGN KEY constraint failed [sql-error]
    9 | DROP TABLE words;
      | ^~~~~~~~~~~~~~~~
help: where the section rebuilds a table, let it say foreign_keys:off: rows are checked at its end instead
1 error generated.
