-- A table that comes back otherwise: what differs is said column by column.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (
    id integer PRIMARY KEY AUTOINCREMENT,
    word text NOT NULL DEFAULT '' CHECK (length(word) < 100),
    language text
);

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
CREATE TABLE words (language text, id integer PRIMARY KEY, word varchar(100) NOT NULL);
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0002_step.sql:9:1: error: down of revision 'a2' does not restore the schema: column 'words.word' has type varchar(100) instead of text; column 'words.word' has default none instead of ''; table 'words' lacks AUTOINCREMENT; and 1 more [down-differs]
    9 | -- migrate:down
      | ^~~~~~~~~~~~~~~
migrations/0002_step.sql:7:1: note: up changes column 'words.word' here
    7 | DROP TABLE words;
      | ^~~~~~~~~~~~~~~~
1 error generated.
