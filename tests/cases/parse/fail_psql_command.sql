-- psql runs them, a server does not know them.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
\set ON_ERROR_STOP on
\i tables.sql
CREATE TABLE t (x int);
\copy t FROM 'rows.csv'

-- migrate:down
DROP TABLE t;
-- --- retort check --engine postgres
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:7:1: error: psql command '\set' is not SQL [backslash-command]
    7 | \set ON_ERROR_STOP on
      | ^~~~~~~~~~~~~~~~~~~~~
help: delete the line, or say it in SQL
migrations/0001_start.sql:8:1: error: psql command '\i' is not SQL [backslash-command]
    8 | \i tables.sql
      | ^~~~~~~~~~~~~
help: copy the file's statements here
migrations/0001_start.sql:10:1: error: psql command '\copy' is not SQL [backslash-command]
   10 | \copy t FROM 'rows.csv'
      | ^~~~~~~~~~~~~~~~~~~~~~~
help: write  COPY … FROM stdin;  and the rows, up to a line '\.'
3 errors generated.
