-- pg_dump writes these two commands since 2025; they have no meaning here.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
\restrict 4Jt0sX
CREATE TABLE t (x text);
\unrestrict 4Jt0sX

-- migrate:down
DROP TABLE t;
-- --- retort check --engine postgres
-- --- stdout
migrations: 1 revision, head a1, postgres: not proved
