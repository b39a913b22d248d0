-- A query of a verify section that returns a row that is not true.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text);
INSERT INTO words (word) VALUES ('one');

-- migrate:down
DROP TABLE words;

-- migrate:verify
SELECT count(*) = 1 FROM words;
SELECT word = 'two' FROM words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:15:1: error: a verify query of revision 'a1' returned a row that is not true [verify-failed]
   15 | SELECT word = 'two' FROM words;
      | ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~
1 error generated.
