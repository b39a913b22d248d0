-- A declared function is a stub in the proof; one that nobody calls is a warning.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text);
CREATE INDEX ix_words ON words (normalize(word, 'es'));

-- migrate:down
DROP TABLE words;
-- --- retort check --sqlite-function normalize/2 --sqlite-function duration/1
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
-- --- stderr
retort: warning: SQLite function 'duration/1' is declared and never used [-Wunused-sqlite-function]
1 warning generated.
