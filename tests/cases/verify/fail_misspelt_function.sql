-- A function that does not exist, with the nearest of those that do.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer PRIMARY KEY, word text CHECK (lenght(word) < 100));

-- migrate:down
DROP TABLE words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:7:62: error: SQLite: no such function: lenght [sql-error]
    7 | CREATE TABLE words (id integer PRIMARY KEY, word text CHECK (lenght(word) < 100));
      |                                                              ^~~~~~
help: did you mean 'length'?
help: if the program registers it on its connection: SQLITE_FUNCTIONS lenght/1
1 error generated.
