-- The rows of COPY begin on the next line.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x int);
COPY t FROM stdin; SELECT 1;
1
\.

-- migrate:down
DROP TABLE t;
-- --- retort check --engine postgres
-- --- exit 1
-- --- stderr
migrations/0001_start.sql:8:20: error: text behind COPY … FROM stdin on its line [after-copy]
    8 | COPY t FROM stdin; SELECT 1;
      |                    ^~~~~~~~~
help: put it behind the rows and their end '\.'
1 error generated.
