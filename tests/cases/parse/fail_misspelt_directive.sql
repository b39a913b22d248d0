-- A misspelt directive is read as the nearest one.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:upp
CREATE TABLE t (x int);

-- Migrate:Down
DROP TABLE t;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:6:4: error: unknown directive 'migrate:upp' [unknown-directive]
    6 | -- migrate:upp
      |    ^~~~~~~~~~~
help: did you mean 'migrate:up'?
migrations/0001_start.sql:9:4: error: unknown directive 'Migrate:Down' [unknown-directive]
    9 | -- Migrate:Down
      |    ^~~~~~~~~~~~
help: did you mean 'migrate:down'?
2 errors generated.
