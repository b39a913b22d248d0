-- Dollar quotes, E'…', nested comments, BEGIN ATOMIC and parentheses, as psql cuts them.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up
CREATE FUNCTION one() RETURNS int LANGUAGE plpgsql AS $f$ BEGIN RETURN 1; END; $f$;
CREATE FUNCTION two() RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END;
CREATE TABLE t (x text DEFAULT E'it\'s; here', y text DEFAULT U&'\0041;'); /* ; /* ; */ ; */
CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM t; DELETE FROM t);

-- migrate:down
DROP TABLE t;
DROP FUNCTION two();
DROP FUNCTION one();
-- --- retort check --engine postgres
-- --- stdout
migrations: 1 revision, head a1, postgres: not proved
