-- The classic that deletes child rows in silence: the pragma does nothing inside the transaction.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY);
CREATE TABLE uses (word integer REFERENCES words ON DELETE CASCADE);

-- migrate:down
DROP TABLE uses;
DROP TABLE words;
-- --- file migrations/0002_step.sql
-- Rebuild words
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up sqlite
PRAGMA foreign_keys=OFF;
CREATE TABLE words_new (id integer PRIMARY KEY, word text);
INSERT INTO words_new (id) SELECT id FROM words;
DROP TABLE words;
ALTER TABLE words_new RENAME TO words;
PRAGMA foreign_keys=ON;

-- migrate:down
ALTER TABLE words DROP COLUMN word;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_step.sql:7:1: error: 'PRAGMA foreign_keys' does nothing inside a transaction [foreign-keys-pragma]
    7 | PRAGMA foreign_keys=OFF;
      | ^~~~~~~~~~~~~~~~~~~~~~~
migrations/0002_step.sql:10:1: note: foreign keys are on here: the rows of child tables go in silence (ON DELETE CASCADE)
   10 | DROP TABLE words;
      | ^~~~~~~~~~~~~~~~
help: -- migrate:up sqlite foreign_keys:off
migrations/0002_step.sql:12:1: error: 'PRAGMA foreign_keys' does nothing inside a transaction [foreign-keys-pragma]
   12 | PRAGMA foreign_keys=ON;
      | ^~~~~~~~~~~~~~~~~~~~~~
help: delete the statement too: foreign_keys:off ends with the section
2 errors generated.
