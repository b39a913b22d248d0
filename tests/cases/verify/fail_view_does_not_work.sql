-- SQLite accepts a view and a trigger over what does not exist; here they must work at the head.
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
-- View
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
CREATE VIEW long_words AS SELECT word FROM words WHERE length(word) > 9;
CREATE TRIGGER words_log AFTER INSERT ON words BEGIN
    INSERT INTO word_log VALUES (new.id);
END;

-- migrate:down
DROP TRIGGER words_log;
DROP VIEW long_words;
-- --- file migrations/0003_step.sql
-- Rename
--
-- Revision ID: a3
-- Revises: a2

-- migrate:up
CREATE TABLE terms (id integer PRIMARY KEY, term text);
DROP TRIGGER words_log;
DROP TABLE words;

-- migrate:down
CREATE TABLE words (id integer PRIMARY KEY, word text);
CREATE TRIGGER words_log AFTER INSERT ON words BEGIN
    INSERT INTO word_log VALUES (new.id);
END;
DROP TABLE terms;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0003_step.sql:9:1: error: SQLite: view 'long_words' does not work at the head: no such table: main.words [sql-error]
    9 | DROP TABLE words;
      | ^~~~~~~~~~~~~~~~
help: since revision 'a3'; drop it before what it needs changes, and create it again behind
1 error generated.
