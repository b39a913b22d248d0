-- A rebuild that forgets rows is found by the foreign keys of the children.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY);
CREATE TABLE uses (word integer REFERENCES words ON DELETE CASCADE);
INSERT INTO words VALUES (1), (2);
INSERT INTO uses VALUES (1), (2);

-- migrate:down
DROP TABLE uses;
DROP TABLE words;
-- --- file migrations/0002_step.sql
-- Rebuild words
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up foreign_keys:off
CREATE TABLE words_new (id integer PRIMARY KEY, word text);
INSERT INTO words_new (id) SELECT id FROM words WHERE id < 2;
DROP TABLE words;
ALTER TABLE words_new RENAME TO words;

-- migrate:down
ALTER TABLE words DROP COLUMN word;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_step.sql:6:1: error: revision 'a2' leaves rows without their parent: row 2 of table 'uses' has no parent in 'words' [foreign-key-violation]
    6 | -- migrate:up foreign_keys:off
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
1 error generated.
