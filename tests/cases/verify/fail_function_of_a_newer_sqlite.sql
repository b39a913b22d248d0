-- A function of a newer SQLite than the one in the tool: the release is named, instead of a syntax error.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text);
SELECT unistr_quote(word) FROM words;

-- migrate:down
DROP TABLE words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:8:8: error: this needs SQLite 3.50, the proof runs on 3.40.1 [engine-too-old]
    8 | SELECT unistr_quote(word) FROM words;
      |        ^~~~~~~~~~~~
help: write it without unistr_quote(), which came with that release
1 error generated.
