-- What SQLite refuses is an error at the word that it names; what is behind it is not tried.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (
    id   integer PRIMARY KEY,
    word text
);
INSERT INTO words (id, word)
    SELECT 1, 'ñandú' FROM words WHERE 'x' <> ''
      AND nosuch > 0;

-- migrate:down
DROP TABLE words;
-- --- file migrations/0002_step.sql
-- More
--
-- Revision ID: a2
-- Revises: a1

-- migrate:up
THIS IS NOT SQL;

-- migrate:down
SELECT 1;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:13:11: error: SQLite: no such column: nosuch [sql-error]
   13 |       AND nosuch > 0;
      |           ^~~~~~
1 error generated.
