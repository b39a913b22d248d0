-- A foreign key to a column that is no key: SQLite says so at the first INSERT, here it is said at once.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text);
CREATE TABLE uses (word text REFERENCES words (word));

-- migrate:down
DROP TABLE uses;
DROP TABLE words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:8:1: error: SQLite: foreign key mismatch - "uses" referencing "words" [sql-error]
    8 | CREATE TABLE uses (word text REFERENCES words (word));
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: the columns that a foreign key refers to must be the primary key of their table, or UNIQUE
1 error generated.
