-- All options at once.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- migrate:up sqlite foreign_keys:off lock_timeout:500ms statement_timeout:1h
CREATE TABLE t (x int);

-- migrate:down lock_timeout:5s transaction:true
DROP TABLE t;
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
