-- A down that SQLite refuses.
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
-- Index
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
CREATE INDEX ix_words_word ON words (word);

-- migrate:down
DROP INDEX ix_word_words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_step.sql:10:1: error: down of revision 'a2' fails: no such index: ix_word_words [down-fails]
   10 | DROP INDEX ix_word_words;
      | ^~~~~~~~~~~~~~~~~~~~~~~~
1 error generated.
