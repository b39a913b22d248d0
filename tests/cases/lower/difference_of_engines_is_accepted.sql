-- A column that one engine alone needs: accepted where it is made, and so behind every later revision.
-- --- file migrations/0001_start.sql
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE TABLE t (id bigint PRIMARY KEY, a text);
-- --- file migrations/0002_search.sql
-- Revision ID: a2
-- Revises: a1

-- migrate:up sqlite
-- migrate:up postgres
CREATE FUNCTION words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE AS $$
    SELECT to_tsvector('simple'::regconfig, $1)
$$;
-- retort: allow(engines-differ) on SQLite the index is a table of its own
ALTER TABLE t ADD COLUMN search tsvector GENERATED ALWAYS AS (words(a)) STORED;
-- migrate:down sqlite
-- migrate:down postgres
ALTER TABLE t DROP COLUMN search;
DROP FUNCTION words(text);
-- --- file migrations/0003_more.sql
-- Revision ID: a3
-- Revises: a2

-- migrate:up
ALTER TABLE t ADD COLUMN b integer;
-- --- retort check --engine sqlite,postgres migrations
-- --- stdout
migrations: 3 revisions, head a3, sqlite: proved up, down, up, postgres: not proved
