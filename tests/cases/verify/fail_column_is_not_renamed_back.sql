-- A column that down does not rename back: dropping it would lose its rows.
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
-- Terms
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
ALTER TABLE words RENAME COLUMN word TO term;

-- migrate:down

-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_step.sql:9:1: error: down of revision 'a2' does not restore the schema: column 'words.word' is missing; column 'words.term' is left behind [down-differs]
    9 | -- migrate:down
      | ^~~~~~~~~~~~~~~
migrations/0002_step.sql:7:1: note: up changes column 'words.word' here
    7 | ALTER TABLE words RENAME COLUMN word TO term;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: add to the down section: ALTER TABLE words RENAME COLUMN term TO word;
1 error generated.
