-- An up whose result depends on what its down leaves on the connection.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TEMP VIEW IF NOT EXISTS seen AS SELECT 1 AS id;
CREATE TABLE words AS SELECT * FROM seen;
DROP VIEW seen;
CREATE TEMP VIEW seen AS SELECT 1 AS id, 'es' AS language;

-- migrate:down
DROP TABLE words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:6:1: error: revision 'a1' makes another schema the second time: column 'words.language' is additional [up-differs]
    6 | -- migrate:up
      | ^~~~~~~~~~~~~
1 error generated.
