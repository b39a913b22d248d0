-- A down that leaves rows behind: the second up meets them.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text UNIQUE);

-- migrate:down
DROP TABLE words;
-- --- file migrations/0002_step.sql
-- First words
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
INSERT INTO words (word) VALUES ('one');

-- migrate:down
DELETE FROM words WHERE word = 'two';
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_step.sql:7:1: error: revision 'a2' fails when it is brought up again behind its down: UNIQUE constraint failed: words.word [up-differs]
    7 | INSERT INTO words (word) VALUES ('one');
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
help: let the down section take back what up writes
1 error generated.
