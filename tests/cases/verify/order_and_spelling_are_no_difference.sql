-- Order of columns, case, quotes and white space do not make another schema.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text NOT NULL, language text DEFAULT 'es');
CREATE INDEX ix_words ON words (word);

-- migrate:down
DROP TABLE words;
-- --- file migrations/0002_step.sql
-- No words
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
DROP TABLE words;

-- migrate:down
create table "words"(language TEXT default 'es', [word] text not null,
  id INTEGER primary key);
CREATE INDEX IF NOT EXISTS IX_WORDS ON words("word" ASC);
-- --- retort check
-- --- stdout
migrations: 2 revisions, head a2, sqlite: proved up, down, up
