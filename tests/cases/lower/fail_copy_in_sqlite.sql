-- COPY is PostgreSQL's.
-- --- file migrations/0001_step.sql
-- Words
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE words (id integer);
COPY words FROM stdin;

-- migrate:down
DROP TABLE words;
-- --- retort check
-- --- exit 1
-- --- stderr
migrations/0001_step.sql:8:1: error: SQLite: there is no COPY [sql-error]
    8 | COPY words FROM stdin;
      | ^~~~
help: write INSERT statements, or give each engine a section of its own: -- migrate:up postgres
1 error generated.
