-- One down in nine is wrong: most leave an index, a column or a table behind. All are told in one run.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text);
CREATE TABLE uses (word integer);
CREATE INDEX ix_words_word ON words (word);

-- migrate:down
DROP TABLE words;
-- --- file migrations/0002_step.sql
-- Language
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
ALTER TABLE words ADD COLUMN language text NOT NULL DEFAULT 'es';
CREATE INDEX ix_words_language ON words (language);

-- migrate:down
DROP INDEX ix_words_language;
-- --- file migrations/0003_step.sql
-- Less
--
-- Revision ID: a3
-- Revises: a2

-- migrate:up
DROP INDEX ix_words_word;

-- migrate:down

-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:11:1: error: down of revision 'a1' does not restore the schema: table 'uses' is left behind [down-differs]
   11 | -- migrate:down
      | ^~~~~~~~~~~~~~~
migrations/0001_step.sql:8:1: note: up changes table 'uses' here
    8 | CREATE TABLE uses (word integer);
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: add to the down section: DROP TABLE uses;
migrations/0002_step.sql:10:1: error: down of revision 'a2' does not restore the schema: column 'words.language' is left behind [down-differs]
   10 | -- migrate:down
      | ^~~~~~~~~~~~~~~
migrations/0002_step.sql:7:1: note: up changes column 'words.language' here
    7 | ALTER TABLE words ADD COLUMN language text NOT NULL DEFAULT 'es';
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: add to the down section: ALTER TABLE words DROP COLUMN language;
migrations/0003_step.sql:9:1: error: down of revision 'a3' does not restore the schema: index 'ix_words_word' is missing [down-differs]
    9 | -- migrate:down
      | ^~~~~~~~~~~~~~~
migrations/0003_step.sql:7:1: note: up changes index 'ix_words_word' here
    7 | DROP INDEX ix_words_word;
      | ^~~~~~~~~~~~~~~~~~~~~~~~
help: add to the down section: CREATE INDEX ix_words_word ON words (word);
3 errors generated.
