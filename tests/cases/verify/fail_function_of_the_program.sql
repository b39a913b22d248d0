-- A function that only the program has must be declared.
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
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:8:33: error: SQLite: no such function: normalize [sql-error]
    8 | CREATE INDEX ix_words ON words (normalize(word, 'es'));
      |                                 ^~~~~~~~~
help: if the program registers it on its connection: SQLITE_FUNCTIONS normalize/2
1 error generated.
