-- Before a section it covers the section.
-- --- file migrations/0001_start.sql
-- Start
--
-- Revision ID: a1
-- Revises:

-- retort: allow(missing-down) the table is a cache
-- migrate:up
CREATE TABLE t (x int);
-- --- retort check
-- --- stdout
migrations: 1 revision, head a1, sqlite: proved up, down, up
