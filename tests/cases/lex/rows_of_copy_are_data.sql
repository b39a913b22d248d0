-- Rows of COPY may look like SQL, directives or psql commands.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (x text);
COPY t FROM stdin;
-- migrate:down
'open
\\i (
\.

-- migrate:down
DROP TABLE t;
-- --- retort check --engine postgres
-- --- stdout
migrations: 1 revision, head a1, postgres: not proved
