-- What is broken between two revisions and works at the head is fine.
-- --- file migrations/0001_step.sql
-- View
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE VIEW long_words AS SELECT word FROM words WHERE length(word) > 9;

-- migrate:down
DROP VIEW long_words;
-- --- file migrations/0002_step.sql
-- Words
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text);

-- migrate:down
DROP TABLE words;
-- --- retort check
-- --- stdout
migrations: 2 revisions, head a2, sqlite: proved up, down, up
